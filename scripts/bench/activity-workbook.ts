import * as xlsx from 'xlsx'
import { schoolYearOf } from '#app/calendar-day.ts'
import { loadCalendar } from '#app/features/calendar/calendar.queries.server.ts'
import { schoolDaysOf } from '#app/features/calendar/calendar.rule.ts'
import { className, gradeName, gradeOfClass } from '#app/features/schools/class-name.rule.ts'
import { sampleActivity } from '#db/samples.ts'
import type { BenchPlace } from './figure.ts'
import { logHeaders } from './log-headers.ts'

const headers = logHeaders({ without: ['code'] })
const kinds = [
  { kind: 'PE_LESSON', name: '体育课', sport: '足球', sportCode: 'football', at: '10:15', minutes: 40 },
  { kind: 'BIG_BREAK_AM', name: '上午大课间', sport: '', sportCode: null, at: '09:25', minutes: 30 },
  { kind: 'BIG_BREAK_PM', name: '下午大课间', sport: '', sportCode: null, at: '15:00', minutes: 30 },
]

/** The log of September of the school whose manager signs in, `count` rows long, as a file and as rows. */
export async function activityWorkbook({ db, today }: BenchPlace, count: number) {
  const account = await db
    .selectFrom('account')
    .select('school_id')
    .where('login', '=', 'school')
    .executeTakeFirstOrThrow()
  const schoolId = account.school_id ?? ''
  const classes = await db
    .selectFrom('school_class')
    .select(['id', 'stage', 'entry_year as entryYear', 'class_no as classNo', 'pupils'])
    .where('school_id', '=', schoolId)
    .execute()
  const year = schoolYearOf(today)
  const range = { from: `${year}-09-01`, to: `${year}-12-31` }
  const calendar = await loadCalendar(db, range)
  const days = schoolDaysOf(calendar, { schoolId, unitCode: '320722' }, 'primary', range.from, today)
  const all = days
    .flatMap(day => classes.flatMap(one => kinds.map(kind => ({ day, one, kind }))))
    .slice(0, count)

  const sheet = xlsx.utils.aoa_to_sheet([
    headers,
    ...all.map(({ day, one, kind }) => [
      day,
      gradeName(gradeOfClass(one.stage, one.entryYear, year) ?? 0),
      className(one, year),
      kind.name,
      kind.sport,
      kind.at,
      kind.minutes,
      one.pupils,
      '王老师',
      '',
    ]),
  ])
  const book = xlsx.utils.book_new()
  xlsx.utils.book_append_sheet(book, sheet, '活动记录')
  const rows = all.map(({ day, one, kind }) =>
    sampleActivity({
      school_id: schoolId,
      class_id: one.id,
      day,
      kind: kind.kind,
      starts_at: kind.at,
      minutes: kind.minutes,
      sport_code: kind.sportCode,
      participants: one.pupils,
      teacher: '王老师',
    }),
  )
  const bytes: Uint8Array = xlsx.write(book, { type: 'buffer', bookType: 'xlsx', compression: true })
  return { schoolId, bytes, rows, lastDay: rows[rows.length - 1]?.day ?? range.from }
}
