import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Db } from '#db/tables.ts'
import { aliasKey, inTransaction } from '#db/write.server.ts'
import { addAliases, removeAlias } from './profiles.queries.server.ts'
import { mayChangeIn } from './registry-permission.rule.ts'
import { findSchool } from './schools.queries.server.ts'

/** Adds or removes another name under which files name the school. */
export async function changeAlias(
  db: Db,
  scope: Scope,
  by: { id: string | null; name: string },
  input: { schoolId: string; alias: string; change: 'add' | 'remove'; today: Day },
): Promise<{ ok: true } | { ok: false; refusal: 'not-found' | 'unit-not-yours' | 'empty' }> {
  const school = await findSchool(db, scope, input.schoolId, input.today)
  if (school === undefined) return { ok: false, refusal: 'not-found' }
  if (!mayChangeIn(scope, school.unitCode)) return { ok: false, refusal: 'unit-not-yours' }
  if (aliasKey(input.alias) === '') return { ok: false, refusal: 'empty' }
  await inTransaction(db, async tx => {
    if (input.change === 'add') await addAliases(tx, school.id, [input.alias])
    else await removeAlias(tx, school.id, input.alias)
    await recordAudit(tx, by, {
      action: input.change === 'add' ? 'school.alias-add' : 'school.alias-remove',
      subjectKind: 'school',
      subjectId: school.id,
      unitCode: school.unitCode,
      schoolId: school.id,
      detail: { alias: input.alias },
    })
  })
  return { ok: true }
}
