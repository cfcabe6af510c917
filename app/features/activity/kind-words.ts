import { rankerOf } from '#app/features/words/rank-words.server.ts'
import type { Vocabulary, Word } from '#app/features/words/word.rule.ts'
import { keyOfWord } from '#app/features/words/word-key.ts'
import { type ActivityKind, activityKinds, type KindWords, mayMeanKind } from '#app/spreadsheet/cells/kind.ts'
import { kindNames } from '#app/spreadsheet/cells/kind-names.ts'
import { kindNames as kindTitles } from './activity.text.ts'

const isKind = (text: string): text is ActivityKind => (activityKinds as readonly string[]).includes(text)

/** Kinds of activity as words may mean them. Every name that is built in stays: minutes count by it or do not. */
export const kindVocabulary: Vocabulary = {
  kind: 'activity-kind',
  meanings: activityKinds.map(kind => {
    const keys = [kind, kindTitles[kind]['zh-CN'], ...kindNames[kind]].map(keyOfWord)
    return { code: kind, name: kindTitles[kind]['zh-CN'], keys, fixedKeys: keys }
  }),
  mayMean: (word, kind) => isKind(kind) && mayMeanKind(word, kind),
}

const named = activityKinds.map(kind => ({ code: kind, names: kindNames[kind] }))
const rankAnywhere = rankerOf(named)

/**
 * What kinds of activity are called where the words (by key) apply, beyond the names that are built in; `uses` counts how
 * often the school reported each.
 */
export function kindWordsOf(
  words: ReadonlyMap<string, Pick<Word, 'meaning'>>,
  uses: ReadonlyMap<string, number> = new Map(),
): KindWords {
  const rank = uses.size === 0 ? rankAnywhere : rankerOf(named, uses)
  return {
    meaningOf: text => {
      const meaning = words.get(keyOfWord(text))?.meaning ?? ''
      return isKind(meaning) && mayMeanKind(text, meaning) ? meaning : undefined
    },
    closeTo: text => rank(text).filter(isKind),
  }
}
