import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { migrateDatabase } from '#db/connection.server.ts'
import { fillEveryTable } from '#test/support/fill-every-table.ts'
import {
  backup,
  engines,
  everythingAt,
  freshFile,
  freshUrl,
  madeAt,
  restoreInto,
  usePlaces,
  withDatabase,
} from './whole-database.ts'

usePlaces()

test.each(engines)(
  'after a restore on %s was killed half-way no program starts on what it left',
  async engine => {
    const { source, file, target } = await killedRestore(engine)

    if (engine === 'sqlite') {
      expect(existsSync(target.slice('file:'.length))).toBe(false)
      expect(await restoreInto(file, target)).toMatchObject({ exit: 0 })
      expect(await everythingAt(target, 3)).toEqual(await everythingAt(source, 3))
    } else {
      // A migration that no version of the program knows: older ones do not start on it either.
      expect(await firstMigration(target)).toEqual({ name: '0000-restore-unfinished' })
      await expect(withDatabase(target, migrateDatabase)).rejects.toThrow('only half filled')
      expect(await restoreInto(file, target)).toMatchObject({ exit: 3, answer: { reason: 'unfinished' } })
      expect(await backup(target, freshFile())).toMatchObject({ exit: 3, answer: { reason: 'unfinished' } })
    }
  },
)

function firstMigration(url: string) {
  return withDatabase(url, db =>
    db
      .selectFrom('kysely_migration' as never)
      .select('name' as never)
      .orderBy('name' as never)
      .executeTakeFirst(),
  )
}

async function killedRestore(engine: 'sqlite' | 'mysql') {
  const [source, target, file] = [await freshUrl('sqlite'), await freshUrl(engine), freshFile()]
  await madeAt(source, fillEveryTable)
  await backup(source, file)
  const { signal } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'test/scripts/commands/restore-and-die.ts', file, target, 'school'],
    { stdio: 'inherit' },
  )
  expect(signal).toBe('SIGKILL')
  return { source, file, target }
}
