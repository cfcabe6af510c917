import type { Vocabulary, WordPlace } from '#app/features/words/word.rule.ts'
import { meaningsAt, rankerOf } from '#app/features/words/words-of-upload.server.ts'
import { type ActivityKind, activityKinds, type KindWords, mayMeanKind } from '#app/spreadsheet/cells/kind.ts'
import { kindNames } from '#app/spreadsheet/cells/kind-names.ts'
import type { Db } from '#db/tables.ts'
import { aliasKey } from '#db/write.server.ts'
import { kindNames as kindTitles } from './activity.text.ts'

const isKind = (text: string): text is ActivityKind => (activityKinds as readonly string[]).includes(text)

/** Kinds of activity as words may mean them. Every name that is built in stays: minutes count by it or do not. */
export const kindVocabulary: Vocabulary = {
  kind: 'activity-kind',
  meanings: activityKinds.map(kind => {
    const keys = [kind, kindTitles[kind]['zh-CN'], ...kindNames[kind]].map(aliasKey)
    return { code: kind, name: kindTitles[kind]['zh-CN'], keys, fixedKeys: keys }
  }),
  mayMean: (word, kind) => isKind(kind) && mayMeanKind(word, kind),
}

const rank = rankerOf(activityKinds.map(kind => ({ code: kind, names: kindNames[kind] })))

/** What kinds of activity are called at a place, beyond the names that are built in. */
export async function kindWordsAt(db: Db, place: WordPlace): Promise<KindWords> {
  const words = await meaningsAt(db, 'activity-kind', place)
  return {
    meaningOf: text => {
      const meaning = words.get(aliasKey(text))?.meaning ?? ''
      return isKind(meaning) && mayMeanKind(text, meaning) ? meaning : undefined
    },
    closeTo: text => rank(text).filter(isKind),
  }
}
