import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mysql from 'mysql2/promise'

const everything = process.env.CI === 'true'
const chosen = process.argv.slice(2)
const server = process.env.TEST_DATABASE_URL ?? 'mysql://root@127.0.0.1:3306'
const browsers = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

interface Run {
  name: string
  env: Record<string, string>
}

const leftOut: string[] = []
const totals = { passed: 0, failed: 0, skipped: 0 }

for (const run of await runsOfThisMachine()) {
  console.log(`\n── ${run.name}`)
  const result = await vitest(run)
  totals.passed += result.passed
  totals.failed += result.failed
  totals.skipped += result.skipped
}
for (const line of leftOut) console.log(`left out: ${line}`)
if (everything && leftOut.length > 0) totals.failed += leftOut.length
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`)
process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0

/** The suite on each database, once in each time zone, then the flows in a browser on each database. */
async function runsOfThisMachine(): Promise<Run[]> {
  const sqlite = { TEST_DATABASE_URL: '' }
  const runs: Run[] = [{ name: 'SQLite, TZ=Asia/Shanghai', env: { ...sqlite, TZ: 'Asia/Shanghai' } }]
  const mariadb = await answers(server)
  if (mariadb) runs.push({ name: 'MySQL/MariaDB, TZ=UTC', env: { TEST_DATABASE_URL: server, TZ: 'UTC' } })
  else
    leftOut.push(
      'the suite on MySQL/MariaDB: none answers. Set TEST_DATABASE_URL=mysql://user:pass@host:3306',
    )
  const browser = browsers.find(path => path !== '' && existsSync(path))
  if (browser === undefined)
    leftOut.push('the browser flows: no Chromium. Install it, or set CHROMIUM=/path/to/chromium')
  else if (!existsSync('build/server/serve.js')) leftOut.push('the browser flows: run `npm run build` first')
  else {
    const flows = { SUITE: 'browser', CHROMIUM: browser }
    runs.push({ name: 'browser flows on SQLite', env: { ...flows, ...sqlite, TZ: 'Asia/Shanghai' } })
    if (mariadb)
      runs.push({
        name: 'browser flows on MySQL/MariaDB',
        env: { ...flows, TEST_DATABASE_URL: server, TZ: 'UTC' },
      })
  }
  return runs
}

async function answers(url: string): Promise<boolean> {
  try {
    const connection = await mysql.createConnection({ uri: url, connectTimeout: 2000 })
    await connection.end()
    return true
  } catch {
    // No server is an answer: the suite that needs one is left out, and said so.
    return false
  }
}

async function vitest({ env }: Run): Promise<typeof totals> {
  const report = join(mkdtempSync(join(tmpdir(), 'sports-report-')), 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    'remix.config.js',
    '--passWithNoTests',
    ...reporters,
    ...chosen,
  ]
  const code = await new Promise<number>(resolve => {
    const child = spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } })
    child.on('exit', exit => resolve(exit ?? 1))
  })
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 }
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'))
  // A file that does not load fails no test: the exit code tells.
  return {
    passed: numPassedTests,
    failed: Math.max(numFailedTests, code === 0 ? 0 : 1),
    skipped: numPendingTests,
  }
}
