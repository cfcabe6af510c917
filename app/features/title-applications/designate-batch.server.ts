import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { type BatchRow, listBatches } from '#app/features/designation/batches.queries.server.ts'
import {
  certificateNumber,
  parseCertificateNumber,
} from '#app/features/designation/certificate-number.rule.ts'
import { insertDesignations } from '#app/features/designation/designations.queries.server.ts'
import { listSports } from '#app/features/sports/sports.queries.server.ts'
import type { Db, Tx } from '#db/tables.ts'
import { inTransaction, isUniqueViolation, lockRow } from '#db/write.server.ts'
import { type CertificateRow, insertCertificates, numbersOfYear } from './certificates.queries.server.ts'
import {
  type DayProblem,
  type DocumentProblem,
  readDocumentNumber,
  type WhyNotDesignated,
  whyNotDesignated,
  whyNotOn,
} from './designate.rule.ts'
import { type Candidate, candidatesToDesignate } from './designate-candidates.server.ts'
import { tellMoved } from './tell-schools.server.ts'
import { setNamed } from './title-application-writes.queries.server.ts'
import { appendTitleStep } from './title-steps.queries.server.ts'

export type DesignateRefusal =
  | DocumentProblem
  | DayProblem
  | 'not-found'
  | 'not-allowed'
  | 'nobody-chosen'
  | 'moved-meanwhile'

interface RefusedSchool {
  id: string
  schoolName: string
  why: WhyNotDesignated
}

export type DesignateResult =
  | { ok: true; named: number; document: string }
  | { ok: false; refusal: DesignateRefusal }
  | { ok: false; refusal: 'schools'; schools: RefusedSchool[] }

interface DesignateInput {
  batchId: string
  applicationIds: readonly string[]
  document: string
  namedOn: Day
  today: Day
  now: string
}

interface Actor {
  id: string | null
  name: string
}

/**
 * Gives schools whose notice is over their titles, one a sport, and one certificate each: all of those chosen or none.
 * Two designations of a level wait for each other, so that no number is given twice.
 */
export async function designateBatch(
  db: Db,
  scope: Scope,
  by: Actor,
  input: DesignateInput,
): Promise<DesignateResult> {
  if (scope.kind !== 'city') return { ok: false, refusal: 'not-allowed' }
  try {
    return await inTransaction(db, tx => designateHeld(tx, scope, by, input))
  } catch (error) {
    // Somebody else, such as an import, gave a school the same title at the same moment: nothing of this one stands.
    if (!isUniqueViolation(error)) throw error
    return { ok: false, refusal: 'moved-meanwhile' }
  }
}

async function designateHeld(
  tx: Tx,
  scope: Scope,
  by: Actor,
  input: DesignateInput,
): Promise<DesignateResult> {
  const { batchId, namedOn, today, now: at } = input
  const batch = await holdLevel(tx, batchId)
  if (batch === undefined) return { ok: false, refusal: 'not-found' }
  const wanted = new Set(input.applicationIds)
  if (wanted.size === 0) return { ok: false, refusal: 'nobody-chosen' }
  const onDay = whyNotOn(namedOn, { today, validTo: batch.validTo })
  if (onDay !== null) return { ok: false, refusal: onDay }
  const read = readDocumentNumber(input.document, namedOn)
  if (!read.ok) return read
  const chosen = await holdChosen(tx, scope, { batch, wanted, today })
  if (chosen.length !== wanted.size) return { ok: false, refusal: 'moved-meanwhile' }
  const terms = { namedOn, today, validFrom: batch.validFrom, validTo: batch.validTo }
  const schools = chosen.flatMap(({ application: { id, schoolName }, school }) => {
    const why = whyNotDesignated(school, terms)
    return why === null ? [] : [{ id, schoolName, why }]
  })
  if (schools.length > 0) return { ok: false, refusal: 'schools', schools }
  const { document } = read
  const certificates = await certificatesFor(tx, chosen, { batch, document, namedOn })
  await writeTitles(tx, chosen, { batch, certificates, at })
  for (const [index, { application }] of chosen.entries()) {
    const certificate = certificates[index]?.number ?? ''
    await setNamed(tx, application.id, { certificate, document, on: namedOn })
    const step = {
      from: 'PUBLICITY',
      to: 'DESIGNATED',
      action: 'designate',
      by,
      at,
      reason: document,
    } as const
    // Nobody can have moved it: its batch is held.
    if (!(await appendTitleStep(tx, application.id, step)))
      throw new Error(`Application ${application.id} was moved although its batch is held`)
    await tellMoved(tx, { application, to: 'DESIGNATED', reason: document }, at)
  }
  for (const [index, { application }] of chosen.entries())
    await recordAudit(tx, by, {
      action: 'title-application.designate',
      ...{ subjectKind: 'title-application', subjectId: application.id },
      ...{ unitCode: application.unitCode, schoolId: application.schoolId },
      detail: {
        ...{ batch: batch.name, document, namedOn, sports: [...application.sports] },
        ...{ certificate: certificates[index]?.number ?? '', validFrom: batch.validFrom },
        validTo: batch.validTo,
      },
    })
  return { ok: true, named: chosen.length, document }
}

