import { openEnd } from '#app/calendar-day.ts'
import { usesOfKinds } from '#app/features/activity/activity-context.queries.server.ts'
import { kindWordsOf } from '#app/features/activity/kind-words.ts'
import type {
  ImportContext,
  Json,
  SheetImport,
  StagedImport,
  StagedRow,
} from '#app/features/imports/sheet-import.ts'
import { staleImport } from '#app/features/imports/stale-import.ts'
import { overlapping } from '#app/features/schools/dated.rule.ts'
import { schoolReader } from '#app/features/schools/school-reader.server.ts'
import { findSchool } from '#app/features/schools/schools.queries.server.ts'
import { shownRecord, stagedTable } from '#app/features/schools/sheet-rows.ts'
import type { SportContext } from '#app/features/sports/sport-column.ts'
import { sportReader } from '#app/features/sports/sport-reader.server.ts'
import { meaningsAt, placeOfUpload } from '#app/features/words/words-of-upload.server.ts'
import { readTable } from '#app/spreadsheet/read-table.ts'
import type { Tx } from '#db/tables.ts'
import { lockRow } from '#db/write.server.ts'
import { doubtfulTimes } from './doubtful-times.ts'
import { type JudgedRows, judgeTimetableRows } from './judge-timetable-rows.ts'
import { insertEntries, updateEntry } from './timetable.queries.server.ts'
import {
  planEntry,
  slotOf,
  type TimetablePlan,
  type TimetableSaid,
  type TimetableValues,
  whyNotPlanned,
} from './timetable.rule.ts'
import { timetableSheet } from './timetable.sheet.ts'
import {
  loadTimetableSchool,
  loadTimetableSchools,
  type TimetableSchool,
} from './timetable-schools.server.ts'
import { undoTimetable } from './undo-timetable.server.ts'

/**
 * What classes have planned for each week, from a workbook, by class, weekday, kind, start and first day. A row for
 * several classes or weekdays counts once for each of them. None is ever removed by an import.
 */
export const timetableImport: SheetImport = {
  async stage(db, grids, context): Promise<StagedImport> {
    const sports = await sportReader(db, context)
    const place = await placeOfUpload(db, context)
    const { today } = context
    const uses = place.schoolId === null ? undefined : await usesOfKinds(db, place.schoolId, today)
    const kindWords = kindWordsOf(await meaningsAt(db, 'activity-kind', place), uses)
    const schools = await schoolReader(db, context)
    const table = readTable(grids, timetableSheet, ({ date1904 }) => ({
      ...{ today, date1904, kindWords },
      ...sports,
      ...schools,
    }))
    const codes = table.rows.map(row => row.record?.code ?? null)
    const judged = judgeTimetableRows(table.rows, await loadTimetableSchools(db, context, codes))
    const staged = stagedTable(
      timetableSheet,
      table,
      { ...judged, rows: judged.planned.map(one => stagedRow(one, sports)) },
      schoolOf(judged, context),
    )
    return { ...staged, problems: [...staged.problems, ...judged.warnings, ...doubtfulTimes(judged)] }
  },

  async commit(tx, rows, context): Promise<Json[]> {
    // Staged above and stored as JSON in between.
    const given = rows.map(row => ({ row, said: row.data as unknown as TimetableSaid }))
    const schools = await lockedSchools(tx, context, given)
    const planned = given.map(({ row, said }) => {
      const school = schools.get(said.schoolId)
      const one = school?.classes.get(said.classId)
      if (school === undefined || !school.isYours || one === undefined) throw staleImport(row)
      const isThere = one.validFrom <= said.validFrom && said.validFrom <= one.validTo
      if (!isThere || whyNotPlanned(said) !== null) throw staleImport(row)
      const slot = slotOf(said)
      return { row, slot, school, plan: planEntry(said, school.bySlot.get(slot) ?? []) }
    })
    const bySlot = new Map(planned.map(({ slot, school }) => [slot, school.bySlot.get(slot) ?? []]))
    const [met] = overlapping(planned, slot => bySlot.get(slot) ?? []).keys()
    if (met !== undefined) throw staleImport(met)
    return writePlans(
      tx,
      planned.map(({ plan }) => plan),
    )
  },

  undo: undoTimetable,
}

/** The one school that the file is about, where it is one. */
function schoolOf(
  { planned }: JudgedRows,
  { scope, schoolId }: Pick<ImportContext, 'scope' | 'schoolId'>,
): string | null {
  if (scope.kind === 'school') return scope.schoolId
  const [only, ...others] = new Set(planned.map(({ said }) => said.schoolId))
  return schoolId ?? (others.length === 0 ? (only ?? null) : null)
}

function stagedRow(
  { row, said, plan }: JudgedRows['planned'][number],
  { sports }: Pick<SportContext, 'sports'>,
): StagedRow {
  const shown = ({ minutes, sport, validTo }: TimetableValues) =>
    shownRecord(timetableSheet, {
      ...row.record,
      minutes,
      sport: sport === null ? null : { code: sport, name: nameOfSport(sport, sports) },
      validTo: validTo === openEnd ? null : validTo,
    })
  const { verdict } = plan
  const staged = { sheet: row.sheet, row: row.row, verdict, data: { ...said }, shown: shown(plan.after) }
  return plan.verdict === 'changed' ? { ...staged, before: shown(plan.standing) } : staged
}

function nameOfSport(code: string, sports: SportContext['sports']): string {
  return sports.find(sport => sport.code === code)?.name ?? code
}

/** The schools of the rows as they stand now; they are held until all is written. */
async function lockedSchools(
  tx: Tx,
  context: ImportContext,
  given: readonly { row: StagedRow; said: TimetableSaid }[],
): Promise<Map<string, TimetableSchool>> {
  const schools = new Map<string, TimetableSchool>()
  for (const id of [...new Set(given.map(({ said }) => said.schoolId))].sort()) {
    await lockRow(tx, 'school', id)
    const school = await findSchool(tx, context.scope, id, context.today)
    if (school !== undefined) schools.set(id, await loadTimetableSchool(tx, context, school))
  }
  return schools
}

async function writePlans(tx: Tx, plans: readonly TimetablePlan[]): Promise<Json[]> {
  const added = plans.flatMap(plan => (plan.verdict === 'new' ? [plan.after] : []))
  const ids = await insertEntries(tx, added)
  const changes: Json[] = ids.map((id, at) => ({
    ...{ kind: 'timetable.add', id },
    after: valuesOf(added[at]!),
  }))
  for (const plan of plans) {
    if (plan.verdict !== 'changed') continue
    const { id } = plan.standing
    const [before, after] = [valuesOf(plan.standing), valuesOf(plan.after)]
    await updateEntry(tx, id, after)
    changes.push({ kind: 'timetable.change', id, before, after })
  }
  return changes
}

function valuesOf({ minutes, sport, validTo }: TimetableValues) {
  return { minutes, sport, validTo }
}
