import type { Day } from '#app/calendar-day.ts'
import type { Stage } from '#db/tables.ts'
import { type ContractDays, mostHoursWeek, shareDays } from './contract.rule.ts'
import { type Place, type Travel, travelMinutes } from './travel.rule.ts'
import { clockMinutes, minutesOf, type WeeklyTime } from './weekly-time.rule.ts'

/** A coach's work at one school in one sport. */
export interface CoachWork extends ContractDays {
  instructorId: string
  schoolId: string
  sport: string
  stages: readonly Stage[]
  hoursWeek: number
  times: readonly WeeklyTime[]
}

/** The contract under which the work stands. */
export interface WorkContract extends ContractDays {
  id: string
  hoursWeek: number | null
  /** None is every stage of the school. */
  stages: readonly Stage[]
}

/** A school as far as work there depends on it. */
export interface WorkSchool extends Place {
  openedOn: Day
  /** The first day on which it is no longer open. */
  closedOn: Day
  stages: readonly ({ stage: Stage } & ContractDays)[]
}

export type WorkRefusal =
  | { code: 'ends-before-start' }
  | { code: 'outside-contract'; from: Day; to: Day }
  | { code: 'school-not-open' }
  | { code: 'no-stage' }
  | { code: 'stage-not-run'; stage: Stage }
  | { code: 'stage-not-theirs'; stage: Stage }
  | { code: 'times-overlap'; time: WeeklyTime }
  | { code: 'times-exceed-hours'; minutes: number }
  | { code: 'placed-already'; from: Day; to: Day }
  | { code: 'clash'; schoolId: string; time: WeeklyTime }
  | { code: 'travel-too-short'; schoolId: string; time: WeeklyTime; minutes: number; needed: number }
  | { code: 'above-limit'; day: Day; hours: number; limit: number }

/** What could not be checked, so that a person has to answer for it. */
export type WorkWarning =
  | { code: 'travel-unknown'; schoolId: string; time: WeeklyTime }
  | { code: 'times-unknown'; schoolId: string }

export interface WorkJudgement {
  refusals: WorkRefusal[]
  warnings: WorkWarning[]
}

/**
 * Whether a coach can do the work beside all else that the person does (`others`, under whatever contract): everything
 * that stands against it at once, and what nobody can check.
 */
export function judgeWork(
  work: CoachWork,
  given: {
    contract: WorkContract
    others: readonly CoachWork[]
    schools: ReadonlyMap<string, WorkSchool>
    travel: Travel
  },
): WorkJudgement {
  const { contract, schools } = given
  if (work.validTo < work.validFrom) return { refusals: [{ code: 'ends-before-start' }], warnings: [] }
  const beside = given.others.filter(other => shareDays(work, other))
  const met = beside.map(other => meet(work, other, schools, given.travel))
  return {
    refusals: [
      ...outside(work, contract),
      ...otherStages(work, contract),
      ...notAtSchool(work, schools.get(work.schoolId)),
      ...ownTimes(work),
      ...placedAlready(work, beside),
      ...met.flatMap(({ refusals }) => refusals),
      ...aboveLimit(work, contract, given.others),
    ],
    warnings: met.flatMap(({ warnings }) => warnings),
  }
}

function outside(work: CoachWork, { validFrom, validTo }: WorkContract): WorkRefusal[] {
  const isInside = validFrom <= work.validFrom && work.validTo <= validTo
  return isInside ? [] : [{ code: 'outside-contract', from: validFrom, to: validTo }]
}

function otherStages({ stages }: CoachWork, contract: WorkContract): WorkRefusal[] {
  if (contract.stages.length === 0) return []
  const others = stages.filter(stage => !contract.stages.includes(stage))
  return others.map(stage => ({ code: 'stage-not-theirs', stage }))
}

function notAtSchool({ validFrom, stages }: CoachWork, school: WorkSchool | undefined): WorkRefusal[] {
  if (school === undefined || validFrom < school.openedOn || validFrom >= school.closedOn)
    return [{ code: 'school-not-open' }]
  if (stages.length === 0) return [{ code: 'no-stage' }]
  const isRun = (stage: Stage) =>
    school.stages.some(one => one.stage === stage && one.validFrom <= validFrom && validFrom <= one.validTo)
  return stages.filter(stage => !isRun(stage)).map(stage => ({ code: 'stage-not-run', stage }))
}

