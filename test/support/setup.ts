import { join } from 'node:path'
import { inject } from 'vitest'
import { playNetwork } from './network.ts'
import { smsGateway } from './sms-handler.ts'

playNetwork()

// Pages hold the app's one connection, which is bound when they are imported and opened when it is first used: it gets
// a place of its own before any test file is read, the same for all files of one process. See app-database.ts.
const run = inject('run')
const server = process.env.TEST_DATABASE_URL
process.env.SMS_URL = smsGateway.url
process.env.SMS_KEY = smsGateway.key
process.env.DATA_KEYS = `k1:${Buffer.alloc(32, 'k').toString('base64')}`
process.env.LOOKUP_KEY = Buffer.alloc(32, 'l').toString('base64')
process.env.DATABASE_URL = server
  ? urlOf(server)
  : `file:${join(run.folder, `app-${process.pid}`, 'test.db')}`
process.env.FILES_DIR = join(run.folder, `files-${process.pid}`)

function urlOf(address: string): string {
  const url = new URL(address)
  url.pathname = `/${run.name}_app_${process.pid}`
  return url.toString()
}
