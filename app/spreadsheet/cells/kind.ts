import type { Cell } from '../grid.ts'
import { accept, type Reading } from '../reading.ts'
import { ask, reject, warn } from './codes.ts'
import { kindNames, schoolSports } from './kind-names.ts'
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

/** What schools say of a sport instead of naming the kind: 校足球队, 篮球兴趣小组, 班级篮球联赛. */
const ofOneSport: [RegExp, ActivityKind][] = [
  [sportWith('校?', '(?:校|代表)?队(?:集?训|训练)?|训练'), 'TEAM_TRAINING'],
  [sportWith('', '社团(?:活动)?|兴趣小组|兴趣班|俱乐部'), 'CLUB'],
  [sportWith('(?:班级|年级|校园|校级|校内|校)?', '(?:联|比|竞|对抗)?赛'), 'COMPETITION'],
]

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

/** A number before the kind, or the lesson in which it is held: 1.体育课, 第二节体育课. */
const position = /^(?:第(?:\d{1,2}|[一二三四五六七八])节课?[:,]?|\(?\d{1,2}\)?[.、:]?)/

/** What a note says when something else was held than what stands before it. */
const otherThings =
  /取消|未|没|停|占|改|代|眼|家|校外|无|作业|辅导|自习|阅读|语文|数学|英语|音乐|美术|书法|科学|劳动|班会|午休|考试|测验/

/** What schools also hold with singing and painting: the note must speak of sport, or of who takes part and when. */
const openToAll: readonly ActivityKind[] = ['AFTER_SCHOOL_SPORT', 'CLUB', 'TEAM_TRAINING', 'COMPETITION']
const ofSport = new RegExp(
  `体育|运动|锻炼|体能|球|跑|跳|操场|室内|室外|户外|年级|班|[周男女]|星期|\\d|${schoolSports.join('|')}`,
)

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
  const known = byName.get(text) ?? words?.meaningOf(opening.text) ?? kindOfSport(text)
  if (known) return accept(known)
  const noted = kindOf(text.replace(/\([^()]*\)$/, ''))
  if (noted && text.endsWith(')'))
    return noteContradicts(text, noted)
      ? ask('kind.unclear', candidatesOf(text))
      : warn(noted, 'kind.note-ignored')
  const numbered = byName.get(text.replace(position, '').replace(/[\d一二三四]$/, ''))
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

function kindOfSport(name: string): ActivityKind | undefined {
  return ofOneSport.find(([pattern]) => pattern.test(name))?.[1]
}

function plainName(text: string): string {
  return compact(roundBrackets(text).text)
    .replace(/\s+/g, '')
    .replace(/[。,;:]$/, '')
    .toLowerCase()
}

function sportWith(before: string, after: string): RegExp {
  return new RegExp(`^${before}(?:男子|女子|男|女)?(?:${schoolSports.join('|')})(?:${after})$`)
}

function candidatesOf(text: string): ActivityKind[] {
  return hints.filter(([pattern]) => pattern.test(text)).map(([, kind]) => kind)
}

/** '体育课(取消)' or '大课间(下午)' is not what stands before its note. */
function noteContradicts(text: string, kind: ActivityKind): boolean {
  const note = text.slice(text.lastIndexOf('('))
  if (otherThings.test(note)) return true
  if (openToAll.includes(kind)) return !ofSport.test(note)
  if (kind === 'BIG_BREAK_AM' && /下午|午后/.test(note)) return true
  return kind === 'BIG_BREAK_PM' && /上午|早/.test(note)
}
