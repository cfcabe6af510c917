import { verifyRollups } from '#app/features/activity/recompute-rollups.server.ts'
import { listImports } from '#app/features/imports/imports.queries.server.ts'
import { undoImport } from '#app/features/imports/undo-import.server.ts'
import { migrateDatabase, openDatabase } from '#db/connection.server.ts'
import type { Db } from '#db/tables.ts'
import { insertSchool } from '#test/support/school.ts'
import { longRows, longWorkbook, weekdaysFrom } from '../features/imports/long-workbook.ts'

export const city = { kind: 'city' } as const
export const tester = { id: null, name: 'tester' }

const classes = ['三(1)班', '三(2)班', '四(1)班', '四(2)班', '五(1)班']
const numbers = [
  [2023, 1],
  [2023, 2],
  [2022, 1],
  [2022, 2],
  [2021, 1],
] as const

/** Eight schools with a log of 6,000 lines, in a database that every process may open in its turn. */
export interface LongCity {
  bytes: Uint8Array
  /** What stands: all of the log or nothing, with sums that agree; else what is wrong. What stands whole is undone. */
  outcome: () => Promise<string>
  with: <T>(work: (db: Db) => Promise<T>) => Promise<T>
}

/** Fills the database; the log begins on the Monday, and `today` is a day behind it. */
export async function longCity(url: string, monday: string, today: string): Promise<LongCity> {
  const codes = Array.from({ length: 8 }, (_, at) => `21329${String(at + 1).padStart(5, '0')}`)
  const rows = longRows(
    codes.map(code => ({ code, classes })),
    weekdaysFrom(monday, 50),
  )

  async function withDatabase<T>(work: (db: Db) => Promise<T>): Promise<T> {
    const db = openDatabase(url)
    try {
      return await work(db)
    } finally {
      await db.destroy()
    }
  }

  await withDatabase(async db => {
    await migrateDatabase(db)
    for (const [at, code] of codes.entries())
      await insertSchool(db, {
        ...{ code, name: `试验第${at + 1}小学` },
        classes: numbers.map(([year, number]) => ['primary', year, number]),
      })
  })
  return {
    bytes: longWorkbook(rows),
    with: withDatabase,
    outcome: () =>
      withDatabase(async db => {
        const { count } = await db
          .selectFrom('activity')
          .select(eb => eb.fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow()
        const wrong = await verifyRollups(db)
        const runs = await listImports(db, city, { asOf: today, limit: 100, offset: 0 })
        const committed = runs.filter(run => run.status === 'committed')
        if (wrong.length > 0) return `sums: ${JSON.stringify(wrong[0])}`
        if (Number(count) === 0 && committed.length === 0) return 'none'
        const [done] = committed
        if (Number(count) !== rows.length || done === undefined || committed.length > 1)
          return `${count} rows, ${committed.length} committed`
        const undone = await undoImport(db, { id: done.id, scope: city, actor: tester, today })
        return undone.ok ? 'all' : `not undone: ${undone.refusal}`
      }),
  }
}
