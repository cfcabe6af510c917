import { kindVocabulary } from '#app/features/activity/kind-words.ts'
import { sportVocabulary } from '#app/features/sports/sport-reader.server.ts'
import { venueVocabulary } from '#app/features/venues/venue-words.server.ts'
import type { Vocabularies } from '#app/features/words/word.rule.ts'
import type { Db } from '#db/tables.ts'

/** All values that a word in an upload may be taught to mean. */
export async function vocabulariesOf(db: Db): Promise<Vocabularies> {
  return {
    sport: await sportVocabulary(db),
    'activity-kind': kindVocabulary,
    'venue-kind': venueVocabulary,
  }
}
