import { addDays, type Day, inCity } from '#app/calendar-day.ts'
import type { ApplicationState } from '#db/tables.ts'
import { monthsLater } from '../instructors/contract.rule.ts'
import { windowState } from '../posts/round.rule.ts'
import { interviewed } from './interview.rule.ts'
import { mendUntil } from './mend-until.rule.ts'

/** How an application stands, as far as its next step depends on it. */
export interface NextFacts {
  state: ApplicationState
  stateAt: string
  opensAt: string
  closesAt: string
  publicityTo: Day | null
  probationMonths: number
  /** First day of the contract that the application led to. */
  contractFrom: Day | null
  interviewAt: string | null
}

export type NextCode = ApplicationState | 'DRAFT_SOON' | 'DRAFT_LAPSED' | 'SKILL_TEST_AT'

export interface NextStep {
  code: NextCode
  /** The instant or the day by which, or at which, it happens; null where nobody has set it. */
  by: string | null
}

/** Days after the window closes in which units look through what was handed in. */
export const reviewDays = 7

/** What comes next for the person, and by when. */
export function nextStepOf(facts: NextFacts, now: string): NextStep {
  const { state } = facts
  if (state === 'DRAFT') return nextOfDraft(facts, now)
  if (interviewed.includes(state) && facts.interviewAt !== null)
    return { code: 'SKILL_TEST_AT', by: facts.interviewAt }
  return { code: state, by: byOf(facts) }
}

function nextOfDraft({ opensAt, closesAt }: NextFacts, now: string): NextStep {
  const window = windowState({ opensAt, closesAt }, now)
  if (window === 'soon') return { code: 'DRAFT_SOON', by: opensAt }
  return window === 'open' ? { code: 'DRAFT', by: closesAt } : { code: 'DRAFT_LAPSED', by: null }
}

/** The day from which the probation counts: the first of the contract, since nobody proves themselves before it. */
export function probationFrom(facts: Pick<NextFacts, 'stateAt' | 'contractFrom'>): Day {
  return facts.contractFrom ?? inCity(facts.stateAt).slice(0, 10)
}

function byOf(facts: NextFacts): string | null {
  const { state, stateAt, closesAt, publicityTo, probationMonths } = facts
  if (state === 'SUBMITTED') return laterBy(laterOf(stateAt, closesAt), reviewDays)
  if (state === 'RETURNED') return mendUntil({ closesAt }, stateAt)
  if (state === 'PUBLICITY') return publicityTo
  return state === 'PROBATION' ? addDays(monthsLater(probationFrom(facts), probationMonths), -1) : null
}

function laterOf(one: string, other: string): string {
  return one < other ? other : one
}

function laterBy(instant: string, days: number): string {
  return addDays(instant.slice(0, 10), days) + instant.slice(10)
}
