import type { ImportContext } from '#app/features/imports/sheet-import.ts'
import { type ClassRow, listClasses } from '#app/features/schools/classes.queries.server.ts'
import type { SchoolRow } from '#app/features/schools/schools.queries.server.ts'
import { type SchoolsOfRows, schoolsOfRows } from '#app/features/schools/schools-of-rows.server.ts'
import type { Db } from '#db/tables.ts'
import { entriesOfSchools } from './timetable.queries.server.ts'
import { type StoredEntry, slotOf } from './timetable.rule.ts'
import { mayKeepTimetable } from './timetable-permission.rule.ts'

/** A school with what rows about it are judged by. */
export interface TimetableSchool {
  id: string
  code: string | null
  /** Of every time. */
  classes: ReadonlyMap<string, ClassRow>
  /** Every entry, ever, by slotOf. */
  bySlot: ReadonlyMap<string, readonly StoredEntry[]>
  /** Whether whoever imports may change its timetable. */
  isYours: boolean
}

type Context = Pick<ImportContext, 'scope' | 'schoolId' | 'today'>

/** The schools that rows of the timetable sheet are about. */
export async function loadTimetableSchools(
  db: Db,
  context: Context,
  codes: readonly (string | null)[],
): Promise<SchoolsOfRows<TimetableSchool>> {
  return schoolsOfRows(db, context, codes, school => loadTimetableSchool(db, context, school))
}

export async function loadTimetableSchool(
  db: Db,
  { scope, today }: Pick<Context, 'scope' | 'today'>,
  { id, code, unitCode }: SchoolRow,
): Promise<TimetableSchool> {
  const classes = await listClasses(db, scope, { asOf: today, schoolId: id, all: true })
  const bySlot = new Map<string, StoredEntry[]>()
  for (const entry of await entriesOfSchools(db, [id])) {
    const slot = bySlot.get(slotOf(entry))
    if (slot === undefined) bySlot.set(slotOf(entry), [entry])
    else slot.push(entry)
  }
  return {
    id,
    code,
    classes: new Map(classes.map(one => [one.id, one])),
    bySlot,
    isYours: mayKeepTimetable(scope, { unitCode }),
  }
}
