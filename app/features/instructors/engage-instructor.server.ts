import { addDays, type Day, inCity } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Tx } from '#db/tables.ts'
import { lockRow } from '#db/write.server.ts'
import { type CoachWork, judgeWork, type WorkContract } from './coach-placement.rule.ts'
import { insertCoachPlacement, workOfPersons, workSchools } from './coach-work.queries.server.ts'
import { type ContractRefusal, monthsLater, mostSports, shareDays, whyNoContract } from './contract.rule.ts'
import { type EngagedData, engagedData } from './engaged-data.queries.server.ts'
import { mayBeEngaged } from './entry-check.rule.ts'
import { checksOfPersons } from './entry-checks.queries.server.ts'
import {
  contractsOfApplication,
  insertInstructor,
  internDays,
  namesakesAt,
} from './instructor-writes.queries.server.ts'
import { titleOf } from './title.rule.ts'
import { insertTraining } from './trainings.queries.server.ts'
import { usualTravel } from './travel.rule.ts'

export type EngageRefusal =
  | ContractRefusal
  | 'application-unknown'
  | 'already-engaged'
  | 'no-fresh-check'
  /** The person works at the place already on some of these days. */
  | 'contract-overlaps'

export interface Engaged {
  instructorId: string
  /** Null where the coach must be placed by hand: several schools, or the work does not fit as the post has it. */
  placementId: string | null
}

/**
 * Takes the person of an application into the register: a contract of the post's kind and hours, the sports with their
 * grades, and the work at the post's school where there is one. Runs in the transaction that moves the application, and
 * never without a CLEAR entry check of at most 30 days. A certificate owed within probation becomes a training to be done.
 */
export async function engageInstructor(
  tx: Tx,
  by: { id: string | null; name: string },
  input: { applicationId: string; validFrom: Day; validTo: Day; at: string },
): Promise<({ ok: true } & Engaged) | { ok: false; refusal: EngageRefusal }> {
  const { applicationId, validFrom, validTo } = input
  const data = await engagedData(tx, applicationId)
  if (data === undefined) return { ok: false, refusal: 'application-unknown' }
  if ((await contractsOfApplication(tx, applicationId)).length > 0)
    return { ok: false, refusal: 'already-engaged' }
  const checks = await checksOfPersons(tx, [data.applicantId])
  if (!mayBeEngaged(checks, inCity(input.at).slice(0, 10))) return { ok: false, refusal: 'no-fresh-check' }
  // Two posts engage one person in turn: the year of an intern is a person's.
  await lockRow(tx, 'applicant', data.applicantId)
  const known = await namesakesAt(tx, data)
  const own = known.filter(one => one.personId === data.applicantId)
  if (own.some(one => shareDays(one, { validFrom, validTo })))
    return { ok: false, refusal: 'contract-overlaps' }
  const namesake = own[0]?.namesake ?? Math.max(0, ...known.map(one => one.namesake)) + 1
  const facts = { ...factsOf(data), namesake }
  const refusal = whyNoContract(facts, { validFrom, validTo }, await internDays(tx, data.applicantId, []))
  if (refusal !== null) return { ok: false, refusal }
  const { unitCode, schoolId } = data
  const instructorId = await insertInstructor(tx, {
    ...facts,
    personId: data.applicantId,
    unitCode,
    schoolId,
    validFrom,
    validTo,
    applicationId,
    continues: null,
    createdAt: input.at,
  })
  const contract = { id: instructorId, hoursWeek: data.hoursWeek, stages: data.stages, validFrom, validTo }
  const placementId = await placeAtPost(tx, data, contract, input.at)
  if (data.certificate === 'WITHIN_PROBATION')
    await insertTraining(tx, {
      personId: data.applicantId,
      kind: 'CERTIFICATE',
      dueOn: addDays(monthsLater(validFrom, data.probationMonths), -1),
      note: '',
    })
  await recordAudit(tx, by, {
    action: 'instructor.engage',
    subjectKind: 'instructor',
    subjectId: instructorId,
    unitCode,
    schoolId,
    detail: { applicationId, validFrom, validTo, engagement: data.engagement, placementId },
  })
  return { ok: true, instructorId, placementId }
}

function factsOf(data: EngagedData) {
  const others = data.sports.filter(one => one.sport !== data.sport && one.grade !== '')
  const grade = data.sports.find(one => one.sport === data.sport)?.grade ?? ''
  return {
    kind: 'COACH' as const,
    name: data.name,
    gender: data.gender,
    engagement: data.engagement,
    // A paper that no title of today is known for stays with the application.
    titleLiteral: titleOf('COACH', data.titleLiteral) === null ? '' : data.titleLiteral,
    isRetiredAthlete: data.isRetiredAthlete,
    hoursWeek: data.hoursWeek,
    sports: [{ sport: data.sport, grade }, ...others].slice(0, mostSports),
    stages: data.stages,
  }
}

async function placeAtPost(
  tx: Tx,
  data: EngagedData,
  contract: WorkContract,
  createdAt: string,
): Promise<string | null> {
  const served = data.schoolId === null ? data.servedSchoolIds : [data.schoolId]
  const [schoolId] = served
  if (schoolId === undefined || served.length > 1) return null
  const { hoursWeek, sport, stages } = data
  const { validFrom, validTo } = contract
  const work: CoachWork = {
    instructorId: contract.id,
    schoolId,
    sport,
    stages,
    hoursWeek,
    validFrom,
    validTo,
    times: [],
  }
  const others = await workOfPersons(tx, [data.applicantId])
  const schools = await workSchools(tx, [schoolId, ...others.map(one => one.schoolId)])
  const { refusals, warnings } = judgeWork(work, { contract, others, schools, travel: usualTravel })
  if (refusals.length > 0 || warnings.length > 0) return null
  return insertCoachPlacement(tx, { ...work, note: '', renews: null, createdAt })
}
