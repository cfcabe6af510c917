import type { ApplicationState } from '#db/tables.ts'

const open: readonly ApplicationState[] = [
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
  return open.includes(state)
}
