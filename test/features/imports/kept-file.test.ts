import { Migrator } from 'kysely'
import { expect, test } from 'vitest'
import { nothingRead } from '#app/features/imports/import-counts.rule.ts'
import { insertRun } from '#app/features/imports/imports.queries.server.ts'
import { fileOfImport, isFileKept } from '#app/features/imports/kept-file.queries.server.ts'
import { migrateDatabase, openDatabase } from '#db/connection.server.ts'
import { migrations } from '#db/migrations/index.ts'
import { inTransaction, newId } from '#db/write.server.ts'
import { newPlace, useDatabase } from '#test/support/database.ts'

const house = useDatabase()

test('a file larger than a database server takes at once is kept, and comes back as it was', async () => {
  const megabyte = 1024 * 1024
  const bytes = Buffer.alloc(31 * megabyte)
  for (let at = 0; at < bytes.length; at += 4096) bytes.writeUInt32LE(at, at)
  const id = newId()
  const run = {
    ...{ id, sheet: 'activity-log' as const, schoolId: null, unitCode: null, forSchoolId: null },
    ...{ fileName: '全市台账.xlsx', fileHash: '', openKey: null, counts: nothingRead },
    ...{ firstDay: null, lastDay: null, createdAt: '2026-01-15 02:00:00.000' },
    actor: { id: null, name: '市体卫艺处' },
  }
  await inTransaction(house.db, tx => insertRun(tx, run, bytes))

  const kept = await fileOfImport(house.db, id)
  expect(Buffer.from(kept ?? []).equals(bytes)).toBe(true)
  expect(await isFileKept(house.db, id)).toBe(true)
})

test('files that were kept whole are still there after the change to pieces', async () => {
  const place = await newPlace()
  const db = openDatabase(place.url)
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  await migrator.migrateTo('0024-objection-sendings')
  const id = newId()
  const bytes = Buffer.from('日期,班级\n')
  await db.insertInto('import_file').values({ import_id: id, bytes }).execute()
  await migrateDatabase(db)

  expect(Buffer.from((await fileOfImport(db, id)) ?? []).equals(bytes)).toBe(true)
  await db.destroy()
  await place.drop()
})
