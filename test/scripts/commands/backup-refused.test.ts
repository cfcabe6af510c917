import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { Migrator } from 'kysely'
import { expect, test } from 'vitest'
import { withSnapshot } from '#db/backup/snapshot.server.ts'
import { migrationsUpTo } from '#db/backup/version.server.ts'
import { writeBackup } from '#db/backup/write-backup.server.ts'
import type { Db } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'
import {
  auditAt,
  backup,
  engines,
  freshFile,
  freshUrl,
  madeAt,
  restoreInto,
  usePlaces,
  withDatabase,
} from './whole-database.ts'

usePlaces()

const made: { backup?: Promise<string> } = {}

function aBackup(): Promise<string> {
  made.backup ??= makeBackup()
  return made.backup
}

async function makeBackup(): Promise<string> {
  const [url, file] = [await freshUrl('sqlite'), freshFile()]
  await madeAt(url, db => insertAll(db, 'setting', [{ name: 'a', value: '1' }]))
  await backup(url, file)
  return file
}

/** The same backup with other lines, and the checksum that belongs to them. */
function rewritten(file: string, change: (text: string) => string): string {
  const text = gunzipSync(readFileSync(file).subarray(0, -32)).toString('utf8')
  const bytes = gzipSync(change(text))
  const other = freshFile()
  writeFileSync(other, Buffer.concat([bytes, createHash('sha256').update(bytes).digest()]))
  return other
}

function written(bytes: Buffer): string {
  const file = freshFile()
  writeFileSync(file, bytes)
  return file
}

test.each([
  ['cut at its end', (bytes: Buffer) => bytes.subarray(0, -1)],
  ['cut in the middle', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
  ['changed in one bit', (bytes: Buffer) => Buffer.from(bytes).fill((bytes[999] ?? 0) ^ 1, 999, 1000)],
  ['longer by a byte', (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(1)])],
  ['empty', () => Buffer.alloc(0)],
  ['no backup', () => Buffer.from('a letter to the bureau, longer than a checksum')],
])('a file that is %s is refused, and nothing is made', async (_case, spoil) => {
  const file = written(spoil(readFileSync(await aBackup())))
  const target = await freshUrl('sqlite')

  expect(await restoreInto(file, target)).toMatchObject({
    exit: 3,
    answer: { status: 'refused', reason: 'not-whole' },
  })
  expect(filesBeside(target)).toEqual([])
})

test('a file that is not there is refused', async () => {
  expect(await restoreInto(freshFile(), await freshUrl('sqlite'))).toMatchObject({
    exit: 3,
    answer: { reason: 'no-file' },
  })
})

test('a backup of a newer version is refused', async () => {
  const file = rewritten(await aBackup(), text =>
    text.replace(/"schema":"[^"]*"/, '"schema":"9999-some-day"'),
  )
  const target = await freshUrl('sqlite')

  expect(await restoreInto(file, target)).toMatchObject({ exit: 3, answer: { reason: 'newer' } })
  expect(filesBeside(target)).toEqual([])
})

