import type { Scope } from '#app/auth/scope.ts'
import { type Day, openEnd } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction, isUniqueViolation, lockRow, lockUnit } from '#db/write.server.ts'
import { type ContractFacts, type ContractRefusal, whyNoContract } from './contract.rule.ts'
import { type HomeRefusal, homeOf, whyNotAtHome } from './home-of-instructor.server.ts'
import { insertInstructor, namesakesAt } from './instructor-writes.queries.server.ts'

export type AddInstructorRefusal = ContractRefusal | HomeRefusal | 'registered-already'

export interface NewInstructor extends ContractFacts {
  /** Asked for a pooled instructor only; a school's unit is known. */
  unitCode: string
  schoolId: string | null
  validFrom: Day
  /** Null for open-ended. */
  validTo: Day | null
  today: Day
  at: string
}

/** Enters somebody into the register whom it does not know, by hand. */
export async function addInstructor(
  db: Db,
  scope: Scope,
  by: { id: string | null; name: string },
  input: NewInstructor,
): Promise<{ ok: true; id: string } | { ok: false; refusal: AddInstructorRefusal }> {
  const { today, at, ...given } = input
  const contract = { ...given, validTo: given.validTo ?? openEnd }
  const found = await homeOf(db, scope, { ...contract, today })
  if (!found.ok) return found
  const { home } = found
  const refusal = whyNoContract(contract, contract) ?? (await whyNotAtHome(db, home, contract))
  if (refusal !== null) return { ok: false, refusal }
  try {
    return await inTransaction(db, async tx => {
      if (home.schoolId === null) await lockUnit(tx, home.unitCode)
      else await lockRow(tx, 'school', home.schoolId)
      const known = await namesakesAt(tx, { ...home, name: contract.name })
      if (known.some(one => one.namesake === contract.namesake))
        return { ok: false, refusal: 'registered-already' }
      const { unitCode, schoolId } = home
      const row = {
        ...contract,
        unitCode,
        schoolId,
        personId: null,
        applicationId: null,
        continues: null,
        createdAt: at,
      }
      const id = await insertInstructor(tx, row)
      await recordAudit(tx, by, {
        action: 'instructor.add',
        subjectKind: 'instructor',
        subjectId: id,
        unitCode,
        schoolId,
        detail: detailOf(contract),
      })
      return { ok: true, id }
    })
  } catch (error) {
    // A second click meets the unique key.
    if (isUniqueViolation(error)) return { ok: false, refusal: 'registered-already' }
    throw error
  }
}

/** What the audit keeps of a contract: all that may have to be defended, nothing that was only in the form. */
export function detailOf(contract: ContractFacts & { validFrom: Day; validTo: Day }) {
  const { kind, name, namesake, engagement, titleLiteral, hoursWeek, validFrom, validTo } = contract
  return {
    kind,
    name,
    namesake,
    engagement,
    titleLiteral,
    hoursWeek,
    isRetiredAthlete: contract.isRetiredAthlete,
    sports: contract.sports.map(({ sport, grade }) => ({ sport, grade })),
    stages: [...contract.stages],
    validFrom,
    validTo,
  }
}
