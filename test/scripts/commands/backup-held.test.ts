import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { backup, freshFile, freshUrl, madeAt, restoreInto, withDatabase } from './whole-database.ts'

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

function namesAt(url: string): Promise<string[]> {
  return withDatabase(url, async db => {
    const rows = await db.selectFrom('setting').select('name').execute()
    return rows.map(row => row.name)
  })
}
