import { schoolYearOf } from '#app/calendar-day.ts'
import type { ImportContext, StagedImport, StagedRow } from '#app/features/imports/sheet-import.ts'
import { className, nameOfClassKey } from '#app/features/schools/class-name.rule.ts'
import type { Grid } from '#app/spreadsheet/grid.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import type { Db } from '#db/tables.ts'
import { activityColumns } from './activity.text.ts'
import { type ActivityValues, classDayKeyOf, compareActivities } from './activity-compare.rule.ts'
import { activityContextOf } from './activity-context.server.ts'
import type { ActivityEntry, RegisteredClass } from './activity-entry.ts'
import { readActivityGrids } from './activity-reading.ts'
import { keepDays } from './keep-days.ts'
import { ledgerRowsOn } from './ledger.queries.server.ts'
import { schoolOfUpload } from './school-of-upload.server.ts'

/** Reads an activity workbook and compares it with what stands; changes nothing. */
export async function stageActivity(db: Db, grids: Grid[], context: ImportContext): Promise<StagedImport> {
  const found = await schoolOfUpload(db, grids, context)
  if (!found.ok) return refusedWhole(grids[0]?.name ?? '', found.refusal)
  const { school } = found
  const told = await activityContextOf(db, school, {
    today: context.dateContext ?? context.today,
    fileName: context.fileName,
  })
  const reading = keepDays(readActivityGrids(grids, told), context.onlyDays)
  const given = reading.rows.map(valuesOf)
  const days = [...new Set(given.map(row => row.day))].sort()
  const standing = days.length === 0 ? [] : await ledgerRowsOn(db, school.id, days)
  const { rows: compared, removed } = compareActivities(given, standing)
  const losses = lossesOf(given, removed)
  const shown = showing(told.classes)

  const rows = reading.rows.map((entry, at): StagedRow => {
    const { verdict, before } = compared[at]!
    return {
      sheet: entry.sheet,
      row: entry.row,
      // A class-day that only loses rows is changed too, and must not pass for unchanged.
      verdict: verdict === 'unchanged' && losses.has(at) ? 'changed' : verdict,
      data: { schoolId: school.id, ...valuesOf(entry) },
      shown: shown(entry.classKey, valuesOf(entry)),
      ...(verdict === 'changed' && before !== null && { before: shown(entry.classKey, before) }),
    }
  })
  return {
    rows,
    problems: [...reading.problems, ...lossProblems(reading.rows, losses)],
    rejected: reading.rejectedRows.map(({ sheet, row }) => ({ sheet, row })),
    ignored: reading.ignored,
    columns,
    firstDay: days[0] ?? null,
    lastDay: days[days.length - 1] ?? null,
    schoolId: school.id,
  }
}

const columns = Object.entries(activityColumns).map(([key, header]) => ({ key, header }))

function refusedWhole(sheet: string, code: string): StagedImport {
  return {
    rows: [],
    problems: [{ sheet, cell: 'A1', header: '', raw: '', reading: 'reject', code }],
    rejected: [],
    ignored: [],
    columns,
    firstDay: null,
    lastDay: null,
    schoolId: null,
  }
}

function valuesOf(entry: ActivityEntry): ActivityValues {
  return {
    classId: entry.classId,
    day: entry.day,
    kind: entry.kind,
    startsAt: entry.startsAt ?? '',
    minutes: entry.minutes,
    sportCode: entry.sport,
    participants: entry.participants,
    teacher: entry.teacher,
    note: entry.note,
    reportedScope: entry.reportedScope,
  }
}

function showing(classes: readonly RegisteredClass[]) {
  const byId = new Map(classes.map(one => [one.id, one] as const))
  return (classKey: string, values: ActivityValues) => {
    const one = byId.get(values.classId)
    return {
      class: classKey,
      className: one === undefined ? '' : className(one, schoolYearOf(values.day)),
      date: values.day,
      kind: values.kind,
      sport: values.sportCode,
      startsAt: values.startsAt === '' ? null : values.startsAt,
      minutes: values.minutes,
      participants: values.participants,
      teacher: values.teacher === '' ? null : values.teacher,
      note: values.note === '' ? null : values.note,
    }
  }
}

/** How many standing rows each class-day would lose, at the first given row of that class-day. */
function lossesOf(given: readonly ActivityValues[], removed: readonly ActivityValues[]): Map<number, number> {
  const counts = new Map<string, number>()
  for (const row of removed) counts.set(classDayKeyOf(row), (counts.get(classDayKeyOf(row)) ?? 0) + 1)
  const losses = new Map<number, number>()
  for (const [at, row] of given.entries()) {
    const count = counts.get(classDayKeyOf(row))
    if (count === undefined) continue
    losses.set(at, count)
    counts.delete(classDayKeyOf(row))
  }
  return losses
}

function lossProblems(rows: readonly ActivityEntry[], losses: ReadonlyMap<number, number>): Problem[] {
  return [...losses].map(([at, count]) => {
    const { sheet, cell, classKey, day } = rows[at]!
    const values = { class: nameOfClassKey(classKey), day, count }
    return { sheet, cell, header: '', raw: '', reading: 'warn', code: 'activity.removes-rows', values }
  })
}
