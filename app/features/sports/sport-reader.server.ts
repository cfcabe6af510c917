import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { rankerOf } from '#app/features/words/rank-words.server.ts'
import type { Vocabulary, WordPlace } from '#app/features/words/word.rule.ts'
import { meaningsAt, placeOfUpload } from '#app/features/words/words-of-upload.server.ts'
import type { Db } from '#db/tables.ts'
import { aliasKey } from '#db/write.server.ts'
import type { SportContext } from './sport-column.ts'
import { fixedKeysOf, withWords } from './sport-name.rule.ts'
import { listSportNames, usesOfSports } from './sports.queries.server.ts'

export interface Upload {
  scope: Scope
  schoolId: string | null
  today: Day
}

/** What every sheet with sports is told of them: the catalogue and the words that apply to the upload. */
export async function sportReader(db: Db, upload: Upload): Promise<SportContext> {
  return sportReaderAt(db, await placeOfUpload(db, upload))
}

export async function sportReaderAt(db: Db, place: WordPlace): Promise<SportContext> {
  const words = await meaningsAt(db, 'sport', place)
  const sports = withWords(await listSportNames(db), [...words.values()])
  const rank = rankerOf(
    sports.map(({ code, name, aliases }) => ({ code, names: [name, ...aliases, code] })),
    place.schoolId === null ? undefined : await usesOfSports(db, place.schoolId),
  )
  const byCode = new Map(sports.map(sport => [sport.code, sport]))
  return {
    sports,
    keyOf: aliasKey,
    closeTo: word => rank(word).flatMap(code => byCode.get(code) ?? []),
  }
}

/** Sports as words may mean them. */
export async function sportVocabulary(db: Db): Promise<Vocabulary> {
  const sports = await listSportNames(db)
  return {
    kind: 'sport',
    meanings: sports.map(sport => ({
      code: sport.code,
      name: sport.name,
      keys: sport.keys,
      fixedKeys: fixedKeysOf(sport),
    })),
  }
}
