import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { batchesOf, withSnapshot } from '#db/backup/snapshot.server.ts'
import { insertAll } from '#db/write.server.ts'
import {
  backup,
  freshFile,
  freshUrl,
  madeAt,
  restoreInto,
  servers,
  usePlaces,
  withDatabase,
} from './whole-database.ts'

usePlaces()

test('an embedded database is backed up while a server writes to it, as it stood at one moment', async () => {
  const [url, target, file] = [await freshUrl('sqlite'), await freshUrl('sqlite'), freshFile()]
  await madeAt(url)
  const server = spawn(process.execPath, ['--import', 'tsx', 'test/scripts/commands/write-on.ts', url])
  await once(server.stdout, 'data')

  const saved = await backup(url, file)
  server.kill('SIGKILL')
  await once(server, 'exit')

  expect(saved).toMatchObject({ exit: 0, answer: { status: 'done', audited: false } })
  expect(saved.complaints).toContain('not in its audit')
  expect(readdirSync(dirname(url.slice('file:'.length))).filter(name => name.includes('copy'))).toEqual([])
  expect(await restoreInto(file, target)).toMatchObject({ exit: 0 })
  const names = await namesAt(target)
  const rights = names.filter(name => name.startsWith('right'))
  expect(rights.length).toBeGreaterThan(0)
  expect(names.filter(name => name.startsWith('left'))).toHaveLength(rights.length)
})

test.each(servers)('on %s what is written to a server meanwhile is not in the snapshot', async () => {
  const url = await freshUrl('mysql')
  await madeAt(url, db => insertAll(db, 'setting', [{ name: 'before', value: '1' }]))

  const found = await withDatabase(url, db =>
    withSnapshot(db, async snapshot => {
      await withDatabase(url, other => insertAll(other, 'setting', [{ name: 'meanwhile', value: '1' }]))
      const settings = []
      for await (const { table, rows } of batchesOf(snapshot)) if (table === 'setting') settings.push(...rows)
      return settings
    }),
  )

  expect(found).toEqual([['before', '1']])
})

function namesAt(url: string): Promise<string[]> {
  return withDatabase(url, async db => {
    const rows = await db.selectFrom('setting').select('name').execute()
    return rows.map(row => row.name)
  })
}
