import { openDatabase } from '#db/connection.server.ts'
import { applicationBurst } from './bench/application-burst.ts'
import { complianceMonth } from './bench/compliance-month.ts'
import { coveragePage } from './bench/coverage-page.ts'
import { coverageQuery } from './bench/coverage-query.ts'
import { export200000, export200000Memory } from './bench/export-200000.ts'
import { type BenchLine, type BenchPlace, type Figure, measure } from './bench/figure.ts'
import { hostileRefused, hostileRefusedMemory } from './bench/hostile-refused.ts'
import { import2000Commit, import2000Preview } from './bench/import-2000.ts'
import { import200000, import200000Memory, import200000Page } from './bench/import-200000.ts'
import { mysqlPlace, type Opened, sqlitePlace } from './bench/places.ts'
import { postBoard } from './bench/post-board.ts'
import { ranking20000, rankingPublish20000 } from './bench/ranking-20000.ts'
import { read200000, read200000Memory } from './bench/read-200000.ts'
import { scoringSheet } from './bench/scoring-sheet.ts'
import { titlesPage } from './bench/titles-page.ts'

/** Every figure; those that change the database come last. */
const figures: Record<string, (place: BenchPlace) => Promise<Figure>> = {
  'coverage-query': coverageQuery,
  'compliance-month': complianceMonth,
  'import-2000-preview': import2000Preview,
  'import-2000-commit': import2000Commit,
  'read-200000': read200000,
  'read-200000-memory': read200000Memory,
  'hostile-refused': hostileRefused,
  'hostile-refused-memory': hostileRefusedMemory,
  'ranking-20000': ranking20000,
  'ranking-publish-20000': rankingPublish20000,
  'export-200000': export200000,
  'coverage-page': coveragePage,
  'titles-page': titlesPage,
  'scoring-sheet': scoringSheet,
  'post-board': postBoard,
  'export-200000-memory': export200000Memory,
  'import-200000': import200000,
  'import-200000-memory': import200000Memory,
  'import-200000-page': import200000Page,
  'application-burst': applicationBurst,
}

const words = process.argv.slice(2)
const isJson = words.includes('--json')
const wanted = words.filter(word => !word.startsWith('--'))
const unknown = wanted.filter(name => figures[name] === undefined)

if (unknown.length > 0) {
  tell(`There is no figure ${unknown.join(', ')}. There are: ${Object.keys(figures).join(', ')}`)
  process.exitCode = 2
} else {
  for (const open of [sqlitePlace, mysqlPlace]) {
    const opened = await open(tell)
    if (opened !== null) await takeAll(opened)
  }
}

/** Takes the figures one after the other; one that fails is told, and the rest go on. */
async function takeAll({ place, remove }: Opened): Promise<void> {
  try {
    await place.db.destroy()
    for (const [name, figureOf] of Object.entries(figures)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue
      try {
        await take(figureOf, place)
      } catch (error) {
        tell(`${name} on ${place.engine} failed: ${error instanceof Error ? error.message : error}`)
        process.exitCode = 1
      }
    }
  } finally {
    await remove()
  }
}

/** With a connection of its own: an embedded database serves one process, and some figures start the site on it. */
async function take(figureOf: (place: BenchPlace) => Promise<Figure>, place: BenchPlace): Promise<void> {
  const db = openDatabase(place.url)
  try {
    const figure = await figureOf({ ...place, db })
    try {
      print(await measure(figure, place.engine))
    } finally {
      await figure.close?.()
    }
  } finally {
    await db.destroy()
  }
}

function print(line: BenchLine): void {
  console.log(isJson ? JSON.stringify(line) : wordsOf(line))
}

function wordsOf({ name, unit, ours, floor, ratio, samples }: BenchLine): string {
  return `${name.padEnd(28)} ${ours} ${unit}, floor ${floor} ${unit}, ${ratio} ×, median of ${samples}`
}

function tell(line: string): void {
  console.error(line)
}
