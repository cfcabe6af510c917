import { createHash } from 'node:crypto'
import type { Db, Tx } from '#db/tables.ts'
import { factsOfApplicant } from './applicant-facts.queries.server.ts'
import { judgedFactsOf, updateJudged } from './application-writes.queries.server.ts'
import { eligibilityOf, type PostRules, type ProfileFacts, rulesOf, verdictOf } from './eligibility.rule.ts'

/**
 * A print of what is judged of a person: all that the rules of any post ask, and nothing that can be read back. Two
 * profiles that differ in none of it have the same.
 */
export function printOf(facts: ProfileFacts): string {
  const sports = facts.sports.map(({ sport, grade, result }) => [sport, grade, result].join(' '))
  const papers = facts.certificates.map(({ kind, level, expiresOn }) => [kind, level, expiresOn].join(' '))
  const { birthDate, education, experienceYears, isRetiredAthlete } = facts
  const judged = [birthDate, education, experienceYears, isRetiredAthlete, sports.sort(), papers.sort()]
  return createHash('sha256').update(JSON.stringify(judged)).digest('hex')
}

interface Judged {
  id: string
  applicantId: string
}

/** Whether the person is no longer as judged, or nothing was kept of how they were judged. */
export async function haveFactsChanged(db: Db, { id, applicantId }: Judged): Promise<boolean> {
  const facts = await factsOfApplicant(db, applicantId)
  return facts === undefined || (await judgedFactsOf(db, id)) !== printOf(facts)
}

/**
 * Judges the person by the rules of the post as they are now, and keeps how. Refused where something has changed since
 * and the rules let the person in no longer.
 */
export async function judgeFacts(
  tx: Tx,
  { id, applicantId }: Judged,
  post: Omit<PostRules, 'closingDay'> & { round: { closesAt: string } },
): Promise<'no-longer-eligible' | null> {
  const facts = await factsOfApplicant(tx, applicantId)
  const before = await judgedFactsOf(tx, id)
  if (facts === undefined || before === printOf(facts)) return null
  const rules = eligibilityOf(rulesOf(post), facts)
  if (before !== null && verdictOf(rules) !== 'eligible') return 'no-longer-eligible'
  const eligibility = JSON.stringify(rules.map(one => one.code))
  await updateJudged(tx, id, { eligibility, judgedFacts: printOf(facts) })
  return null
}
