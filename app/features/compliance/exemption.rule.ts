import { type Day, numberOfDay } from '#app/calendar-day.ts'

/** Why classes may be excused from the daily hour (domain.md 8). Indoor minutes count, so weather alone is none. */
export const exemptionReasons = [
  'RAIN_SNOW',
  'POLLUTION',
  'HEAT',
  'COLD',
  'TYPHOON',
  'EPIDEMIC',
  'EXAM',
  'VENUE_WORKS',
  'EVENT',
  'OTHER',
] as const

export type ExemptionReason = (typeof exemptionReasons)[number]

/** Longer is no exemption but a change of the calendar. */
export const mostExemptDays = 92

export interface ExemptionRequest {
  schoolId: string
  /** 1–12; 0 is every grade. */
  grade: number
  /** '' is every class of the grade. */
  classId: string
  firstDay: Day
  lastDay: Day
  reason: ExemptionReason
  note: string
}

export type RequestRefusal =
  | 'not-found'
  | 'days-reversed'
  | 'too-many-days'
  | 'class-unknown'
  | 'grade-and-class'
  | 'note-needed'
  | 'already-requested'

/** What speaks against a request whatever stands; null for nothing. */
export function whyNotRequested(request: ExemptionRequest): RequestRefusal | null {
  if (request.firstDay > request.lastDay) return 'days-reversed'
  if (numberOfDay(request.lastDay) - numberOfDay(request.firstDay) >= mostExemptDays) return 'too-many-days'
  if (request.grade !== 0 && request.classId !== '') return 'grade-and-class'
  if (request.reason === 'OTHER' && request.note.trim() === '') return 'note-needed'
  return null
}
