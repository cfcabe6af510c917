import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { findSchool } from '#app/features/schools/schools.queries.server.ts'
import type { Db, WordKind } from '#db/tables.ts'
import { aliasKey } from '#db/write.server.ts'
import { rankCandidates } from './rank-candidates.rule.ts'
import { spellingOf } from './sound-of.server.ts'
import { isNumberOrDay, narrowest, type Word, type WordPlace } from './word.rule.ts'
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
  // A number is never looked up, whoever wrote such a word past the rule.
  return narrowest((await wordsAt(db, kind, place)).filter(({ key }) => !isNumberOrDay(key)))
}

/**
 * Ranks what an unknown word may mean among values with their names. The names are sounded when the first unknown
 * word comes, and each word is ranked once: the same one stands in a column a thousand times.
 */
export function rankerOf(
  values: readonly { code: string; names: readonly string[] }[],
  uses?: ReadonlyMap<string, number>,
): (word: string) => string[] {
  const sounded = remembered(() => values.map(({ code, names }) => ({ code, names: names.map(spellingOf) })))
  const ranked = new Map<string, string[]>()
  return word => {
    const key = aliasKey(word)
    const known = ranked.get(key) ?? rankCandidates(spellingOf(word), sounded(), uses)
    ranked.set(key, known)
    return known
  }
}

function remembered<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
