import type { Scope } from '#app/auth/scope.ts'
import { type Day, openEnd } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction } from '#db/write.server.ts'
import { listClasses, updateClass } from './classes.queries.server.ts'
import { mayChangeIn } from './registry-permission.rule.ts'
import type { FollowRoster } from './roster.ts'
import { findSchool } from './schools.queries.server.ts'

export type ChangeClassRefusal = 'not-found' | 'unit-not-yours' | 'ends-before-start'

/**
 * Sets a class's pupils and its last day (null: it goes on). `followRoster` brings what is counted over the school's
 * classes in step, in the same transaction.
 */
export async function changeClass(
  db: Db,
  scope: Scope,
  by: { id: string | null; name: string },
  input: { schoolId: string; classId: string; pupils: number; lastDay: Day | null; today: Day },
  followRoster: FollowRoster,
): Promise<{ ok: true } | { ok: false; refusal: ChangeClassRefusal }> {
  const school = await findSchool(db, scope, input.schoolId, input.today)
  const classes = await listClasses(db, scope, { asOf: input.today, schoolId: input.schoolId, all: true })
  const one = classes.find(row => row.id === input.classId)
  if (school === undefined || one === undefined) return { ok: false, refusal: 'not-found' }
  if (!mayChangeIn(scope, school.unitCode)) return { ok: false, refusal: 'unit-not-yours' }
  const validTo = input.lastDay ?? openEnd
  if (validTo < one.validFrom) return { ok: false, refusal: 'ends-before-start' }
  await inTransaction(db, async tx => {
    await updateClass(tx, one.id, { pupils: input.pupils, validTo })
    await followRoster(tx, { schoolIds: [school.id] })
    await recordAudit(tx, by, {
      action: 'class.change',
      subjectKind: 'class',
      subjectId: one.id,
      unitCode: school.unitCode,
      schoolId: school.id,
      detail: {
        before: { pupils: one.pupils, validTo: one.validTo },
        after: { pupils: input.pupils, validTo },
      },
    })
  })
  return { ok: true }
}
