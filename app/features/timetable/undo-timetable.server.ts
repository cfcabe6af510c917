import type { Json, UndoAnswer, UndoContext } from '#app/features/imports/sheet-import.ts'
import { undoDated } from '#app/features/schools/undo-dated.server.ts'
import type { Tx } from '#db/tables.ts'
import {
  deleteEntries,
  entriesOfSchools,
  type FoundEntry,
  findEntries,
  updateEntry,
} from './timetable.queries.server.ts'
import { isSameEntry, type StoredEntry, slotOf, type TimetableValues } from './timetable.rule.ts'
import { mayKeepTimetable } from './timetable-permission.rule.ts'

/** Takes the entries of an import away again, and gives those it changed their earlier minutes, sport and last day. */
export async function undoTimetable(
  tx: Tx,
  changes: readonly Json[],
  { scope, today }: UndoContext,
): Promise<UndoAnswer> {
  const ids = (changes as unknown as { id: string }[]).map(({ id }) => id)
  const found = await findEntries(tx, scope, ids, today)
  return undoDated<StoredEntry, FoundEntry, TimetableValues>(tx, scope, changes, {
    find: async id => found.get(id),
    mayChange: entry => mayKeepTimetable(scope, entry),
    isSame: isSameEntry,
    rowsOf: schoolIds => entriesOfSchools(tx, schoolIds),
    slotOf,
    remove: removed => deleteEntries(tx, removed),
    restore: (id, values) => updateEntry(tx, id, values),
  })
}
