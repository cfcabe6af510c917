import type { Cell } from '../grid.ts'
import { accept, type Reading } from '../reading.ts'
import { ask, reject, warn } from './codes.ts'
import { kindNames } from './kind-names.ts'
import { compact, normalise, roundBrackets } from './normalise.ts'
import { open } from './opening.ts'

/** Kinds of activity; which of them count is decided elsewhere. */
export const activityKinds = [
  'PE_LESSON',
  'BIG_BREAK_AM',
  'BIG_BREAK_PM',
  'MORNING_EXERCISE',
  'COLLECTIVE_EXERCISE',
  'AFTER_SCHOOL_SPORT',
  'COMPETITION',
  'SHORT_BREAK',
  'CLUB',
  'TEAM_TRAINING',
  'EYE_EXERCISE',
  'HOME_EXERCISE',
  'OTHER',
] as const

export type ActivityKind = (typeof activityKinds)[number]

const byName = new Map(
  activityKinds.flatMap(kind =>
    [kind, ...kindNames[kind]].map((name): [string, ActivityKind] => [name.toLowerCase(), kind]),
  ),
)

/** Words that betray a kind inside a longer name, most telling first. */
const hints: [RegExp, ActivityKind][] = [
  [/眼/, 'EYE_EXERCISE'],
  [/家庭|校外|回家|作业|亲子|周末/, 'HOME_EXERCISE'],
  [/校队|队训|训练/, 'TEAM_TRAINING'],
  [/社团|兴趣|俱乐部/, 'CLUB'],
  [/赛|运动会|体育节/, 'COMPETITION'],
  [/大课间|课间操|跑操|大活动/, 'BIG_BREAK_AM'],
  [/课后|延时|放学/, 'AFTER_SCHOOL_SPORT'],
  [/早|晨/, 'MORNING_EXERCISE'],
  [/课间/, 'SHORT_BREAK'],
  [/体育课|体课|体育与健康|室内课/, 'PE_LESSON'],
  [/体锻|锻炼|活动|阳光/, 'COLLECTIVE_EXERCISE'],
]

/** What a school's own words add to the reading of kinds. */
export interface KindWords {
  /** The kind that a word was taught to mean. */
  meaningOf: (text: string) => ActivityKind | undefined
  /** The kinds that an unknown word may mean, the likeliest first. */
  closeTo: (text: string) => ActivityKind[]
}

/** The kind of activity by any of its names; 大课间 alone is the morning's. */
export function readKind(cell: Cell | undefined, words?: KindWords): Reading<ActivityKind> {
  const opening = open<ActivityKind>(cell)
  if (opening.is === 'answer') return opening.answer
  if (opening.is === 'number') return reject('kind.unknown')
  const text = plainName(opening.text)
  const exact = byName.get(text)
  if (exact) return accept(exact)
  const taught = words?.meaningOf(opening.text)
  if (taught) return accept(taught)
  const noted = kindOf(text.replace(/\([^()]*\)$/, ''))
  if (noted && text.endsWith(')'))
    return noteContradicts(text, noted)
      ? ask('kind.unclear', candidatesOf(text))
      : warn(noted, 'kind.note-ignored')
  const numbered = byName.get(text.replace(/^\(?\d{1,2}\)?[.、:]?/, '').replace(/[\d一二三四]$/, ''))
  if (numbered) return warn(numbered, 'kind.note-ignored')
  const candidates = candidatesOf(text)
  const close = words?.closeTo(opening.text) ?? []
  if (candidates.length > 0) return ask('kind.unclear', upToFive([...candidates, ...close]))
  return ask('kind.unknown', close.length > 0 ? close : ['OTHER'])
}

function upToFive(kinds: readonly ActivityKind[]): ActivityKind[] {
  return [...new Set(kinds)].slice(0, 5)
}

const neverCounting: readonly ActivityKind[] = ['EYE_EXERCISE', 'HOME_EXERCISE']

/**
 * Whether a word may be taught to mean the kind. What was not held is no kind at all, and what never counts cannot be
 * named into what does: 眼保健操 stays eye exercise, however a school calls it.
 */
export function mayMeanKind(text: string, kind: ActivityKind): boolean {
  const name = plainName(normalise(text))
  if (/取消|未|没|停|占/.test(name)) return false
  const never = candidatesOf(name).filter(one => neverCounting.includes(one))
  return never.length === 0 || never.includes(kind)
}

/** The kind that a column header names ('体育课(分钟)', '上午大课间时长'); null when it names none. */
export function kindOfHeader(text: string): ActivityKind | null {
  const name = plainName(normalise(text))
  const bare = name
    .replace(/\((?:单位:?)?(?:分钟|分|min|mins|minutes|节|小时|时长|时间|校内|校外|分钟数)\)/gi, '')
    .replace(/(?:活动)?(?:时长|时间|分钟数|用时|分钟|\/分钟|\/min|\/分)$/i, '')
    .replace(/^\d{1,2}[.、]/, '')
  return kindOf(bare) ?? kindOf(name) ?? null
}

function kindOf(name: string): ActivityKind | undefined {
  return byName.get(name)
}

function plainName(text: string): string {
  return compact(roundBrackets(text).text)
    .replace(/\s+/g, '')
    .replace(/[。,;:]$/, '')
    .toLowerCase()
}

function candidatesOf(text: string): ActivityKind[] {
  return hints.filter(([pattern]) => pattern.test(text)).map(([, kind]) => kind)
}

/** '体育课(取消)' or '大课间(下午)' is not what stands before its note. */
function noteContradicts(text: string, kind: ActivityKind): boolean {
  const note = text.slice(text.lastIndexOf('('))
  if (/取消|未|没|停|占|改|代|眼|家|校外|无/.test(note)) return true
  if (kind === 'BIG_BREAK_AM' && /下午|午后/.test(note)) return true
  return kind === 'BIG_BREAK_PM' && /上午|早/.test(note)
}
