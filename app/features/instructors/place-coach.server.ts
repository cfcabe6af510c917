import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { findSchool } from '#app/features/schools/schools.queries.server.ts'
import type { Db, Tx } from '#db/tables.ts'
import { inTransaction } from '#db/write.server.ts'
import { type CoachWork, judgeWork, type WorkJudgement } from './coach-placement.rule.ts'
import { insertCoachPlacement, workOfPersons, workSchools } from './coach-work.queries.server.ts'
import { checkStateOn } from './entry-check.rule.ts'
import { checksOfPersons } from './entry-checks.queries.server.ts'
import { mayKeep } from './instructor-permission.rule.ts'
import { lockPerson } from './instructor-writes.queries.server.ts'
import { findInstructor, type InstructorRow } from './instructors.queries.server.ts'
import { readTravel } from './travel-setting.queries.server.ts'

export type PlaceRefusal = 'not-found' | 'not-allowed' | 'school-unknown' | 'sport-not-theirs' | 'stopped'

export type Placed =
  | { ok: true; id: string }
  | { ok: false; refusal: PlaceRefusal }
  /** It cannot be done, or nobody can tell and nobody has answered for it yet. */
  | { ok: false; refusal: 'does-not-fit' | 'unconfirmed'; judged: WorkJudgement }

export interface PlacementInput extends CoachWork {
  note: string
  /** Whether somebody answers for what cannot be checked. */
  isConfirmed: boolean
  today: Day
  at: string
}

/** Gives an instructor work at a school in one of their sports, beside all else that the person does. */
export async function placeCoach(
  db: Db,
  scope: Scope,
  by: { id: string | null; name: string },
  input: PlacementInput,
): Promise<Placed> {
  const { isConfirmed, today, at, ...work } = input
  return inTransaction(db, async tx => {
    const found = await findInstructor(tx, scope, work.instructorId, today)
    if (found === undefined) return { ok: false, refusal: 'not-found' }
    if (!mayKeep(scope, found)) return { ok: false, refusal: 'not-allowed' }
    const school = await findSchool(tx, scope, work.schoolId, today)
    if (school === undefined) return { ok: false, refusal: 'school-unknown' }
    await lockPerson(tx, found.personId)
    const instructor = (await findInstructor(tx, scope, found.id, today)) ?? found
    if (!instructor.sports.some(one => one.sport === work.sport))
      return { ok: false, refusal: 'sport-not-theirs' }
    if (await isStopped(tx, instructor.personId, today)) return { ok: false, refusal: 'stopped' }
    const judged = await judgeFor(tx, instructor, work)
    if (judged.refusals.length > 0) return { ok: false, refusal: 'does-not-fit', judged }
    if (judged.warnings.length > 0 && !isConfirmed) return { ok: false, refusal: 'unconfirmed', judged }
    const id = await insertCoachPlacement(tx, { ...work, renews: null, createdAt: at })
    await recordAudit(tx, by, {
      action: 'coach-placement.add',
      subjectKind: 'coach-placement',
      subjectId: id,
      unitCode: school.countsUnitCode,
      schoolId: school.id,
      detail: { ...workDetail(work), unchecked: judged.warnings.map(one => one.code) },
    })
    return { ok: true, id }
  })
}

/** Whether an entry check forbids the person all work with children on the day, whatever the contract (domain.md 9.5). */
export async function isStopped(tx: Tx, personId: string, day: Day): Promise<boolean> {
  return checkStateOn(await checksOfPersons(tx, [personId]), day).state === 'not-clear'
}

/** Judges work against everything else that the person does, under whatever contract. */
export async function judgeFor(
  tx: Tx,
  instructor: InstructorRow,
  work: CoachWork,
  given?: readonly CoachWork[],
): Promise<WorkJudgement> {
  const others = given ?? (await workOfPersons(tx, [instructor.personId]))
  const schools = await workSchools(tx, [work.schoolId, ...others.map(one => one.schoolId)])
  return judgeWork(work, { contract: instructor, others, schools, travel: await readTravel(tx) })
}

/** What the audit keeps of a placement. */
export function workDetail(work: CoachWork) {
  const { instructorId, sport, hoursWeek, validFrom, validTo } = work
  const times = work.times.map(({ weekday, startsAt, endsAt }) => ({ weekday, startsAt, endsAt }))
  return { instructorId, sport, stages: [...work.stages], hoursWeek, times, validFrom, validTo }
}
