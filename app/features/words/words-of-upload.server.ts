import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { findSchool } from '#app/features/schools/schools.queries.server.ts'
import type { Db, WordKind } from '#db/tables.ts'
import { meaningsOf, type Word, type WordPlace } from './word.rule.ts'
import { wordsAt } from './words.queries.server.ts'

/** Whose words apply to an upload: those of its school and of the unit that administers it, else the unit's own. */
export async function placeOfUpload(
  db: Db,
  { scope, schoolId, today }: { scope: Scope; schoolId: string | null; today: Day },
): Promise<WordPlace> {
  const id = scope.kind === 'school' ? scope.schoolId : schoolId
  const school = id === null ? undefined : await findSchool(db, scope, id, today)
  const unitCode = scope.kind === 'unit' ? scope.unitCode : null
  return { schoolId: school?.id ?? null, unitCode: school?.unitCode ?? unitCode }
}

/** What each word of a kind means at a place, by key; the narrowest owner's wins. */
export async function meaningsAt(
  db: Db,
  kind: WordKind,
  place: WordPlace,
): Promise<ReadonlyMap<string, Word>> {
  return meaningsOf(await wordsAt(db, [kind], [place]))
}
