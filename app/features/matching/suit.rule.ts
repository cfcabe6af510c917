import type { AthleteGrade, SportResult } from '#db/tables.ts'
import type { Verdict } from '../applications/eligibility.rule.ts'
import { sportResults } from '../coaching/grades.rule.ts'

/** What is known of one person and one post together; null where somebody did not say. */
export interface Pairing {
  verdict: Verdict
  grade: AthleteGrade
  result: SportResult
  /** Straight line from home to the nearest school of the post. */
  km: number | null
  /** Place of the post's unit among the units the person named, 0 is first; -1 is not among them. */
  preference: number | null
  hoursAsked: number
  hoursFree: number | null
  experienceYears: number
}

/** Why a pairing suits, with its points and the fact behind it. */
export type Reason =
  | { code: 'grade'; points: number; grade: AthleteGrade }
  | { code: 'result'; points: number; result: SportResult }
  | { code: 'near' | 'far'; points: number; km: number }
  | { code: 'preferred'; points: number; place: number }
  | { code: 'not-preferred'; points: number }
  | { code: 'hours-fit' | 'hours-short'; points: number; hours: number }
  | { code: 'experience'; points: number; years: number }

export interface Suit {
  verdict: Verdict
  /** 0 to 100. */
  points: number
  reasons: Reason[]
}

const gradePoints: Record<AthleteGrade, number> = {
  INTL_MASTER: 30,
  MASTER: 26,
  LEVEL1: 20,
  LEVEL2: 12,
  LEVEL3: 6,
  '': 0,
}
const mostResult = 10
const mostPreference = 20
const mostNear = 20
const hoursFit = 10
const mostExperience = 10
const farFrom = 40

/**
 * How well one person and one post suit each other. It orders proposals and decides nothing: whether somebody may
 * apply is the post's rules alone, and a human chooses.
 */
export function suitOf(pairing: Pairing): Suit {
  const reasons = [
    ...gradeReason(pairing.grade),
    ...resultReason(pairing.result),
    ...wayReason(pairing.km),
    ...preferenceReason(pairing.preference),
    ...hoursReason(pairing.hoursAsked, pairing.hoursFree),
    ...experienceReason(pairing.experienceYears),
  ]
  const points = reasons.reduce((sum, reason) => sum + reason.points, 0)
  return { verdict: pairing.verdict, points, reasons }
}

const verdicts: readonly Verdict[] = ['eligible', 'unclear', 'not-eligible']

/** Who may comes first, then who suits best; equals stand in the order of their ids, so that the order never jumps. */
export function inOrder<T extends Suit & { id: string }>(suits: readonly T[]): T[] {
  return [...suits].sort(
    (one, other) =>
      verdicts.indexOf(one.verdict) - verdicts.indexOf(other.verdict) ||
      other.points - one.points ||
      (one.id < other.id ? -1 : 1),
  )
}

function gradeReason(grade: AthleteGrade): Reason[] {
  return grade === '' ? [] : [{ code: 'grade', points: gradePoints[grade], grade }]
}

function resultReason(result: SportResult): Reason[] {
  if (result === '') return []
  return [{ code: 'result', points: mostResult - sportResults.indexOf(result), result }]
}

/** Full points next door, none from 40 km on; unknown gives none and takes none. */
function wayReason(km: number | null): Reason[] {
  if (km === null) return []
  const points = Math.max(0, Math.round(mostNear * (1 - km / farFrom)))
  return [{ code: points > 0 ? 'near' : 'far', points, km: Math.round(km) }]
}

function preferenceReason(preference: number | null): Reason[] {
  if (preference === null) return []
  if (preference < 0) return [{ code: 'not-preferred', points: 0 }]
  return [{ code: 'preferred', points: Math.max(5, mostPreference - 5 * preference), place: preference + 1 }]
}

function hoursReason(asked: number, free: number | null): Reason[] {
  if (free === null) return []
  return free >= asked
    ? [{ code: 'hours-fit', points: hoursFit, hours: free }]
    : [{ code: 'hours-short', points: 0, hours: free }]
}

function experienceReason(years: number): Reason[] {
  return years > 0 ? [{ code: 'experience', points: Math.min(mostExperience, 2 * years), years }] : []
}
