import type { Scope } from '#app/auth/scope.ts'
import type { Db } from '#db/tables.ts'
import { type StepTaken, stepsOf } from './application-steps.queries.server.ts'
import { type ApplicationRow, findApplication, listApplications } from './applications.queries.server.ts'
import { answerOf, isEligibilityCode, type RuleAnswer } from './eligibility.rule.ts'
import { type NextStep, nextStepOf } from './next-step.rule.ts'
import { mayWithdraw } from './withdraw.rule.ts'

export interface ShownApplication extends Omit<ApplicationRow, 'eligibility' | 'applicantId'> {
  next: NextStep
}

export interface ApplicationPage extends ShownApplication {
  steps: StepTaken[]
  /** How each rule stood when it was handed in. */
  rules: RuleAnswer[]
  mayWithdraw: boolean
}

/** A person's applications with what comes next of each. */
export async function readApplications(db: Db, scope: Scope, now: string): Promise<ShownApplication[]> {
  const rows = await listApplications(db, scope)
  return rows.map(row => shown(row, now))
}

/** One application with the way it has gone; undefined outside the scope. */
export async function readApplication(
  db: Db,
  scope: Scope,
  id: string,
  now: string,
): Promise<ApplicationPage | undefined> {
  const row = await findApplication(db, scope, id)
  if (row === undefined) return undefined
  return {
    ...shown(row, now),
    steps: await stepsOf(db, id),
    rules: rulesOf(row.eligibility),
    mayWithdraw: row.state === 'DRAFT' || mayWithdraw(row.state),
  }
}

function shown({ eligibility: _codes, applicantId: _applicant, ...row }: ApplicationRow, now: string) {
  return { ...row, next: nextStepOf(row, now) }
}

// Codes that an older release knew are left out.
function rulesOf(eligibility: string): RuleAnswer[] {
  const codes: unknown = JSON.parse(eligibility)
  return Array.isArray(codes) ? codes.filter(isEligibilityCode).map(answerOf) : []
}
