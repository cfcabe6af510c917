import type { Scope } from '#app/auth/scope.ts'
import { addDays, type Day, openEnd } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Db, Tx } from '#db/tables.ts'
import { inTransaction, isUniqueViolation } from '#db/write.server.ts'
import { detailOf } from './add-instructor.server.ts'
import {
  insertCoachPlacement,
  movePlacement,
  updatePlacementEnd,
  workOfPersons,
} from './coach-work.queries.server.ts'
import {
  type ContractDays,
  type ContractFacts,
  type ContractRefusal,
  shareDays,
  whyNoContract,
} from './contract.rule.ts'
import { mayBeEngaged } from './entry-check.rule.ts'
import { checksOfPersons } from './entry-checks.queries.server.ts'
import { type HomeRefusal, whyNotAtHome } from './home-of-instructor.server.ts'
import { mayKeep, whyNotThisKind } from './instructor-permission.rule.ts'
import {
  insertInstructor,
  internDays,
  lockPerson,
  namesakesAt,
  updateEnd,
  updateFacts,
} from './instructor-writes.queries.server.ts'
import { findInstructor, type InstructorRow } from './instructors.queries.server.ts'
import { type WorkUnderContract, whyWorkNoLongerFits } from './work-under-contract.rule.ts'

export type ChangeInstructorRefusal =
  | ContractRefusal
  | HomeRefusal
  | 'not-found'
  | 'outside-its-days'
  | 'registered-already'
  | 'contract-overlaps'
  /** A school took somebody out of those who need an entry check. */
  | 'kind-not-yours'
  /** A further contract engages anew: it needs a CLEAR entry check of at most 30 days (domain.md 9.5). */
  | 'no-fresh-check'
  | WorkUnderContract

export interface InstructorChange extends Omit<ContractFacts, 'namesake'> {
  instructorId: string
  /** From its first day it is a correction; the day after its last one it is a further contract. */
  from: Day
  validTo: Day | null
  today: Day
  at: string
}

/**
 * Gives a contract another wording from a day on: the earlier one ends on the eve and another takes over the remaining
 * days, together with the work that stands under it. Answers the id that holds from that day.
 */
export async function changeInstructor(
  db: Db,
  scope: Scope,
  by: { id: string | null; name: string },
  input: InstructorChange,
): Promise<{ ok: true; id: string } | { ok: false; refusal: ChangeInstructorRefusal }> {
  try {
    return await inTransaction(db, async tx => {
      const found = await findInstructor(tx, scope, input.instructorId, input.today)
      if (found === undefined) return { ok: false, refusal: 'not-found' }
      if (!mayKeep(scope, found)) return { ok: false, refusal: 'not-allowed' }
      await lockPerson(tx, found.personId)
      // Read again under the lock: somebody may have ended it meanwhile.
      const standing = (await findInstructor(tx, scope, found.id, input.today)) ?? found
      const next = nextOf(standing, input)
      const refusal =
        whyNotThisKind(scope, standing.kind, next.kind) ?? (await refusalOf(tx, standing, next, input.today))
      if (refusal !== null) return { ok: false, refusal }
      const id = await write(tx, standing, next, input.at)
      await recordAudit(tx, by, {
        action: 'instructor.change',
        subjectKind: 'instructor',
        subjectId: id,
        unitCode: standing.unitCode,
        schoolId: standing.schoolId,
        detail: { before: { id: standing.id, ...detailOf(standing) }, after: detailOf(next) },
      })
      return { ok: true, id }
    })
  } catch (error) {
    if (isUniqueViolation(error)) return { ok: false, refusal: 'registered-already' }
    throw error
  }
}

type Next = ContractFacts & { validFrom: Day; validTo: Day }

