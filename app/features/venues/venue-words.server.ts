import { rankerOf } from '#app/features/words/rank-words.server.ts'
import type { Vocabulary, WordPlace } from '#app/features/words/word.rule.ts'
import { meaningsAt } from '#app/features/words/words-of-upload.server.ts'
import type { Option } from '#app/spreadsheet/cells/choice.ts'
import type { Db, VenueKind } from '#db/tables.ts'
import { aliasKey } from '#db/write.server.ts'
import { venueKinds } from './venue.rule.ts'
import { usesOfVenueKinds } from './venues.queries.server.ts'
import { venueKindWords } from './venues.text.ts'

const namesOf = (kind: VenueKind) => [venueKindWords[kind]['zh-CN'], kind]

/** Kinds of venue as words may mean them. */
export const venueVocabulary: Vocabulary = {
  kind: 'venue-kind',
  meanings: venueKinds.map(kind => {
    const keys = namesOf(kind).map(aliasKey)
    return { code: kind, name: venueKindWords[kind]['zh-CN'], keys, fixedKeys: keys }
  }),
}

/** Kinds of venue with their names and the words that apply at a place, and what an unknown word may mean there. */
export async function venueKindsAt(
  db: Db,
  place: WordPlace,
): Promise<{ kinds: Option<VenueKind>[]; closeTo: (word: string) => VenueKind[] }> {
  const fixed = new Set(venueVocabulary.meanings.flatMap(({ fixedKeys }) => fixedKeys))
  const words = [...(await meaningsAt(db, 'venue-kind', place)).values()].filter(({ key }) => !fixed.has(key))
  const kinds = venueKinds.map(kind => ({
    value: kind,
    names: [...namesOf(kind), ...words.filter(({ meaning }) => meaning === kind).map(({ word }) => word)],
  }))
  const rank = rankerOf(
    kinds.map(({ value, names }) => ({ code: value, names })),
    place.schoolId === null ? undefined : await usesOfVenueKinds(db, place.schoolId),
  )
  return { kinds, closeTo: word => rank(word).flatMap(code => venueKinds.find(kind => kind === code) ?? []) }
}
