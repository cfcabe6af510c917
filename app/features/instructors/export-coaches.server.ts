import type { Scope } from '#app/auth/scope.ts'
import { type Day, openEnd } from '#app/calendar-day.ts'
import { listUnitNames } from '#app/features/schools/units.queries.server.ts'
import { listSportNames } from '#app/features/sports/sports.queries.server.ts'
import type { Db } from '#db/tables.ts'
import type { CoachPlacementRecord } from './coach-placements.sheet.ts'
import { listCoachPlacements } from './coach-work.queries.server.ts'
import type { CoachRecord } from './coaches.sheet.ts'
import { mayKeep } from './instructor-permission.rule.ts'
import { type InstructorRow, listInstructors } from './instructors.queries.server.ts'

interface Asked {
  asOf: Day
  unitCode?: string
  schoolId?: string
}

/**
 * The contracts that the scope keeps as rows of the roster, the ended ones too, so that importing them changes nothing.
 * People of a campus without a code cannot be named in a sheet and are left out.
 */
export async function coachRecords(db: Db, scope: Scope, asked: Asked): Promise<CoachRecord[]> {
  const sportName = namesOf(await listSportNames(db))
  const unitName = namesOf(await listUnitNames(db))
  return (await keptInstructors(db, scope, asked)).map(one => ({
    code: one.schoolCode,
    unit: one.schoolId === null ? { code: one.unitCode, name: unitName(one.unitCode) } : null,
    name: one.name,
    namesake: one.namesake,
    kind: one.kind,
    gender: one.gender || null,
    sports: one.sports.map(({ sport }) => ({ code: sport, name: sportName(sport) })),
    stages: one.stages,
    title: one.titleLiteral || null,
    grades: one.sports.map(({ grade }) => grade),
    retired: one.isRetiredAthlete,
    engagement: one.engagement || null,
    hours: one.hoursWeek,
    validFrom: one.validFrom,
    validTo: one.validTo === openEnd ? null : one.validTo,
    reason: one.endReason || null,
  }))
}

/** The work of those people as rows of its sheet. Work that never held is left out. */
export async function coachPlacementRecords(
  db: Db,
  scope: Scope,
  asked: Asked,
): Promise<CoachPlacementRecord[]> {
  const sportName = namesOf(await listSportNames(db))
  const unitName = namesOf(await listUnitNames(db))
  const kept = new Map((await keptInstructors(db, scope, asked)).map(one => [one.id, one]))
  const work = await listCoachPlacements(db, scope, { asOf: asked.asOf, instructorIds: [...kept.keys()] })
  return work.flatMap(one => {
    const coach = kept.get(one.instructorId)
    if (coach === undefined || one.schoolCode === null || one.validTo < one.validFrom) return []
    return [
      {
        code: one.schoolCode,
        name: coach.name,
        homeCode: coach.schoolId === one.schoolId ? null : coach.schoolCode,
        homeUnit: coach.schoolId === null ? { code: coach.unitCode, name: unitName(coach.unitCode) } : null,
        namesake: coach.namesake,
        sport: { code: one.sport, name: sportName(one.sport) },
        stages: [...one.stages],
        hours: one.hoursWeek,
        times: [...one.times],
        validFrom: one.validFrom,
        validTo: one.validTo === openEnd ? null : one.validTo,
        reason: one.endReason || null,
        note: one.note || null,
      },
    ]
  })
}

async function keptInstructors(db: Db, scope: Scope, asked: Asked): Promise<InstructorRow[]> {
  const { unitCode, schoolId } = asked
  const rows = await listInstructors(db, scope, { asOf: asked.asOf })
  return rows.filter(
    row =>
      mayKeep(scope, row) &&
      (row.schoolId === null || row.schoolCode !== null) &&
      (schoolId === undefined || row.schoolId === schoolId) &&
      (unitCode === undefined || [row.unitCode, row.countsUnitCode].includes(unitCode)),
  )
}

function namesOf(rows: readonly { code: string; name: string }[]): (code: string) => string {
  const names = new Map(rows.map(row => [row.code, row.name]))
  return code => names.get(code) ?? code
}
