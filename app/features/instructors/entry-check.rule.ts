import { addDays, addYears, type Day, numberOfDay } from '#app/calendar-day.ts'
import { holdsPersonalNumber } from '../coaching/personal-number.rule.ts'

/** 教职员工准入查询 of one person: nothing but the flag and its day is known. */
export interface EntryCheck {
  queriedOn: Day
  result: 'CLEAR' | 'NOT_CLEAR' | 'PENDING'
}

/** How a person stands on a day; `on` is the day since when. */
export type CheckState =
  | { state: 'clear'; on: Day; dueOn: Day }
  | { state: 'expired'; on: Day }
  | { state: 'not-clear'; on: Day }
  /** `overOn` is the day from which the last answer held no longer; null where there was none. */
  | { state: 'pending'; on: Day; overOn: Day | null }
  | { state: 'none' }

/** What an office enters: never what the query found, only whether it found anything. */
export interface NewCheck extends EntryCheck {
  /** The number under which the answer can be found again. */
  reference: string
}

export type CheckRefusal =
  | 'day-to-come'
  | 'day-too-old'
  | 'reference-missing'
  | 'reference-personal'
  | 'reference-words'

/** Why an answer cannot be entered; null when it can. An answer of more than a year ago would say nothing of today. */
export function whyNoCheck({ queriedOn, result, reference }: NewCheck, today: Day): CheckRefusal | null {
  if (queriedOn > today) return 'day-to-come'
  if (dueOn(queriedOn) <= today) return 'day-too-old'
  if (reference.trim() === '') return result === 'PENDING' ? null : 'reference-missing'
  if (holdsPersonalNumber(reference)) return 'reference-personal'
  return isNumberOfAnswer(reference) ? null : 'reference-words'
}

/** 东教体查〔2026〕第118号 has six. */
const mostHan = 8
const mostWords = 3
const offence = /性侵|猥亵|强奸|强制侮辱|虐待|拐卖|暴力|伤害|违法|犯罪|前科|判刑|处罚|不起诉/

/** Whether a reference is a number and no sentence: what a query found is kept nowhere (domain.md 9.5). */
function isNumberOfAnswer(reference: string): boolean {
  const text = reference.normalize('NFKC')
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const words = text.match(/[A-Za-z]{2,}/g)?.length ?? 0
  return /\d/.test(text) && han <= mostHan && words <= mostWords && !offence.test(text)
}

/** Nobody is engaged on a result older than this, in days (domain.md 9.5). */
const freshDays = 30

/** Days before a check is due on which its unit is reminded. */
const reminderDays = [60, 30, 7] as const

/** The day from which a CLEAR result holds no longer: every year anew (未成年人保护法 62). */
export function dueOn(queriedOn: Day): Day {
  return addYears(queriedOn, 1)
}

/**
 * The newest answer decides: NOT_CLEAR stops the person from its own day on, without anybody having to act; a query
 * still under way leaves an earlier answer standing until that runs out. Of one day, NOT_CLEAR weighs most.
 */
export function checkStateOn(checks: readonly EntryCheck[], day: Day): CheckState {
  const known = checks.filter(check => check.queriedOn <= day).sort(newestFirst)
  const answered = known.find(check => check.result !== 'PENDING')
  const [newest] = known
  if (newest === undefined) return { state: 'none' }
  if (answered?.result === 'NOT_CLEAR') return { state: 'not-clear', on: answered.queriedOn }
  if (answered !== undefined && day < dueOn(answered.queriedOn))
    return { state: 'clear', on: answered.queriedOn, dueOn: dueOn(answered.queriedOn) }
  if (newest.result === 'PENDING')
    return {
      state: 'pending',
      on: newest.queriedOn,
      overOn: answered === undefined ? null : dueOn(answered.queriedOn),
    }
  return { state: 'expired', on: dueOn(newest.queriedOn) }
}

/** Whether somebody may be engaged on a day: a CLEAR answer, at most `freshDays` old. */
export function mayBeEngaged(checks: readonly EntryCheck[], day: Day): boolean {
  const state = checkStateOn(checks, day)
  return state.state === 'clear' && numberOfDay(day) - numberOfDay(state.on) <= freshDays
}

/**
 * Whether somebody may stand behind a sport on a day. Coaches and social sports instructors come from outside and need
 * a valid answer; a PE teacher was checked by the school's own staff rules and is stopped by NOT_CLEAR alone.
 */
export function mayWork(kind: 'COACH' | 'PE_TEACHER' | 'SPORTS_INSTRUCTOR', state: CheckState): boolean {
  return kind === 'PE_TEACHER' ? state.state !== 'not-clear' : state.state === 'clear'
}

/**
 * The last reminder that has come due by the day: 60, 30 or 7 days before, or 0 from the due day on; null before the
 * first. Whoever sends each but once misses none, also when nothing ran on the day itself.
 */
export function reminderBy(due: Day, day: Day): number | null {
  return (
    [0, ...reminderDays].sort((one, other) => one - other).find(days => day >= addDays(due, -days)) ?? null
  )
}

/** Whether an office has something to do about a check: at once, or within the time of the reminders. */
export type Urgency = 'now' | 'soon' | 'later'

export function urgencyOf(state: CheckState, day: Day): Urgency {
  if (state.state !== 'clear') return 'now'
  return day >= addDays(state.dueOn, -reminderDays[0]) ? 'soon' : 'later'
}

const weight = { NOT_CLEAR: 0, CLEAR: 1, PENDING: 2 }

function newestFirst(one: EntryCheck, other: EntryCheck): number {
  if (one.queriedOn !== other.queriedOn) return one.queriedOn < other.queriedOn ? 1 : -1
  return weight[one.result] - weight[other.result]
}