function nextOf({ namesake }: InstructorRow, input: InstructorChange): Next {
  const { kind, name, gender, engagement, titleLiteral, isRetiredAthlete, hoursWeek, sports, stages } = input
  const facts = { kind, name, gender, engagement, titleLiteral, isRetiredAthlete, hoursWeek, sports, stages }
  return { ...facts, namesake, validFrom: input.from, validTo: input.validTo ?? openEnd }
}

async function refusalOf(
  tx: Tx,
  standing: InstructorRow,
  next: Next,
  today: Day,
): Promise<ChangeInstructorRefusal | null> {
  const latest = standing.validTo === openEnd ? openEnd : addDays(standing.validTo, 1)
  if (next.validFrom < standing.validFrom || next.validFrom > latest) return 'outside-its-days'
  const isCorrection = next.validFrom === standing.validFrom
  const isFurther = next.validFrom > standing.validTo
  if (isFurther && next.kind !== 'PE_TEACHER') {
    const checks = await checksOfPersons(tx, [standing.personId])
    if (!mayBeEngaged(checks, today)) return 'no-fresh-check'
  }
  const intern = await internDays(tx, standing.personId, isCorrection ? [standing.id] : [])
  const refusal =
    whyNoContract(next, next, isCorrection || isFurther ? intern : withoutRest(intern, standing)) ??
    (await whyNotAtHome(tx, standing, next))
  if (refusal !== null) return refusal
  const others = (await namesakesAt(tx, { ...standing, name: next.name })).filter(
    one => one.id !== standing.id,
  )
  const isSame = (one: { namesake: number }) => one.namesake === next.namesake
  if (others.some(one => isSame(one) && one.personId !== standing.personId)) return 'registered-already'
  if (others.some(one => isSame(one) && shareDays(one, next))) return 'contract-overlaps'
  const work = await workUnder(tx, standing)
  return whyWorkNoLongerFits(
    work.filter(one => one.validTo >= next.validFrom),
    next,
  )
}

/** What is split gives its remaining days to the new wording: they are counted there. */
function withoutRest(intern: ContractDays | null, standing: InstructorRow): ContractDays | null {
  if (intern === null || standing.engagement !== 'INTERN' || intern.validTo !== standing.validTo)
    return intern
  return { validFrom: intern.validFrom, validTo: intern.validFrom }
}

async function workUnder(tx: Tx, { id, personId }: InstructorRow) {
  return (await workOfPersons(tx, [personId])).filter(one => one.instructorId === id)
}

async function write(tx: Tx, standing: InstructorRow, next: Next, at: string): Promise<string> {
  const { id, personId, schoolId } = standing
  const unitCode = standing.unitCode
  if (next.validFrom === standing.validFrom) {
    await updateFacts(tx, id, { ...next, unitCode, schoolId })
    await updateEnd(tx, id, { validTo: next.validTo, endReason: standing.endReason })
    return id
  }
  const work = await workUnder(tx, standing)
  // The reason goes with the end that it explains.
  const isFurther = next.validFrom > standing.validTo
  const { endReason } = standing
  await updateEnd(tx, id, { validTo: addDays(next.validFrom, -1), endReason: isFurther ? endReason : '' })
  const row = { ...next, personId, unitCode, schoolId, applicationId: null, continues: id, createdAt: at }
  const newId = await insertInstructor(tx, row)
  if (!isFurther && next.validTo === standing.validTo)
    await updateEnd(tx, newId, { validTo: next.validTo, endReason })
  for (const one of work) {
    if (one.validFrom >= next.validFrom) await movePlacement(tx, one.id, newId)
    else if (one.validTo >= next.validFrom) {
      await updatePlacementEnd(tx, one.id, { validTo: addDays(next.validFrom, -1), endReason: '' })
      const rest = { ...one, instructorId: newId, validFrom: next.validFrom }
      const restId = await insertCoachPlacement(tx, { ...rest, renews: one.id, createdAt: at })
      await updatePlacementEnd(tx, restId, { validTo: one.validTo, endReason: one.endReason })
    }
  }
  return newId
}
