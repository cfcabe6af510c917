import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { playNetwork } from './network.ts'
import { smsGateway } from './sms-handler.ts'

playNetwork()

// Pages hold the app's one connection, which is bound when they are imported and opened when it is first used: it gets
// a place of its own before any test file is read. See app-database.ts.
const name = `sports_test_app_${process.pid}_${randomBytes(4).toString('hex')}`
const server = process.env.TEST_DATABASE_URL
process.env.SMS_URL = smsGateway.url
process.env.SMS_KEY = smsGateway.key
process.env.DATA_KEYS = `k1:${Buffer.alloc(32, 'k').toString('base64')}`
process.env.LOOKUP_KEY = Buffer.alloc(32, 'l').toString('base64')
process.env.DATABASE_URL = server ? urlOf(server) : `file:${join(tmpdir(), name, 'test.db')}`

process.env.FILES_DIR = join(tmpdir(), `${name}-files`)
afterAll(() => rmSync(process.env.FILES_DIR ?? '', { recursive: true, force: true }))

function urlOf(address: string): string {
  const url = new URL(address)
  url.pathname = `/${name}`
  return url.toString()
}
