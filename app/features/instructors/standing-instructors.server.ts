import type { Day } from '#app/calendar-day.ts'
import type { Db, InstructorKind, Stage } from '#db/tables.ts'
import { type CheckState, checkStateOn, type EntryCheck } from './entry-check.rule.ts'
import { checksOfPersons } from './entry-checks.queries.server.ts'
import { placedWork, teachersNamed, type WorkAsked } from './standing.queries.server.ts'

/** Somebody who stands behind a sport for a stage of a school on a day, and how the entry check stands that day. */
export interface StandingWork {
  schoolId: string
  sport: string
  stage: Stage
  instructorId: string
  name: string
  kind: InstructorKind
  check: CheckState
}

const everyStage: readonly Stage[] = ['primary', 'junior', 'senior']

/** Everybody who stands behind a sport at the units' schools on the day, whether their check lets them or not. */
export async function standingInstructors(db: Db, asked: WorkAsked): Promise<StandingWork[]> {
  // Whoever is placed comes from outside: a teacher of another school needs an answer as a coach does.
  const placed = (await placedWork(db, asked)).map(row =>
    row.kind === 'PE_TEACHER' ? { ...row, kind: 'COACH' as const } : row,
  )
  const rows = [...placed, ...(await teachersNamed(db, asked))]
  const states = await checkStatesOf(db, [...new Set(rows.map(row => row.personId))], asked.asOf)
  return rows.flatMap(({ personId, stage, ...row }) =>
    (stage === null ? everyStage : [stage]).map(one => ({
      ...row,
      stage: one,
      check: states.get(personId) ?? { state: 'none' },
    })),
  )
}

/** How the entry check of each person stands on the day. */
export async function checkStatesOf(
  db: Db,
  personIds: readonly string[],
  day: Day,
): Promise<Map<string, CheckState>> {
  const byPerson = new Map<string, EntryCheck[]>()
  for (const { personId, ...check } of await checksOfPersons(db, personIds))
    byPerson.set(personId, [...(byPerson.get(personId) ?? []), check])
  return new Map(personIds.map(id => [id, checkStateOn(byPerson.get(id) ?? [], day)]))
}