function ownTimes({ times, hoursWeek }: CoachWork): WorkRefusal[] {
  const twice = times.find((time, at) => times.slice(0, at).some(other => overlap(time, other)))
  const minutes = times.reduce((sum, time) => sum + minutesOf(time), 0)
  return [
    ...(twice === undefined ? [] : [{ code: 'times-overlap' as const, time: twice }]),
    ...(minutes > hoursWeek * 60 ? [{ code: 'times-exceed-hours' as const, minutes }] : []),
  ]
}

function placedAlready(work: CoachWork, beside: readonly CoachWork[]): WorkRefusal[] {
  const same = beside.find(
    other =>
      other.instructorId === work.instructorId &&
      other.schoolId === work.schoolId &&
      other.sport === work.sport,
  )
  return same === undefined ? [] : [{ code: 'placed-already', from: same.validFrom, to: same.validTo }]
}

/** Two pieces of work meet on the weekdays they share: at one time never, one after the other with time for the way. */
function meet(
  work: CoachWork,
  other: CoachWork,
  schools: ReadonlyMap<string, WorkSchool>,
  travel: Travel,
): WorkJudgement {
  const { schoolId } = other
  const isElsewhere = schoolId !== work.schoolId
  if (isElsewhere && (work.times.length === 0 || other.times.length === 0))
    return { refusals: [], warnings: [{ code: 'times-unknown', schoolId }] }
  const refusals: WorkRefusal[] = []
  const warnings: WorkWarning[] = []
  for (const time of work.times) {
    const sameDay = other.times.filter(one => one.weekday === time.weekday)
    if (sameDay.some(one => overlap(time, one))) refusals.push({ code: 'clash', schoolId, time })
    else if (isElsewhere && sameDay.length > 0) {
      const [here, there] = [schools.get(work.schoolId), schools.get(schoolId)]
      const needed = here && there ? travelMinutes(here, there, travel) : null
      const minutes = Math.min(...sameDay.map(one => gapBetween(time, one)))
      if (needed === null) warnings.push({ code: 'travel-unknown', schoolId, time })
      else if (minutes < needed) refusals.push({ code: 'travel-too-short', schoolId, time, minutes, needed })
    }
  }
  return { refusals, warnings }
}

function overlap(one: WeeklyTime, other: WeeklyTime): boolean {
  return one.weekday === other.weekday && one.startsAt < other.endsAt && other.startsAt < one.endsAt
}

function gapBetween(one: WeeklyTime, other: WeeklyTime): number {
  return one.endsAt <= other.startsAt
    ? clockMinutes(other.startsAt) - clockMinutes(one.endsAt)
    : clockMinutes(one.startsAt) - clockMinutes(other.endsAt)
}

/** Neither the hours of the contract nor, over all contracts, those of a working week may be exceeded. */
function aboveLimit(work: CoachWork, contract: WorkContract, others: readonly CoachWork[]): WorkRefusal[] {
  const own = others.filter(other => other.instructorId === contract.id)
  const [above] = [
    ...(contract.hoursWeek === null ? [] : hoursAbove(contract.hoursWeek, work, own)),
    ...hoursAbove(mostHoursWeek, work, others),
  ]
  return above === undefined ? [] : [above]
}

/** The hours only grow on a day on which work begins: those days are enough to look at. */
function hoursAbove(limit: number, work: CoachWork, others: readonly CoachWork[]): WorkRefusal[] {
  const all = [work, ...others.filter(other => shareDays(work, other))]
  const later = all.map(one => one.validFrom).filter(day => day > work.validFrom)
  const days = [work.validFrom, ...later.sort()]
  for (const day of days) {
    const hours = all
      .filter(one => one.validFrom <= day && day <= one.validTo)
      .reduce((sum, one) => sum + one.hoursWeek, 0)
    if (hours > limit) return [{ code: 'above-limit', day, hours, limit }]
  }
  return []
}