/** Holds every batch of the level, always in the same order: the numbers of a level are counted by one at a time. */
async function holdLevel(tx: Tx, batchId: string): Promise<BatchRow | undefined> {
  const batches = await listBatches(tx, { announcedOnly: true })
  const batch = batches.find(one => one.id === batchId)
  if (batch === undefined) return undefined
  const ids = batches.filter(one => one.level === batch.level).map(one => one.id)
  for (const id of ids.sort()) await lockRow(tx, 'designation_batch', id)
  return batch
}

/** Those chosen that still stand on a notice, read once their schools are held. */
async function holdChosen(
  tx: Tx,
  scope: Scope,
  { batch, wanted, today }: { batch: BatchRow; wanted: ReadonlySet<string>; today: Day },
): Promise<Candidate[]> {
  const asked = { batch, today }
  const seen = (await candidatesToDesignate(tx, scope, asked)).filter(one => wanted.has(one.application.id))
  for (const id of seen.map(one => one.application.schoolId).sort()) await lockRow(tx, 'school', id)
  return (await candidatesToDesignate(tx, scope, asked)).filter(one => wanted.has(one.application.id))
}

async function certificatesFor(
  tx: Tx,
  chosen: readonly Candidate[],
  { batch, document, namedOn }: { batch: BatchRow; document: string; namedOn: Day },
): Promise<CertificateRow[]> {
  const { level, organisers, validFrom, validTo } = batch
  const year = Number(namedOn.slice(0, 4))
  const given = (await numbersOfYear(tx, { level, year })).map(one => parseCertificateNumber(one)?.count ?? 0)
  const last = given.reduce((most, one) => Math.max(most, one), 0)
  const sports = new Map((await listSports(tx)).map(sport => [sport.code, sport.name]))
  return chosen.map(({ application }, at) => ({
    number: certificateNumber({ year, level, count: last + at + 1 }),
    ...{ applicationId: application.id, batchId: batch.id, schoolId: application.schoolId },
    ...{ schoolName: application.schoolName, level, organisers, document, validFrom, validTo, namedOn },
    sports: application.sports.map(code => sports.get(code) ?? code).join('、'),
  }))
}

/** The titles themselves, one a sport, all under the school's one certificate. */
async function writeTitles(
  tx: Tx,
  chosen: readonly Candidate[],
  given: { batch: BatchRow; certificates: readonly CertificateRow[]; at: string },
): Promise<void> {
  const { batch, certificates, at } = given
  await insertCertificates(tx, certificates)
  const titles = chosen.flatMap(({ application }, index) =>
    application.sports.map(sport => ({
      ...{ schoolId: application.schoolId, level: batch.level, sport, batch: batch.name },
      ...{ document: certificates[index]?.document ?? '', certificate: certificates[index]?.number ?? '' },
      ...{ validFrom: batch.validFrom, validTo: batch.validTo },
    })),
  )
  await insertDesignations(tx, titles, at)
}
