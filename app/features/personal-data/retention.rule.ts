import { addDays, addYears, type Day, instantInCity } from '#app/calendar-day.ts'
import { statesUnderWay } from '#app/features/applications/withdraw.rule.ts'
import type { ApplicationState } from '#db/tables.ts'

/** How long is kept what nobody needs any more (个人信息保护法 19: no longer than the purpose asks). */
export const retention = {
  /** Years after a round in which applications that led nowhere stay with a name. */
  applicationYears: 1,
  /** Days after the decision in which a medical is kept. */
  medicalDays: 90,
  /** Days after the last change, and after the closing, in which a draft is kept. */
  draftDays: 30,
} as const

/** What stood before each of these instants, the midnights of the city, has had its time. */
export function cutoffsOn(day: Day): { applications: string; medicals: string; drafts: string } {
  return {
    applications: midnightOf(addYears(day, -retention.applicationYears)),
    medicals: midnightOf(addDays(day, -retention.medicalDays)),
    drafts: midnightOf(addDays(day, -retention.draftDays)),
  }
}

function midnightOf(day: Day): string {
  return instantInCity(`${day} 00:00`) ?? day
}

/** Over, and nobody was engaged. */
export const ledNowhere: readonly ApplicationState[] = ['DISQUALIFIED', 'TERMINATED', 'WITHDRAWN']

/** Somebody still has to do something about it: what is confirmed or over has been decided. */
export const unfinished: readonly ApplicationState[] = [...statesUnderWay, 'APPROVED', 'PROBATION']

/** Led to an engagement, or is about to: kept with the contract whatever becomes of the round. */
export const ledToWork: readonly ApplicationState[] = [
  'APPROVED',
  'PROBATION',
  'CONFIRMED',
  'ENGAGED',
  'EVALUATED',
  'RENEWED',
  'ENDED',
]
