import { openEnd, schoolYearOf } from '#app/calendar-day.ts'
import { className } from '#app/features/schools/class-name.rule.ts'
import type { Days } from '#app/features/schools/dated.rule.ts'
import { judgeDated } from '#app/features/schools/dated-rows.ts'
import type { SchoolsOfRows } from '#app/features/schools/schools-of-rows.server.ts'
import { problemAt, rowsTold } from '#app/features/schools/sheet-rows.ts'
import { weekdayNames } from '#app/spreadsheet/cells/weekday.ts'
import { textCell } from '#app/spreadsheet/cells-to-write.ts'
import { rawOf } from '#app/spreadsheet/grid.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import type { TableRow } from '#app/spreadsheet/read-table.ts'
import type { ProblemValues } from '#app/spreadsheet/reading.ts'
import {
  mostEntries,
  planEntry,
  type StoredEntry,
  slotOf,
  type TimetablePlan,
  type TimetableSaid,
  whyNotPlanned,
} from './timetable.rule.ts'
import { type TimetableRecord, timetableSheet } from './timetable.sheet.ts'
import { readClassesOn } from './timetable-classes.ts'
import type { TimetableSchool } from './timetable-schools.server.ts'

export type Row = TableRow<typeof timetableSheet>
type Column = Extract<keyof TimetableRecord, string>

/** A row of the sheet said of one class and one weekday only. */
interface Part {
  /** The row as it was written. */
  origin: Row
  /** The same row with the code of its school, the one class and the one weekday. */
  row: Row & { record: TimetableRecord }
  said: TimetableSaid
  school: TimetableSchool
}

export interface JudgedRows {
  planned: (Part & { plan: TimetablePlan })[]
  /** Why rows cannot stand: a row for many classes stands for all of them or not at all. */
  problems: Map<Row, Problem>
  warnings: Problem[]
  /** Once for each class and weekday that a row above says already. */
  repeated: Row[]
}

/** Each row by itself first, then, for each class and weekday that it names, against what will stand there. */
export function judgeTimetableRows(
  rows: readonly Row[],
  schools: Pick<SchoolsOfRows<TimetableSchool>, 'of'>,
): JudgedRows {
  const problems = new Map<Row, Problem>()
  const warnings: Problem[] = []
  const parts: Part[] = []
  for (const row of rows) {
    const read = row.record === null ? null : partsOf(row, row.record, schools)
    if (read === null) continue
    const isFull = parts.length + read.parts.length > mostEntries
    const problem = isFull ? problemOf(row, 'className', 'too-many') : read.problem
    if (read.warning !== null) warnings.push(read.warning)
    if (problem === null) parts.push(...read.parts)
    else problems.set(row, problem)
  }
  const first = judgeParts(parts)
  for (const [part, problem] of first.problems)
    if (!problems.has(part.origin)) problems.set(part.origin, problem)
  // What a refused row says is not said by it: another row that says the same counts again.
  const judged =
    first.problems.length === 0 ? first : judgeParts(parts.filter(part => !problems.has(part.origin)))
  return { ...judged, problems, warnings }
}

function partsOf(
  row: Row,
  record: TimetableRecord,
  schools: Pick<SchoolsOfRows<TimetableSchool>, 'of'>,
): { parts: Part[]; problem: Problem | null; warning: Problem | null } {
  const refused = (problem: Problem) => ({ parts: [], problem, warning: null })
  const school = schools.of(record.code)
  if ('refusal' in school) return refused(problemOf(row, 'code', school.refusal))
  if (!school.isYours) return refused(problemOf(row, 'code', 'not-allowed'))
  const startsAt = record.startsAt ?? ''
  const { minutes, validFrom, kind, weekdays } = record
  const said = {
    ...{ schoolId: school.id, kind, startsAt, minutes, validFrom },
    ...(row.cells.validTo !== undefined && { validTo: record.validTo ?? openEnd }),
    ...(row.cells.sport !== undefined && { sport: record.sport?.code ?? null }),
  }
  const refusal = whyNotPlanned(said)
  if (refusal !== null) {
    const { key, code, likely } = refusal
    if (likely === undefined) return refused(problemOf(row, key, code))
    return refused({ ...problemOf(row, key, code, {}, 'ask'), candidates: [likely] })
  }
  const named = readClassesOn(record.className, [...school.classes.values()], validFrom)
  const { candidates, ...found } = named.problem ?? { code: '' }
  const told = named.problem && {
    ...problemAt(timetableSheet, row, 'className', found),
    ...(candidates && { candidates }),
  }
  if (told !== null && told.reading !== 'warn') return refused(told)
  const year = schoolYearOf(validFrom)
  const parts = named.classes.flatMap(one => {
    const own = { ...record, code: school.code, className: textCell(className(one, year))! }
    return weekdays.map(weekday => ({
      ...{ origin: row, school, said: { ...said, classId: one.id, weekday } },
      row: { ...row, record: { ...own, weekdays: [weekday] } },
    }))
  })
  return { parts, problem: null, warning: told }
}

function judgeParts(parts: readonly Part[]) {
  const byRow = new Map<Row, Part>(parts.map(part => [part.row, part]))
  const standing = new Map<string, readonly StoredEntry[]>()
  for (const { said, school } of parts) standing.set(slotOf(said), school.bySlot.get(slotOf(said)) ?? [])
  const standingIn = (slot: string) => standing.get(slot) ?? []
  const judged = judgeDated<typeof timetableSheet, TimetablePlan>([...byRow.keys()], {
    keyOf: ({ code, className: of, weekdays, kind, startsAt, validFrom }) =>
      [code, rawOf(of), weekdays, kind, startsAt ?? '', validFrom].join(' '),
    judge: row => {
      const { said } = byRow.get(row)!
      const slot = slotOf(said)
      return { ok: true, slot, plan: planEntry(said, standingIn(slot)) }
    },
    standingIn,
    twice: (row, others) => problemOf(row, 'minutes', 'twice', { ...nameOf(row), ...rowsTold(others) }),
    overlap: (row, other) => problemOf(row, 'validFrom', 'overlaps', { ...nameOf(row), ...daysOf(other) }),
  })
  return {
    planned: [...judged.plans].map(([row, plan]) => ({ ...byRow.get(row)!, plan })),
    problems: [...judged.problems].map(([row, problem]) => [byRow.get(row)!, problem] as const),
    repeated: [...judged.repeated].map(row => byRow.get(row)!.origin),
  }
}

/** What messages call the class and the weekday of a part. */
export function nameOf({ record }: Row): ProblemValues {
  return { class: rawOf(record?.className), weekday: weekdayNames(record?.weekdays ?? []) }
}

function daysOf({ validFrom, validTo }: Days): ProblemValues {
  return { from: validFrom, to: validTo === openEnd ? '…' : validTo }
}

export function problemOf(
  row: Row,
  key: Column,
  code: string,
  values?: ProblemValues,
  reading: Problem['reading'] = 'reject',
): Problem {
  const found = { reading, code: `timetable.${code}`, ...(values !== undefined && { values }) }
  return problemAt(timetableSheet, row, key, found)
}
