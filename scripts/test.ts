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
  /** What of the files it leaves out or takes alone; everything when absent. */
  args?: string[]
}

/** Flows that fail when the server answers late: nothing else may keep the machine busy. */
const timedFlows = 'test/browser/hostile-upload.test.ts'

/** What the browser alone decides, whatever the database: how pages look, and what a device keeps without a network. */
const onTheScreen = ['test/browser/every-page/', 'test/browser/visit-flow.test.ts']

const leftOut: string[] = []
const totals = { passed: 0, failed: 0, skipped: 0 }

for (const sideBySide of await runsOfThisMachine()) {
  const results = await Promise.all(sideBySide.map((run, at) => vitest(run, at === 0 ? 'now' : 'afterwards')))
  for (const { counts, said } of results) {
    process.stdout.write(said)
    totals.passed += counts.passed
    totals.failed += counts.failed
    totals.skipped += counts.skipped
  }
}
for (const line of leftOut) console.log(`left out: ${line}`)
if (everything && leftOut.length > 0) totals.failed += leftOut.length
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`)
process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0

/**
 * The suite on each database, once in each time zone, then the flows in a browser on each database: a flow waits more
 * than it works, so the two databases go side by side, but for the flows that hold the server to seconds. A flow that
 * goes with and without scripts goes one way on each database. What the browser alone decides is looked at once.
 */
async function runsOfThisMachine(): Promise<Run[][]> {
  const sqlite = { TEST_DATABASE_URL: '', TZ: 'Asia/Shanghai' }
  const mariadb = { TEST_DATABASE_URL: server, TZ: 'UTC' }
  const hasMariadb = await answers(server)
  const runs: Run[][] = [[{ name: 'SQLite, TZ=Asia/Shanghai', env: sqlite }]]
  if (hasMariadb) runs.push([{ name: 'MySQL/MariaDB, TZ=UTC', env: mariadb }])
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
    const each: Run[] = [{ name: 'browser flows on SQLite', env: { ...flows, ...sqlite } }]
    if (hasMariadb) each.push({ name: 'browser flows on MySQL/MariaDB', env: { ...flows, ...mariadb } })
    if (chosen.length > 0) runs.push(...each.map(run => [run]))
    else {
      const apart = [timedFlows, ...onTheScreen.map(path => `${path}**`)].map(path => `--exclude=${path}`)
      const scripts = (at: number): Record<string, string> =>
        hasMariadb ? { PAGE_SCRIPTS: at === 0 ? 'on' : 'off' } : {}
      runs.push(each.map((run, at) => ({ ...run, env: { ...run.env, ...scripts(at) }, args: apart })))
      runs.push([{ name: 'screens', env: { ...flows, ...sqlite, BROWSERS: '2' }, args: onTheScreen }])
      runs.push(...each.map(run => [{ ...run, name: `timed ${run.name}`, args: [timedFlows] }]))
    }
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

/** One run; what it says is shown as it comes, or afterwards where another one is speaking. */
async function vitest(
  { name, env, args: own = [] }: Run,
  speaks: 'now' | 'afterwards',
): Promise<{ counts: typeof totals; said: string }> {
  const report = join(mkdtempSync(join(tmpdir(), 'sports-report-')), 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    'remix.config.js',
    '--passWithNoTests',
    ...reporters,
    ...own,
    ...chosen,
  ]
  const heading = `\n── ${name}\n`
  if (speaks === 'now') process.stdout.write(heading)
  const heard: string[] = [speaks === 'now' ? '' : heading]
  const code = await new Promise<number>(resolve => {
    const stdio = speaks === 'now' ? 'inherit' : 'pipe'
    const child = spawn(process.execPath, args, { stdio, env: { ...process.env, ...env } })
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (piece: string) => heard.push(piece))
    child.on('close', exit => resolve(exit ?? 1))
  })
  return { counts: countsIn(report, code), said: heard.join('') }
}

function countsIn(report: string, code: number): typeof totals {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 }
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'))
  // A file that does not load fails no test: the exit code tells.
  return {
    passed: numPassedTests,
    failed: Math.max(numFailedTests, code === 0 ? 0 : 1),
    skipped: numPendingTests,
  }
}
