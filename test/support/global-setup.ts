import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import mysql from 'mysql2/promise'
import type { TestProject } from 'vitest/node'

/** One run of the tests: all that it makes on this machine carries its name or stands in its folder. */
export interface TestRun {
  name: string
  folder: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    run: TestRun
  }
}

/** Runs once before all tests; afterwards nothing that they made is left. */
export default function setup(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'sports_test_'))
  const run = { name: basename(folder), folder }
  project.provide('run', run)
  return async () => {
    rmSync(folder, { recursive: true, force: true })
    const server = process.env.TEST_DATABASE_URL
    if (server) await dropSchemas(server, run.name)
  }
}

async function dropSchemas(server: string, run: string): Promise<void> {
  const connection = await mysql.createConnection(server)
  const [schemas] = await connection.query<mysql.RowDataPacket[]>('show databases')
  for (const name of schemas.map(row => String(Object.values(row)[0])))
    if (name.startsWith(`${run}_`)) await connection.query(`drop database if exists \`${name}\``)
  await connection.end()
}
