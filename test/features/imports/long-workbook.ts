import * as xlsx from 'xlsx'
import { addDays, weekdayOf } from '#app/calendar-day.ts'
import { logHeaders } from '#scripts/bench/log-headers.ts'

export interface LongSchool {
  code: string
  /** Names of its classes, such as 三(1)班. */
  classes: string[]
}

const kinds = [
  ['体育课', '足球', '10:15', 40],
  ['上午大课间', '', '09:25', 30],
  ['课后服务', '篮球', '15:40', 45],
] as const

const header = logHeaders({ without: ['grade'] })

/** The school days from the day on, holidays not looked at. */
export function weekdaysFrom(first: string, count: number): string[] {
  const days: string[] = []
  for (let day = first; days.length < count; day = addDays(day, 1)) if (weekdayOf(day) <= 5) days.push(day)
  return days
}

export type LongRow = (string | number)[]

/** A city's log: three activities of each class on each day, the schools in turn. */
export function longRows(schools: readonly LongSchool[], days: readonly string[]): LongRow[] {
  return schools.flatMap(({ code, classes }) =>
    days.flatMap(day =>
      classes.flatMap(name =>
        kinds.map(([kind, sport, at, minutes]): LongRow => {
          return [code, day, name, kind, sport, at, minutes, 40, '王老师', '']
        }),
      ),
    ),
  )
}

/** 5,712 lines of a school of two classes: five minutes each at every tenth minute of a day. */
export function manyRows(code = ''): LongRow[] {
  const times = Array.from({ length: 56 }, (_, at) => {
    const minute = 8 * 60 + at * 10
    return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  })
  return longRows([{ code, classes: ['三(1)班', '三(2)班'] }], weekdaysFrom('2025-09-01', 17)).flatMap(row =>
    times.map(time => row.with(5, time).with(6, 5).with(7, '')),
  )
}

/** `merged`: areas such as 'B2:B4'. */
export function longWorkbook(rows: readonly LongRow[], merged: readonly string[] = []): Uint8Array {
  const book = xlsx.utils.book_new()
  const sheet = xlsx.utils.aoa_to_sheet([header, ...rows])
  sheet['!merges'] = merged.map(area => xlsx.utils.decode_range(area))
  xlsx.utils.book_append_sheet(book, sheet, '台账')
  return xlsx.write(book, { type: 'buffer', bookType: 'xlsx', compression: true })
}
