import type { Scope } from '#app/auth/scope.ts'
import { type Day, openEnd } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Db, Stage } from '#db/tables.ts'
import { inTransaction, isUniqueViolation } from '#db/write.server.ts'
import type { ProfileFacts } from './profile-timeline.rule.ts'
import { insertSchoolRow, isNameTaken, ownerOfCode } from './profiles.queries.server.ts'
import { mayChangeIn, mayCountTo } from './registry-permission.rule.ts'
import { findSchool } from './schools.queries.server.ts'

export type CreateRefusal = 'code-taken' | 'name-taken' | 'unit-not-yours' | 'parent-unknown' | 'code-missing'

export interface NewSchool extends ProfileFacts {
  openedOn: Day
  /** The day of the entry: a school that opens later is on record from today. */
  today: Day
  stages: Stage[]
  pupils: number | null
  address: string
  longitude: number | null
  latitude: number | null
  /** For a campus: the school it belongs to. Only a campus may go without a code. */
  parentId: string | null
  campusName: string | null
}

/** Enters a school, or a campus of one, with its first profile. */
export async function createSchool(
  db: Db,
  scope: Scope,
  by: { id: string | null; name: string },
  input: NewSchool,
): Promise<{ ok: true; id: string } | { ok: false; refusal: CreateRefusal }> {
  const refusal = await refusalOf(db, scope, input)
  if (refusal !== null) return { ok: false, refusal }
  try {
    const id = await inTransaction(db, async tx => {
      const schoolId = await insertSchoolRow(tx, input, { ...input, closedOn: openEnd })
      await recordAudit(tx, by, {
        action: 'school.create',
        subjectKind: 'school',
        subjectId: schoolId,
        unitCode: input.unitCode,
        schoolId,
        detail: { ...input },
      })
      return schoolId
    })
    return { ok: true, id }
  } catch (error) {
    // Two people enter the same code at once: the unique key decides.
    if (isUniqueViolation(error)) return { ok: false, refusal: 'code-taken' }
    throw error
  }
}

async function refusalOf(db: Db, scope: Scope, input: NewSchool): Promise<CreateRefusal | null> {
  if (!mayChangeIn(scope, input.unitCode)) return 'unit-not-yours'
  if (!mayCountTo(scope, input.unitCode, input.countsUnitCode)) return 'unit-not-yours'
  if (input.code === null && input.parentId === null) return 'code-missing'
  if (input.code !== null && (await ownerOfCode(db, input.code)) !== undefined) return 'code-taken'
  if (await isNameTaken(db, input.name, input.unitCode, input.openedOn)) return 'name-taken'
  if (input.parentId !== null && !(await findSchool(db, scope, input.parentId, input.openedOn)))
    return 'parent-unknown'
  return null
}
