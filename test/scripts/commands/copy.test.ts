import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compareRows } from '#db/backup/compare-rows.server.ts'
import { withSnapshot } from '#db/backup/snapshot.server.ts'
import { insertAll } from '#db/write.server.ts'
import { fillEveryTable } from '#test/support/fill-every-table.ts'
import { insertSchool } from '#test/support/school.ts'
import {
  auditAt,
  copyTo,
  engines,
  everythingAt,
  freshUrl,
  madeAt,
  servers,
  usePlaces,
  withDatabase,
} from './whole-database.ts'

usePlaces()

const setting = (name: string, value: string) => ({ name, value })

test.each(engines)('a copy from SQLite to %s is equal row by row, and both tell of it', async to => {
  const [source, target] = [await freshUrl('sqlite'), await freshUrl(to)]
  await madeAt(source, fillEveryTable)

  const copied = await copyTo(source, target)

  expect(copied).toMatchObject({ exit: 0, answer: { status: 'done', differences: 0, first: [] } })
  expect(copied.answer?.rows).toBeGreaterThan(300)
  expect(await everythingAt(target, 3)).toEqual(await everythingAt(source, 3))
  const audited = [...Array(3).fill('王老师: word.add'), 'root: database.copy']
  expect(await auditAt(source)).toEqual({ actions: audited, differences: [] })
  expect(await auditAt(target)).toEqual({ actions: audited, differences: [] })
})

test('rows that are missing, extra or different are told by table, key and column, without their values', async () => {
  const [source, target] = [await freshUrl('sqlite'), await freshUrl('sqlite')]
  await madeAt(source, db =>
    insertAll(
      db,
      'setting',
      ['a', 'b', '￰', '😀'].map(name => setting(name, '1')),
    ),
  )
  await madeAt(target, db =>
    insertAll(
      db,
      'setting',
      ['b', '￰', '😀', 'z'].map(name => setting(name, '1')),
    ),
  )
  await withDatabase(target, db =>
    db.updateTable('setting').set({ value: '2' }).where('name', '=', '😀').execute(),
  )

  const { first } = await withDatabase(source, from =>
    withDatabase(target, to => withSnapshot(from, snapshot => compareRows(snapshot, to, 1_000))),
  )

  // The migrations give some rows another id in each database.
  expect(first.filter(({ table }) => table === 'setting')).toEqual([
    { table: 'setting', key: ['a'], kind: 'missing', columns: [] },
    { table: 'setting', key: ['z'], kind: 'extra', columns: [] },
    { table: 'setting', key: ['😀'], kind: 'different', columns: ['value'] },
  ])
})

test.each(servers)(
  'on %s a value that the server does not keep as it is fails the copy, and nothing is left',
  async () => {
    const [source, target] = [await freshUrl('sqlite'), await freshUrl('mysql')]
    await madeAt(source, async db => {
      const { id } = await insertSchool(db)
      await db.updateTable('school').set({ parent_id: 'ends in a space ' }).where('id', '=', id).execute()
    })

    const copied = await copyTo(source, target)

    expect(copied).toMatchObject({
      exit: 1,
      answer: {
        status: 'different',
        differences: 1,
        first: [{ table: 'school', kind: 'different', columns: ['parent_id'] }],
      },
    })
    expect(await tablesAt(target)).toEqual([])
  },
)

test.each(servers)(
  'on %s a row larger than what the server takes at once is told, and nothing is left',
  async () => {
    const [source, target] = [await freshUrl('sqlite'), await freshUrl('mysql')]
    const whole = { import_id: 'OLD', number: 0, bytes: new Uint8Array(17 * 1024 * 1024) }
    await madeAt(source, db => insertAll(db, 'import_file', [whole]))

    await expect(copyTo(source, target)).rejects.toThrow(/^import_file, OLD 0 .*max_allowed_packet/)

    expect(await tablesAt(target)).toEqual([])
  },
)

test('a database that is not there is refused, and not made', async () => {
  const [source, target] = [await freshUrl('sqlite'), await freshUrl('sqlite')]

  expect(await copyTo(source, target)).toMatchObject({ exit: 3, answer: { reason: 'no-database' } })
  expect([source, target].map(url => existsSync(url.slice('file:'.length)))).toEqual([false, false])
})

test.each([
  ['no addresses', '', ''],
  ['another kind of database', 'postgres://root:geheim@localhost/x', 'file:./x.db'],
  ['a server without the name of a database', 'file:./x.db', 'mysql://root:geheim@localhost'],
])('%s is wrong usage, and no password is repeated', async (_case, from, to) => {
  const { exit, answer, complaints } = await copyTo(from, to)

  expect({ exit, answer }).toEqual({ exit: 2, answer: undefined })
  expect(complaints).not.toContain('geheim')
})

function tablesAt(url: string): Promise<string[]> {
  return withDatabase(url, async db => {
    const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
    return tables.map(table => table.name)
  })
}
