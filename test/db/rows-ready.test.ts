import { expect, test } from 'vitest'
import { openDatabase } from '#db/connection.server.ts'
import type { Tx } from '#db/tables.ts'
import { dropReady, insertJson, insertReady, inTransaction, makeReady, newId } from '#db/write.server.ts'
import { useDatabase } from '../support/database.ts'

const house = useDatabase()
const places = { shared: { name: 0 }, rows: 1, columns: { value: 0 } }
const empty = {}
const textOf = (name: string, value: string) => JSON.stringify({ groups: [[name, [[value]]]] })
const isEmbedded = () => process.env.TEST_DATABASE_URL === undefined || process.env.TEST_DATABASE_URL === ''

async function settings() {
  return house.db.selectFrom('setting').select(['name', 'value']).orderBy('name').execute()
}

function made(tx: Tx, group: string, number: number, name: string, value = 'one') {
  return makeReady(tx, 'setting', { group, number }, { json: textOf(name, value), ...places })
}

test('rows that were made ready are inserted as their text says, and no others', async () => {
  const group = newId()
  await inTransaction(house.db, async tx => {
    await made(tx, group, 0, 'a')
    await made(tx, group, 1, 'b')
  })
  expect(await settings()).toEqual([])

  const inserted = await inTransaction(house.db, tx =>
    insertReady(tx, 'setting', { group, number: 1 }, places, empty),
  )

  expect(inserted).toBe(isEmbedded() ? 1 : null)
  expect(await settings()).toEqual(isEmbedded() ? [{ name: 'b', value: 'one' }] : [])
})

test('what was never made ready, was let go or was rolled back is not there to be inserted', async () => {
  const group = newId()
  const insert = (number: number) =>
    inTransaction(house.db, tx => insertReady(tx, 'setting', { group, number }, places, empty))
  await inTransaction(house.db, async tx => {
    await made(tx, group, 0, 'a')
    await made(tx, group, 1, 'b')
  })
  await inTransaction(house.db, tx => dropReady(tx, 'setting', { group, number: 0 }))
  const broken = inTransaction(house.db, async tx => {
    await made(tx, group, 2, 'c')
    throw new Error('broken')
  })
  await expect(broken).rejects.toThrow('broken')

  expect(await insert(0)).toBeNull()
  expect(await insert(2)).toBeNull()
  expect(await insert(3)).toBeNull()
  await inTransaction(house.db, tx => dropReady(tx, 'setting', { group }))
  expect(await insert(1)).toBeNull()
  expect(await settings()).toEqual([])
})

test('a text that SQLite would read wrong is not made ready, and comes in whole from its text', async () => {
  const group = newId()
  const json = textOf('half', '\ud83d')
  await inTransaction(house.db, tx => made(tx, group, 0, 'half', '\ud83d'))

  const inserted = await inTransaction(house.db, tx =>
    insertReady(tx, 'setting', { group, number: 0 }, places, empty),
  )

  expect(inserted).toBeNull()
  await insertJson(house.db, 'setting', places, [{ json, same: empty, count: 1 }])
  expect((await settings()).map(({ name }) => name)).toEqual(['half'])
})

test('the oldest make room for others, and never more than there is room for is kept ready', async () => {
  const db = openDatabase('file::memory:')
  try {
    await db.schema.createTable('setting').addColumn('name', 'text').addColumn('value', 'text').execute()
    const many = (group: string, rows: number) => {
      const groups = Array.from({ length: rows }, (_, at) => [`${group}${at}`, [['one']]])
      const json = JSON.stringify({ groups })
      return inTransaction(db, tx => makeReady(tx, 'setting', { group, number: 0 }, { json, ...places }))
    }
    const isReady = async (group: string) =>
      (await inTransaction(db, tx => insertReady(tx, 'setting', { group, number: 0 }, places, empty))) !==
      null

    for (const group of ['a', 'b', 'c']) await many(group, 200_000)

    expect(await isReady('a')).toBe(false)
    expect(await isReady('b')).toBe(true)
    expect(await isReady('c')).toBe(true)
  } finally {
    await db.destroy()
  }
})
