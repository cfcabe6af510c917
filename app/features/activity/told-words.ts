import { type NamedSport, withWords } from '#app/features/sports/sport-name.rule.ts'
import { rankerOf } from '#app/features/words/rank-words.server.ts'
import { meaningsOf, type Word } from '#app/features/words/word.rule.ts'
import type { ActivityContext } from './activity-entry.ts'
import { kindWordsOf } from './kind-words.ts'

/** Of what is told to a reader of workbooks: sports, and words. */
export interface ToldWords {
  /** The catalogue with the names that are built in. */
  sports: NamedSport[]
  /** The words that apply at any of the schools. */
  words: Word[]
  /** How often the one school that is told of played each sport. */
  uses: ReadonlyMap<string, number>
  /** How often it reported each kind of activity lately. */
  kindUses: ReadonlyMap<string, number>
}

interface Place {
  id: string
  unitCode: string
}

type Known = Pick<ActivityContext, 'sports' | 'sportsCloseTo' | 'kindWords'>

const known = new WeakMap<ToldWords, Map<string, Known>>()

/** Schools with the same group read words alike: those without a word of their own share their unit's. */
export function wordGroupOf({ words }: ToldWords, school: Place): string {
  const has = (kind: string, id: string) => words.some(({ owner }) => owner.kind === kind && owner.id === id)
  const unit = has('unit', school.unitCode) ? school.unitCode : ''
  return has('school', school.id) ? school.id : unit
}

/** Sports and kinds of activity with the words that apply at the school; made once for each group of schools. */
export function knownAt(telling: ToldWords, school: Place): Known {
  const groups = known.get(telling) ?? new Map<string, Known>()
  known.set(telling, groups)
  const group = wordGroupOf(telling, school)
  const made = groups.get(group) ?? withWordsOf(telling, telling.words.filter(appliesAt(school)))
  groups.set(group, made)
  return made
}

function appliesAt(school: Place): (word: Word) => boolean {
  const ids = { city: '', unit: school.unitCode, school: school.id }
  return ({ owner }) => owner.id === ids[owner.kind]
}

function withWordsOf({ sports: catalogue, uses, kindUses }: ToldWords, words: readonly Word[]): Known {
  const ofKind = (kind: Word['kind']) => meaningsOf(words.filter(word => word.kind === kind))
  const sports = withWords(catalogue, [...ofKind('sport').values()])
  const names = new Map(sports.map(({ code, name }) => [code, name]))
  const rank = rankerOf(
    sports.map(({ code, name, aliases }) => ({ code, names: [name, ...aliases, code] })),
    uses,
  )
  return {
    sports: sports.map(({ code, keys }) => ({ code, names: keys })),
    sportsCloseTo: word => rank(word).map(code => names.get(code) ?? code),
    kindWords: kindWordsOf(ofKind('activity-kind'), kindUses),
  }
}
