import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Db, Stage } from '#db/tables.ts'
import { inTransaction, isUniqueViolation, lockRow } from '#db/write.server.ts'
import { changeFrom, type ProfileFacts } from './profile-timeline.rule.ts'
import {
  applyTimelineChange,
  isNameTaken,
  ownerOfCode,
  profilesOf,
  type SchoolDetails,
  setStagesFrom,
  updateDetails,
} from './profiles.queries.server.ts'
import { mayChangeIn, mayCountTo } from './registry-permission.rule.ts'
import { findSchool, type SchoolRow } from './schools.queries.server.ts'

export type ChangeRefusal =
  | 'not-found'
  | 'code-taken'
  | 'name-taken'
  | 'unit-not-yours'
  | 'before-first'
  | 'code-missing'

export interface SchoolChange {
  /** The first day on which the new facts hold. */
  from: Day
  facts: ProfileFacts
  stages?: Stage[]
  details?: Partial<Omit<SchoolDetails, 'openedOn' | 'closedOn'>>
}

/** Renames, recodes, retypes or moves a school from a day on; what it was before stays on record. */
export async function changeSchool(
  db: Db,
  scope: Scope,
  by: { id: string | null; name: string },
  schoolId: string,
  change: SchoolChange,
): Promise<{ ok: true } | { ok: false; refusal: ChangeRefusal }> {
  const school = await findSchool(db, scope, schoolId, change.from)
  if (school === undefined) return { ok: false, refusal: await whyNotFound(db, schoolId, scope) }
  const refusal = await refusalOf(db, scope, school, change)
  if (refusal !== null) return { ok: false, refusal }
  try {
    return await inTransaction(db, async tx => {
      await lockRow(tx, 'school', schoolId)
      const timeline = changeFrom(await profilesOf(tx, schoolId), change.from, change.facts)
      if (timeline.kind === 'before-first') return { ok: false, refusal: 'before-first' }
      await applyTimelineChange(tx, schoolId, timeline)
      if (change.stages !== undefined) await setStagesFrom(tx, schoolId, change.stages, change.from)
      if (change.details !== undefined) await updateDetails(tx, schoolId, change.details)
      await recordAudit(tx, by, {
        action: 'school.change',
        subjectKind: 'school',
        subjectId: schoolId,
        unitCode: change.facts.unitCode,
        schoolId,
        detail: {
          from: change.from,
          before: factsOf(school),
          after: { ...change.facts },
          stages: change.stages ?? null,
          details: { ...change.details },
        },
      })
      return { ok: true }
    })
  } catch (error) {
    if (isUniqueViolation(error)) return { ok: false, refusal: 'code-taken' }
    throw error
  }
}

/** The facts of a school, without the days for which they hold. */
export function factsOf(school: ProfileFacts): ProfileFacts & Record<string, string | null> {
  const { code, name, shortName, type, unitCode, countsUnitCode } = school
  return { code, name, shortName, type, unitCode, countsUnitCode }
}

async function whyNotFound(db: Db, schoolId: string, scope: Scope): Promise<ChangeRefusal> {
  const profiles = await profilesOf(db, schoolId)
  const first = profiles[0]
  const isVisible =
    first !== undefined && (await findSchool(db, scope, schoolId, first.validFrom)) !== undefined
  return isVisible ? 'before-first' : 'not-found'
}

async function refusalOf(
  db: Db,
  scope: Scope,
  school: SchoolRow,
  { facts, from }: SchoolChange,
): Promise<ChangeRefusal | null> {
  if (!mayChangeIn(scope, school.unitCode) || !mayChangeIn(scope, facts.unitCode)) return 'unit-not-yours'
  const movesCount = facts.countsUnitCode !== school.countsUnitCode
  if (movesCount && !mayCountTo(scope, facts.unitCode, facts.countsUnitCode)) return 'unit-not-yours'
  if (facts.code === null && school.parentId === null) return 'code-missing'
  const owner = facts.code === null ? undefined : await ownerOfCode(db, facts.code)
  if (owner !== undefined && owner !== school.id) return 'code-taken'
  if (facts.name !== school.name && (await isNameTaken(db, facts.name, facts.unitCode, from, school.id)))
    return 'name-taken'
  return null
}
