import * as xlsx from 'xlsx'
import type { Day } from '#app/calendar-day.ts'
import { kindNames } from '#app/features/activity/activity.text.ts'
import { activityRecords } from '#app/features/imports/activity-records.server.ts'
import { listSchools } from '#app/features/schools/schools.queries.server.ts'
import type { Database, Db } from '#db/tables.ts'
import type { BenchPlace } from './figure.ts'
import { logHeaders } from './log-headers.ts'

const city = { kind: 'city' } as const
const headers = logHeaders({ without: ['grade'] })

export type LedgerRow = Database['activity']

/** The city's log of so many activities, as Excel would save it, and the same as rows of the ledger. */
export async function cityLog(
  { db, today }: BenchPlace,
  count: number,
): Promise<{ bytes: Uint8Array; rows: LedgerRow[]; days: { from: Day; to: Day } }> {
  const days = await daysWith(db, count)
  const schools = (await listSchools(db, city, { asOf: today })).filter(school => school.code !== null)
  const lines: (string | number | null)[][] = []
  for await (const records of activityRecords(db, city, schools, { ...days, asOf: today }))
    for (const {
      code,
      date,
      className,
      kind,
      sport,
      startsAt,
      minutes,
      participants,
      teacher,
      note,
    } of records)
      lines.push([
        ...[code, date, className, kindNames[kind]['zh-CN'], sport, startsAt],
        ...[minutes, participants, teacher, note],
      ])
  const book = xlsx.utils.book_new()
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet([headers, ...lines], { dense: true }), '台账')
  const bytes: Uint8Array = xlsx.write(book, {
    ...{ type: 'buffer', bookType: 'xlsx', compression: true, bookSST: true },
  })
  const rows = await db
    .selectFrom('activity')
    .selectAll()
    .where(
      'school_id',
      'in',
      schools.map(school => school.id),
    )
    .where('day', '>=', days.from)
    .where('day', '<=', days.to)
    .execute()
  if (rows.length !== lines.length) throw new Error(`${lines.length} lines of ${rows.length} activities`)
  return { bytes, rows, days }
}

/** Takes the days out of the ledger and its roll-ups, as if nobody had reported yet. */
export async function forgetDays(db: Db, { from, to }: { from: Day; to: Day }): Promise<void> {
  for (const table of ['activity', 'class_day', 'school_day', 'sport_day'] as const)
    await db.deleteFrom(table).where('day', '>=', from).where('day', '<=', to).execute()
}

/** From the first day of the logs to the one with which there are enough. */
export async function daysWith(db: Db, count: number): Promise<{ from: Day; to: Day }> {
  const days = await db
    .selectFrom('activity')
    .select('day')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .groupBy('day')
    .orderBy('day')
    .execute()
  let sum = 0
  const last = days.find(each => {
    sum += Number(each.count)
    return sum >= count
  })
  if (last === undefined) throw new Error(`There are only ${sum} activities`)
  return { from: days[0]?.day ?? last.day, to: last.day }
}
