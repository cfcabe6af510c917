import { Migrator, sql } from 'kysely'
import { expect, test } from 'vitest'
import { migrateDatabase, openDatabase, pingDatabase } from '#db/connection.server.ts'
import { migrations } from '#db/migrations/index.ts'
import { insertAll, inTransaction, isUniqueViolation, newId, upsertAll } from '#db/write.server.ts'
import { newPlace, testEngine, useDatabase } from '../support/database.ts'

const house = useDatabase()

const row = (name: string, value: string) => ({ name, value })

test('a fresh database knows the eleven units, six of them obliged', async () => {
  const units = await house.db.selectFrom('unit').select(['code', 'obliged_from']).orderBy('code').execute()

  expect(units).toHaveLength(11)
  expect(units.filter(unit => unit.obliged_from !== null).map(unit => unit.code)).toEqual([
    '320703',
    '320706',
    '320707',
    '320722',
    '320723',
    '320724',
  ])
})

test('migrating again changes nothing', async () => {
  expect(await migrateDatabase(house.db)).toEqual([])
})

test('the database answers a ping', async () => {
  await expect(pingDatabase(house.db)).resolves.toBeUndefined()
})

test('a row with the same key takes the new values', async () => {
  await upsertAll(house.db, 'setting', [row('a', '1'), row('b', '2')], ['name'])

  await upsertAll(house.db, 'setting', [row('b', '3'), row('c', '4')], ['name'])

  const rows = await house.db.selectFrom('setting').selectAll().orderBy('name').execute()
  expect(rows).toEqual([row('a', '1'), row('b', '3'), row('c', '4')])
})

test('more rows than one statement can bind are all written', async () => {
  const rows = Array.from({ length: 40_000 }, (_, n) => row(`n${n}`, String(n)))

  await upsertAll(house.db, 'setting', rows, ['name'])

  const { count } = await house.db
    .selectFrom('setting')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  expect(count).toBe(40_000)
})

test('a transaction that fails leaves nothing', async () => {
  await expect(
    inTransaction(house.db, async tx => {
      await insertAll(tx, 'setting', [row('x', '1')])
      throw new Error('half-way')
    }),
  ).rejects.toThrow('half-way')

  expect(await house.db.selectFrom('setting').selectAll().execute()).toEqual([])
})

test('a second row with the same key is a unique violation', async () => {
  await insertAll(house.db, 'setting', [row('x', '1')])

  const error = await insertAll(house.db, 'setting', [row('x', '2')]).catch((cause: unknown) => cause)

  expect(isUniqueViolation(error)).toBe(true)
})

test('full-width and half-width keys are different rows', async () => {
  await insertAll(house.db, 'setting', [row('1', 'a'), row('１', 'b')])

  expect(await house.db.selectFrom('setting').selectAll().execute()).toHaveLength(2)
})

test('a value that no database may be given is refused before the driver sees it', async () => {
  const wrong = { name: 'x', value: new Date() as unknown as string }

  await expect(insertAll(house.db, 'setting', [wrong])).rejects.toThrow(/Parameter 2 .* Date/)
})

test('ids are 26 characters and grow', () => {
  const ids = Array.from({ length: 1000 }, newId)

  expect(new Set(ids).size).toBe(1000)
  expect(ids.every(id => id.length === 26)).toBe(true)
  expect([...ids].sort()).toEqual(ids)
})

test('a second process is told who holds the embedded database; a server takes both', async () => {
  const second = openDatabase(house.url)

  const answer = pingDatabase(second)

  if (testEngine(house.db) === 'sqlite') await expect(answer).rejects.toThrow(`process ${process.pid}`)
  else await expect(answer).resolves.toBeUndefined()
  await second.destroy().catch(() => undefined)
})

test('a database that was closed is free at once, with all that was written', async () => {
  const place = await newPlace()
  const first = openDatabase(place.url)
  await migrateDatabase(first)
  await insertAll(first, 'setting', [row('kept', 'yes')])
  await first.destroy()

  const second = openDatabase(place.url)

  await insertAll(second, 'setting', [row('more', 'yes')])
  expect(await second.selectFrom('setting').select('name').orderBy('name').execute()).toEqual([
    { name: 'kept' },
    { name: 'more' },
  ])
  await second.destroy()
  await place.drop()
})

test('an address of another kind of database is refused', () => {
  expect(() => openDatabase('postgres://localhost/x')).toThrow('DATABASE_URL')
})

test('the ledger that stood before it was ordered by its key stands after it', async () => {
  if (testEngine(house.db) === 'mysql') return
  const place = await newPlace()
  const db = openDatabase(place.url)
  const before = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '0028'))
  await new Migrator({ db, provider: { getMigrations: async () => before } }).migrateToLatest()
  const days = ['2026-11-03', '2026-11-02', '2026-11-04']
  const rows = days.map(day => ({ school_id: 'S1', day, class_id: 'C1', minutes: 40 }))
  await insertAll(db, 'class_day', rows)

  await migrateDatabase(db)

  const stands = await db.selectFrom('class_day').selectAll().execute()
  expect(stands.map(({ day }) => day)).toEqual([...days].sort())
  await expect(insertAll(db, 'class_day', [rows[0]!])).rejects.toThrow('UNIQUE')
  await db.destroy()
  await place.drop()
})

test('a migration that was cut off before it was noted runs again', async () => {
  await sql`delete from kysely_migration where name >= '0008'`.execute(house.db)

  const names = (await migrateDatabase(house.db))?.map(one => one.migrationName)

  expect(names).toEqual(Object.keys(migrations).filter(name => name >= '0008'))
})
