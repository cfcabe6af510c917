import type { WordKind, WordOwnerKind } from '#db/tables.ts'

/** A value that words of one kind may mean. */
export interface Meaning {
  code: string
  /** Its proper name. */
  name: string
  /** Every name and its code as they are compared (aliasKey). */
  keys: readonly string[]
  /** Those among them that no word may take away from it. */
  fixedKeys: readonly string[]
}

/** All values of one kind, and what their feature itself has to say against a word. */
export interface Vocabulary {
  kind: WordKind
  meanings: readonly Meaning[]
  /** False where the word itself says something else, as 体育课（取消） does of a lesson. */
  mayMean?: (word: string, code: string) => boolean
}

export interface Owner {
  kind: WordOwnerKind
  /** Id of the school, code of the unit, '' for the city. */
  id: string
}

/** Where an upload comes from; null where it is nobody's in particular. */
export interface WordPlace {
  schoolId: string | null
  unitCode: string | null
}

export interface Word {
  id: string
  owner: Owner
  kind: WordKind
  word: string
  key: string
  meaning: string
}

export const wordKinds: readonly WordKind[] = ['sport', 'activity-kind', 'venue-kind']

/** In signs. */
export const longestWord = 30

const order: readonly WordOwnerKind[] = ['city', 'unit', 'school']

/** Of several words with the same key the one of the narrowest owner: school before unit before city. */
export function narrowest<W extends Pick<Word, 'key' | 'owner'>>(words: readonly W[]): Map<string, W> {
  const wideFirst = [...words].sort(
    (one, other) => order.indexOf(one.owner.kind) - order.indexOf(other.owner.kind),
  )
  return new Map(wideFirst.map(word => [word.key, word]))
}

/** What each word means, by key; a number is never looked up, whoever wrote such a word past the rule. */
export function meaningsOf<W extends Pick<Word, 'key' | 'owner'>>(words: readonly W[]): Map<string, W> {
  return narrowest(words.filter(({ key }) => !isNumberOrDay(key)))
}

export type WordProblem =
  | 'word-missing'
  | 'word-too-long'
  | 'not-a-word'
  | 'meaning-unknown'
  | 'known-already'
  | 'is-a-name'
  | 'several-values'
  | 'says-otherwise'

/**
 * Why a word may not be taught; null when it may. `key` is the word as aliasKey makes it. What is itself a name or a
 * code stays what it is, numbers and days are never words, and a word that names two values means neither.
 */
export function wordProblem(
  { word, key, meaning }: { word: string; key: string; meaning: string },
  vocabulary: Vocabulary,
): WordProblem | null {
  if (key === '') return 'word-missing'
  if (Array.from(word).length > longestWord) return 'word-too-long'
  if (isNumberOrDay(key)) return 'not-a-word'
  const meant = vocabulary.meanings.find(one => one.code === meaning)
  if (meant === undefined) return 'meaning-unknown'
  if (meant.keys.includes(key)) return 'known-already'
  if (vocabulary.meanings.some(one => one.fixedKeys.includes(key))) return 'is-a-name'
  if (namesSeveral(key, vocabulary.meanings)) return 'several-values'
  return vocabulary.mayMean?.(word, meaning) === false ? 'says-otherwise' : null
}

const dayWord = /[年月日号周星期礼拜第上下午时点分秒节]/g
const numeral = /[\d一二三四五六七八九十百千零〇两半.:/\-~—～+%％()（）、,，]/g

/** '40', '9月1日', '周三', '第3周', '40分钟', '3-2', or anything with so many digits that it is a number of somebody. */
function isNumberOrDay(key: string): boolean {
  const rest = key.replace(/分钟|小时|min|[hm](?=$|\d)/g, '').replace(numeral, '')
  return rest.replace(dayWord, '') === '' || !/\p{L}/u.test(rest) || /\d{5}/.test(key)
}

/** A list, or two names of which neither is part of the other. */
function namesSeveral(key: string, meanings: readonly Meaning[]): boolean {
  if (/[、，,；;/]/.test(key)) return true
  const held = meanings.flatMap(({ code, keys }) =>
    keys.filter(name => name.length > 1 && key.includes(name)).map(name => ({ code, name })),
  )
  const whole = held.filter(
    ({ name }) => !held.some(other => other.name !== name && other.name.includes(name)),
  )
  return new Set(whole.map(({ code }) => code)).size > 1
}

/** Every kind with its values. */
export type Vocabularies = Readonly<Record<WordKind, Vocabulary>>

/** The value of a kind that a name, a code or an alias says by itself, without any word. */
export function meaningCalled(vocabulary: Vocabulary, key: string): Meaning | undefined {
  return vocabulary.meanings.find(one => one.keys.includes(key))
}
