import type { ApplicationState } from '#db/tables.ts'

/** Handed in, and neither decided nor over. */
export const statesUnderWay: readonly ApplicationState[] = [
  'SUBMITTED',
  'RETURNED',
  'QUALIFIED',
  'WRITTEN',
  'RECHECK',
  'SKILL_TEST',
  'RANKED',
  'RESERVE',
  'MEDICAL',
  'VETTING',
  'PUBLICITY',
  'REVIEWED',
]

/** Whether the applicant may still step back: until it is approved or over. A draft is thrown away instead. */
export function mayWithdraw(state: ApplicationState): boolean {
  return statesUnderWay.includes(state)
}
