import type { Scope } from '#app/auth/scope.ts'

export type WindowState = 'soon' | 'open' | 'closed'

/** A window to the minute: open from its first instant, closed at its last. Instants compare as text. */
export function windowState(window: { opensAt: string; closesAt: string }, now: string): WindowState {
  if (now < window.opensAt) return 'soon'
  return now < window.closesAt ? 'open' : 'closed'
}

/** The minute in which an instant lies, as an instant: no window opens or closes within a minute. */
export function minuteOf(instant: string): string {
  return `${instant.slice(0, 16)}:00.000`
}

/** Whether nothing more enters the round: its window has closed, or it was ended. */
export function isOver(round: { closesAt: string; endedAt: string | null }, now: string): boolean {
  return now >= round.closesAt || round.endedAt !== null
}

/** Whole hours and minutes from one instant to another; zero when it has passed. */
export function timeLeft(from: string, to: string): { hours: number; minutes: number } {
  const minutes = Math.max(0, Math.floor((timeOf(to) - timeOf(from)) / 60_000))
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 }
}

function timeOf(instant: string): number {
  return Date.parse(`${instant.replace(' ', 'T')}Z`)
}

export interface Round {
  unitCode: string
  name: string
  /** The announcement: number or title. */
  document: string
  opensAt: string
  closesAt: string
  onePostEach: boolean
}

export type RoundField = keyof Round

export type RoundProblem = 'missing' | 'window-reversed' | 'window-past' | 'window-too-long'

const mostDays = 366

/** What speaks against announcing a round, field by field. */
export function roundProblems(round: Round, now: string): Partial<Record<RoundField, RoundProblem>> {
  return {
    ...(round.name.trim() === '' && { name: 'missing' }),
    ...(round.document.trim() === '' && { document: 'missing' }),
    ...windowProblem(round, now),
  }
}

function windowProblem({ opensAt, closesAt }: Round, now: string): Partial<Record<RoundField, RoundProblem>> {
  if (closesAt <= opensAt) return { closesAt: 'window-reversed' }
  if (closesAt <= now) return { closesAt: 'window-past' }
  return timeOf(closesAt) - timeOf(opensAt) > mostDays * 86_400_000 ? { closesAt: 'window-too-long' } : {}
}

export type RoundChange = { ok: true } | { ok: false; field: RoundField; refusal: RoundChangeRefusal }

export type RoundChangeRefusal = 'fixed-by-publication' | 'only-later' | 'already-closed'

/** Once a post of the round is published applicants rely on it: its window may only be extended, and only while it runs. */
export function roundChange(before: Round, after: Round, hasPublished: boolean, now: string): RoundChange {
  if (!hasPublished) return { ok: true }
  const fixed = (['unitCode', 'name', 'document', 'opensAt', 'onePostEach'] as const).find(
    field => before[field] !== after[field],
  )
  if (fixed !== undefined) return { ok: false, field: fixed, refusal: 'fixed-by-publication' }
  if (before.closesAt === after.closesAt) return { ok: true }
  if (now >= before.closesAt) return { ok: false, field: 'closesAt', refusal: 'already-closed' }
  return after.closesAt > before.closesAt
    ? { ok: true }
    : { ok: false, field: 'closesAt', refusal: 'only-later' }
}

/** Whether somebody of the scope announces rounds of the unit: the unit itself, the city those of the city. */
export function mayAnnounce(scope: Scope, unit: { code: string; isOfCity: boolean }): boolean {
  if (scope.kind === 'city') return unit.isOfCity
  return scope.kind === 'unit' && scope.unitCode === unit.code
}
