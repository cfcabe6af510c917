import type { Json, UndoAnswer, UndoContext } from '#app/features/imports/sheet-import.ts'
import type { Tx } from '#db/tables.ts'
import { deleteEntry, entryAt, layerOf, upsertEntries } from './calendar.queries.server.ts'
import { type CalendarEntry, isSameEntry } from './calendar.rule.ts'
import { mayChangeLayer } from './calendar-permission.rule.ts'

/** A day of a calendar, as an import's commit answered it. */
interface DayChange {
  before: CalendarEntry | null
  after: CalendarEntry
}

/** The layer, stage and day of a change: an entry of the calendar has no id. */
export function changedDay(change: Json): string {
  const { scope, stage, day } = (change as unknown as DayChange).after
  return [scope, stage, day].join(' ')
}

/** Takes the days of a calendar import back to what stood before; refused when one of them was changed since. */
export async function undoCalendar(
  tx: Tx,
  changes: readonly Json[],
  { scope, today }: UndoContext,
): Promise<UndoAnswer> {
  const given = changes as unknown as DayChange[]
  for (const { after } of given) {
    const layer = await layerOf(tx, scope, after.scope, today)
    if (layer === null || !mayChangeLayer(scope, layer)) return { ok: false, refusal: 'not-yours' }
    const stands = await entryAt(tx, after)
    if (stands === undefined || !isSameEntry(stands, after))
      return { ok: false, refusal: 'changed-since', by: null }
  }
  await upsertEntries(
    tx,
    given.flatMap(({ before }) => before ?? []),
  )
  for (const { before, after } of given) if (before === null) await deleteEntry(tx, after)
  return { ok: true }
}