test('a backup with fewer rows than it was told to have fails, and nothing is left', async () => {
  const file = rewritten(await aBackup(), text => text.replace(/^\["setting".*\n/m, ''))
  const target = await freshUrl('sqlite')

  await expect(restoreInto(file, target)).rejects.toThrow('setting: 0 rows came, 1 were told')
  expect(filesBeside(target)).toEqual([])
})

test.each(engines)('a target on %s that holds anything is refused and stays as it was', async engine => {
  const [file, target] = [await aBackup(), await freshUrl(engine)]
  await madeAt(target, db => insertAll(db, 'setting', [{ name: 'mine', value: '1' }]))

  expect(await restoreInto(file, target)).toMatchObject({ exit: 3, answer: { reason: 'not-empty' } })
  expect(await settingsAt(target)).toEqual(['mine'])
})

test('a database in memory is no target', async () => {
  expect(await restoreInto(await aBackup(), 'file::memory:')).toMatchObject({
    exit: 3,
    answer: { reason: 'in-memory' },
  })
})

test.each(engines)('a backup of an older version is restored on %s and brought up to date', async engine => {
  const [source, target, file] = [await freshUrl('sqlite'), await freshUrl(engine), freshFile()]
  await withDatabase(source, db => migrateTo(db, '0019-reevaluation'))
  await withDatabase(source, db => insertAll(db, 'setting', [{ name: 'old', value: '1' }]))

  expect(await backup(source, file)).toMatchObject({ exit: 0, answer: { schema: '0019-reevaluation' } })
  expect(await restoreInto(file, target)).toMatchObject({ exit: 0, answer: { schema: '0019-reevaluation' } })

  expect(await settingsAt(target)).toEqual(['old'])
  expect(await withDatabase(target, db => db.selectFrom('value_word').selectAll().execute())).toEqual([])
  expect((await auditAt(target)).differences).toEqual([])
})

test('a database that the program does not know is not backed up', async () => {
  const [empty, newer, file] = [await freshUrl('sqlite'), await freshUrl('sqlite'), freshFile()]
  await madeAt(newer, async db => {
    await db
      .insertInto('kysely_migration' as never)
      .values({ name: '9999-some-day', timestamp: '' } as never)
      .execute()
  })

  expect(await backup(empty, file)).toMatchObject({ exit: 3, answer: { reason: 'no-database' } })
  expect(await backup(newer, file)).toMatchObject({ exit: 3, answer: { reason: 'foreign' } })
  expect(existsSync(file)).toBe(false)
})

test('what others have put into the database is left out and told', async () => {
  const [url, file] = [await freshUrl('sqlite'), freshFile()]
  await madeAt(url, async db => {
    await db.schema.createTable('notes').addColumn('id', 'integer').execute()
    await db.schema.alterTable('setting').addColumn('colour', 'text').execute()
  })

  const saved = await backup(url, file)

  expect(saved).toMatchObject({ exit: 0, answer: { leftOut: ['notes', 'setting.colour'] } })
  expect(saved.complaints).toContain('notes, setting.colour')
  expect(await restoreInto(file, await freshUrl('sqlite'))).toMatchObject({ exit: 0 })
})

test('a backup takes the place of an earlier one, and of nothing else', async () => {
  const url = await freshUrl('sqlite')
  await madeAt(url)
  const path = url.slice('file:'.length)
  const earlier = written(readFileSync(await aBackup()))

  expect(await backup(url, path)).toMatchObject({ exit: 3, answer: { reason: 'no-backup-there' } })
  expect(await backup(url, dirname(path))).toMatchObject({ exit: 3, answer: { reason: 'no-backup-there' } })
  expect(await backup(url, earlier)).toMatchObject({ exit: 0 })
  expect((await auditAt(url)).actions).toEqual(['root: database.backup'])
})

test('a backup that fails half-way leaves the earlier one as it was', async () => {
  const [url, file] = [await freshUrl('sqlite'), freshFile()]
  await madeAt(url)
  writeFileSync(file, 'the earlier one')

  const failing = withDatabase(url, db =>
    withSnapshot(db, snapshot => {
      async function* rowsOf() {
        yield []
        throw new Error('the disk is full')
      }
      return writeBackup(file, { ...snapshot, rowsOf }, '2026-11-30 00:00:00.000')
    }),
  )

  await expect(failing).rejects.toThrow('the disk is full')
  expect(readFileSync(file, 'utf8')).toBe('the earlier one')
  expect(readdirSync(dirname(file))).toHaveLength(1)
})

test('a backup can be read by its owner only', async () => {
  expect(statSync(await aBackup()).mode & 0o077).toBe(0)
})

function filesBeside(url: string): string[] {
  return readdirSync(dirname(url.slice('file:'.length)))
}

function settingsAt(url: string): Promise<string[]> {
  return withDatabase(url, async db => {
    const rows = await db.selectFrom('setting').select('name').orderBy('name').execute()
    return rows.map(row => row.name)
  })
}

async function migrateTo(db: Db, version: string): Promise<void> {
  const migrations = migrationsUpTo(version) ?? {}
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
  }).migrateToLatest()
  if (error !== undefined) throw error
}
