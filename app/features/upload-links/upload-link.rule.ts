import { type Day, numberOfDay } from '#app/calendar-day.ts'

/** The sheets for which there may be a link: those whose rows are one school's and each of one day. */
export const linkSheets = ['activity-log', 'activity-week', 'events'] as const
export type LinkSheet = (typeof linkSheets)[number]

/** For how many days a link may be good. */
export const lifetimes = [1, 3, 7, 14, 30] as const

export const mostUses = 50
export const longestLabel = 40
/** A school year: a longer period is no period. */
export const mostDays = 366

/** What a link is for; never changed once it is made. */
export interface LinkTerms {
  id: string
  schoolId: string
  sheet: LinkSheet
  firstDay: Day
  lastDay: Day
  /** Whether the school still looks at what is handed in, or the teacher's word stands. */
  confirms: 'school' | 'teacher'
  usesAllowed: number
  /** UTC text. */
  expiresAt: string
}

export interface LinkUse {
  expiresAt: string
  usesAllowed: number
  uses: number
  revokedAt: string | null
}

export type LinkState = 'open' | 'used' | 'expired' | 'revoked'

/** Revoked is said before all else, since somebody decided it; a used link does not expire any more. */
export function linkStateOf(link: LinkUse, now: string): LinkState {
  if (link.revokedAt !== null) return 'revoked'
  if (link.uses >= link.usesAllowed) return 'used'
  return now >= link.expiresAt ? 'expired' : 'open'
}

export type WishRefusal =
  | 'label-missing'
  | 'days-turned'
  | 'too-many-days'
  | 'no-such-lifetime'
  | 'no-such-uses'

/** What is wrong with a link that somebody wishes for; null when it can be made. */
export function whyNotMade(wish: {
  label: string
  firstDay: Day
  lastDay: Day
  lifetime: number
  usesAllowed: number
}): WishRefusal | null {
  if (wish.label.trim() === '') return 'label-missing'
  if (wish.lastDay < wish.firstDay) return 'days-turned'
  if (numberOfDay(wish.lastDay) - numberOfDay(wish.firstDay) >= mostDays) return 'too-many-days'
  if (!lifetimes.some(days => days === wish.lifetime)) return 'no-such-lifetime'
  const { usesAllowed } = wish
  return Number.isInteger(usesAllowed) && usesAllowed >= 1 && usesAllowed <= mostUses ? null : 'no-such-uses'
}

/** A file that came through a link, as it stands. */
export interface LinkFile {
  handedInAt: string | null
  status: 'reading' | 'preview' | 'committed' | 'refused' | 'discarded' | 'undone'
  counts: { new: number; changed: number }
  /** Some rows were not accepted, or a question is open. */
  isBlocked: boolean
}

export type HandInRefusal =
  | Exclude<LinkState, 'open'>
  | 'no-longer-open'
  | 'nothing-to-hand-in'
  | 'has-problems'

/**
 * Why a file cannot be handed in; null when it can, or was. Only this uses a link up: a preview never does. What the
 * school committed by itself in the meantime counts as handed in.
 */
export function whyNotHandedIn(
  link: LinkUse,
  file: LinkFile,
  given: { now: string; skipBadRows: boolean },
): HandInRefusal | null {
  if (file.handedInAt !== null) return null
  const state = linkStateOf(link, given.now)
  if (state !== 'open') return state
  if (file.status !== 'preview' && file.status !== 'committed') return 'no-longer-open'
  if (file.counts.new + file.counts.changed === 0) return 'nothing-to-hand-in'
  return file.isBlocked && !given.skipBadRows ? 'has-problems' : null
}

export type AttemptKind = 'upload' | 'template' | 'unknown'

/**
 * How much may be asked within an hour, through one link and from one network address: whole schools sit behind one
 * address (domain 13). 'unknown' are links that are none.
 */
export const attemptLimits: Record<AttemptKind, { aLink: number; aClient: number }> = {
  upload: { aLink: 20, aClient: 60 },
  template: { aLink: 30, aClient: 90 },
  unknown: { aLink: 30, aClient: 30 },
}

/** Whether one more is too many, after so many within the hour. */
export function isTooMuch(kind: AttemptKind, within: { ofLink: number; ofClient: number }): boolean {
  const { aLink, aClient } = attemptLimits[kind]
  return within.ofLink >= aLink || within.ofClient >= aClient
}
