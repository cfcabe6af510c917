import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import type { ImportContext, Json, SheetImport, StagedImport } from '#app/features/imports/sheet-import.ts'
import { staleImport } from '#app/features/imports/stale-import.ts'
import {
  duplicatesOf,
  type OtherRows,
  problemAt,
  rowsTold,
  setAside,
  shownColumns,
  shownRecord,
} from '#app/features/schools/sheet-rows.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import { readTable, type TableRow } from '#app/spreadsheet/read-table.ts'
import type { Db } from '#db/tables.ts'
import { entryAt, layerNamed, upsertEntries } from './calendar.queries.server.ts'
import { type CalendarEntry, isSameEntry, isTaught } from './calendar.rule.ts'
import { type CalendarRecord, calendarSheet } from './calendar.sheet.ts'
import { type Layer, mayChangeLayer } from './calendar-permission.rule.ts'
import { changedDay, undoCalendar } from './undo-calendar.server.ts'

type Row = TableRow<typeof calendarSheet>
type Named = { scope: string; layer: Layer } | null

/** Days of the calendar from a workbook, by scope, stage and day. A day that the file leaves out stays as it is. */
export const calendarImport: SheetImport = {
  async stage(db, grids, context): Promise<StagedImport> {
    const { today } = context
    const table = readTable(grids, calendarSheet, ({ date1904 }) => ({ today, date1904 }))
    const layers = await layersOf(db, context.scope, table.rows, today)
    const { repeated, contradicting } = duplicatesOf(table.rows, keyOf)
    const staged: StagedImport = {
      rows: [],
      problems: [...table.problems],
      rejected: [],
      ignored: setAside(table),
      columns: shownColumns(calendarSheet),
      firstDay: null,
      lastDay: null,
      schoolId: null,
    }
    for (const row of table.rows) {
      const problem = problemOf(row, layers, context.scope, contradicting.get(row))
      if (problem !== null) staged.problems.push(problem)
      if (row.record === null || problem !== null) staged.rejected.push({ sheet: row.sheet, row: row.row })
      else if (repeated.has(row)) staged.ignored.push({ sheet: row.sheet, row: row.row, why: 'repeated' })
      else await stageRow(db, row.sheet, row.row, row.record, layers, staged)
    }
    return withDays(staged)
  },

  async commit(tx, rows, context: ImportContext): Promise<Json[]> {
    const changes: { before: CalendarEntry | null; after: CalendarEntry }[] = []
    for (const row of rows) {
      // Staged below and stored as JSON in between.
      const { place, entry } = row.data as unknown as { place: string; entry: CalendarEntry }
      const named = await layerNamed(tx, context.scope, place, context.today)
      if (named?.scope !== entry.scope || !mayChangeLayer(context.scope, named.layer)) throw staleImport(row)
      const before = (await entryAt(tx, entry)) ?? null
      if (before === null || !isSameEntry(before, entry)) changes.push({ before, after: entry })
    }
    await upsertEntries(
      tx,
      changes.map(change => change.after),
    )
    return changes as unknown as Json[]
  },

  undo: undoCalendar,
  changedRow: changedDay,
}

async function layersOf(db: Db, scope: Scope, rows: readonly Row[], today: Day): Promise<Map<string, Named>> {
  const layers = new Map<string, Named>()
  for (const { record } of rows) {
    const place = record?.place ?? ''
    if (!layers.has(place)) layers.set(place, await layerNamed(db, scope, place, today))
  }
  return layers
}

function problemOf(
  row: Row,
  layers: ReadonlyMap<string, Named>,
  scope: Scope,
  others: OtherRows | undefined,
): Problem | null {
  if (row.record === null) return null
  const named = layers.get(row.record.place ?? '') ?? null
  if (named === null) return problemAt(calendarSheet, row, 'place', { code: 'calendar.scope-unknown' })
  if (!mayChangeLayer(scope, named.layer))
    return problemAt(calendarSheet, row, 'place', { code: 'calendar.scope-not-yours' })
  if (row.record.followsWeekday !== null && !isTaught(row.record.kind))
    return problemAt(calendarSheet, row, 'followsWeekday', { code: 'calendar.follows-without-makeup' })
  if (others === undefined) return null
  return problemAt(calendarSheet, row, 'day', { code: 'calendar.twice', values: rowsTold(others) })
}

async function stageRow(
  db: Db,
  sheet: string,
  row: number,
  record: CalendarRecord,
  layers: ReadonlyMap<string, Named>,
  staged: StagedImport,
): Promise<void> {
  const entry: CalendarEntry = {
    scope: layers.get(record.place ?? '')?.scope ?? '',
    stage: record.stage ?? '',
    day: record.day,
    kind: record.kind,
    followsWeekday: record.followsWeekday,
    note: record.note ?? '',
  }
  const before = await entryAt(db, entry)
  const isUnchanged = before !== undefined && isSameEntry(before, entry)
  staged.rows.push({
    sheet,
    row,
    verdict: before === undefined ? 'new' : isUnchanged ? 'unchanged' : 'changed',
    data: { place: record.place ?? '', entry: { ...entry } },
    shown: shownRecord(calendarSheet, record),
    ...(before !== undefined &&
      !isUnchanged && {
        before: shownRecord(calendarSheet, { ...record, ...before, stage: before.stage || null }),
      }),
  })
}

function keyOf(record: CalendarRecord): string {
  return [record.place ?? '', record.stage ?? '', record.day].join(' ')
}

function withDays(staged: StagedImport): StagedImport {
  const days = staged.rows.map(row => (row.data as unknown as { entry: CalendarEntry }).entry.day).sort()
  return { ...staged, firstDay: days[0] ?? null, lastDay: days[days.length - 1] ?? null }
}
