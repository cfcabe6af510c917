import type { Day } from '#app/calendar-day.ts'
import type { Indicator } from '../designation/indicator.rule.ts'

export const checkVerdicts = ['confirmed', 'differs', 'not-seen'] as const
export type CheckVerdict = (typeof checkVerdicts)[number]

export const visitVerdicts = ['confirmed', 'differs'] as const
type VisitVerdict = (typeof visitVerdicts)[number]

/** What was found of an indicator. */
export interface VisitCheck {
  code: string
  verdict: CheckVerdict
  note: string
}

/** What a visit found at the school. */
export interface Visit {
  visitedOn: Day
  visitors: string
  verdict: VisitVerdict
  findings: string
  checks: readonly VisitCheck[]
}

/** A visit as it is entered. */
export type VisitEntry = Omit<Visit, 'verdict' | 'checks'> & {
  verdict: VisitVerdict | null
  checks: readonly (Omit<VisitCheck, 'verdict'> & { verdict: CheckVerdict | null })[]
}

export const longestVisitors = 120
export const longestFindings = 2000
export const longestNote = 400

export type VisitProblem =
  | 'day-missing'
  | 'day-ahead'
  | 'visitors-missing'
  | 'visitors-too-long'
  | 'findings-missing'
  | 'findings-too-long'
  | 'verdict-missing'
  | 'check-missing'
  | 'note-missing'
  | 'note-too-long'
  | 'holds-number'

/** A problem with the field that it is of: 'visitedOn', 'visitors', 'findings', 'verdict', or an indicator by its code. */
export interface VisitProblemAt {
  at: string
  problem: VisitProblem
}

/** A visit that can be recorded, or each problem at its field: every indicator is answered, a difference said in words. */
export function readVisit(
  entry: VisitEntry,
  terms: {
    indicators: readonly Pick<Indicator, 'code'>[]
    today: Day
    isDay: (text: string) => boolean
    holdsNumber: (words: string) => boolean
  },
): { ok: true; visit: Visit } | { ok: false; problems: VisitProblemAt[] } {
  const problems: VisitProblemAt[] = []
  const say = (at: string, problem: VisitProblem) => problems.push({ at, problem })
  const [visitors, findings] = [entry.visitors.trim(), entry.findings.trim()]
  if (!terms.isDay(entry.visitedOn)) say('visitedOn', 'day-missing')
  else if (entry.visitedOn > terms.today) say('visitedOn', 'day-ahead')
  if (visitors === '') say('visitors', 'visitors-missing')
  if (lengthOf(visitors) > longestVisitors) say('visitors', 'visitors-too-long')
  if (terms.holdsNumber(visitors)) say('visitors', 'holds-number')
  const checks = terms.indicators.flatMap(({ code }): VisitCheck[] => {
    const given = entry.checks.find(one => one.code === code)
    const note = given?.note.trim() ?? ''
    if (lengthOf(note) > longestNote) say(code, 'note-too-long')
    if (terms.holdsNumber(note)) say(code, 'holds-number')
    const verdict = given?.verdict ?? null
    if (verdict === null) say(code, 'check-missing')
    if (verdict === 'differs' && note === '') say(code, 'note-missing')
    return verdict === null ? [] : [{ code, verdict, note }]
  })
  if (findings === '') say('findings', 'findings-missing')
  if (lengthOf(findings) > longestFindings) say('findings', 'findings-too-long')
  if (terms.holdsNumber(findings)) say('findings', 'holds-number')
  if (entry.verdict === null) say('verdict', 'verdict-missing')
  if (problems.length > 0 || entry.verdict === null) return { ok: false, problems }
  const { visitedOn, verdict } = entry
  return { ok: true, visit: { visitedOn, visitors, verdict, findings, checks } }
}

function lengthOf(text: string): number {
  return Array.from(text).length
}

/** Whether two records of a visit say the same. */
export function isSameVisit(one: Visit, other: Visit): boolean {
  return contentOf(one) === contentOf(other)
}

function contentOf({ visitedOn, visitors, verdict, findings, checks }: Visit): string {
  const sorted = [...checks].sort((one, other) => (one.code < other.code ? -1 : 1))
  const checked = sorted.map(one => [one.code, one.verdict, one.note])
  return JSON.stringify([visitedOn, visitors, verdict, findings, checked])
}
