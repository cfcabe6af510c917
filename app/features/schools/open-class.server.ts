import type { Scope } from '#app/auth/scope.ts'
import { type Day, openEnd } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Db, Stage } from '#db/tables.ts'
import { insertAll, inTransaction, isUniqueViolation, newId } from '#db/write.server.ts'
import { mayChangeIn } from './registry-permission.rule.ts'
import { findSchool, stagesOfSchools } from './schools.queries.server.ts'

export type OpenClassRefusal = 'not-found' | 'unit-not-yours' | 'class-taken' | 'stage-not-run'

export interface NewClass {
  schoolId: string
  stage: Stage
  entryYear: number
  classNo: number
  pupils: number
  campus: string
  validFrom: Day
}

/** Enters a class. The official key (school, stage, entry year, number) is unique for ever. */
export async function openClass(
  db: Db,
  scope: Scope,
  by: { id: string | null; name: string },
  input: NewClass & { today: Day },
): Promise<{ ok: true; id: string } | { ok: false; refusal: OpenClassRefusal }> {
  const school = await findSchool(db, scope, input.schoolId, input.today)
  if (school === undefined) return { ok: false, refusal: 'not-found' }
  if (!mayChangeIn(scope, school.unitCode)) return { ok: false, refusal: 'unit-not-yours' }
  const stages = await stagesOfSchools(db, { kind: 'school', schoolId: school.id }, input.today)
  if (!stages.get(school.id)?.includes(input.stage)) return { ok: false, refusal: 'stage-not-run' }
  const id = newId()
  try {
    await inTransaction(db, async tx => {
      await insertAll(tx, 'school_class', [
        {
          id,
          school_id: school.id,
          stage: input.stage,
          entry_year: input.entryYear,
          class_no: input.classNo,
          campus: input.campus,
          pupils: input.pupils,
          valid_from: input.validFrom,
          valid_to: openEnd,
        },
      ])
      await recordAudit(tx, by, {
        action: 'class.open',
        subjectKind: 'class',
        subjectId: id,
        unitCode: school.unitCode,
        schoolId: school.id,
        detail: {
          stage: input.stage,
          entryYear: input.entryYear,
          classNo: input.classNo,
          pupils: input.pupils,
          validFrom: input.validFrom,
        },
      })
    })
    return { ok: true, id }
  } catch (error) {
    if (isUniqueViolation(error)) return { ok: false, refusal: 'class-taken' }
    throw error
  }
}
