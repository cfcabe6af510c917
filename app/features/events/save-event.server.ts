import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { findSchool } from '#app/features/schools/schools.queries.server.ts'
import { findSport } from '#app/features/sports/sports.queries.server.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction, isUniqueViolation, lockRow } from '#db/write.server.ts'
import { type EventFacts, type EventProblem, eventProblem } from './event.rule.ts'
import { type EventRow, findEvent, insertEvent, rewriteEvent } from './events.queries.server.ts'

export type EventRefusal = EventProblem | 'school-unknown' | 'told-already'
export type SaveResult =
  | { ok: true; id: string }
  | { ok: false; refusal: EventRefusal }
  | { ok: false; refusal: 'not-found' }

interface Actor {
  id: string | null
  name: string
}

type Told = EventFacts & { sport: string }

/** Tells of an event at a school of the scope. */
export async function addEvent(
  db: Db,
  scope: Scope,
  by: Actor,
  input: { schoolId: string; event: Told; today: Day; now: string },
): Promise<SaveResult> {
  const { schoolId, event, today, now } = input
  return onceTold(db, schoolId, async tx => {
    const school = await findSchool(tx, scope, schoolId, today)
    if (school === undefined) return { ok: false, refusal: 'school-unknown' }
    const refusal = eventProblem(await withSport(tx, event), school, today)
    if (refusal !== null) return { ok: false, refusal }
    const id = await insertEvent(tx, { ...event, schoolId }, now)
    await recordAudit(tx, by, {
      action: 'event.add',
      subjectKind: 'event',
      subjectId: id,
      unitCode: school.unitCode,
      schoolId,
      detail: factsOf(event),
    })
    return { ok: true, id }
  })
}

/** Says anew all that is said of an event; its school stays. */
export async function changeEvent(
  db: Db,
  scope: Scope,
  by: Actor,
  input: { id: string; event: Told; today: Day },
): Promise<SaveResult> {
  const { id, event, today } = input
  const found = await findEvent(db, scope, id, today)
  if (found === undefined) return { ok: false, refusal: 'not-found' }
  return onceTold(db, found.schoolId, async tx => {
    const known = await findEvent(tx, scope, id, today)
    const school = await findSchool(tx, scope, found.schoolId, today)
    if (known === undefined || school === undefined) return { ok: false, refusal: 'not-found' }
    const refusal = eventProblem(await withSport(tx, event), school, today)
    if (refusal !== null) return { ok: false, refusal }
    await rewriteEvent(tx, id, event)
    await recordAudit(tx, by, {
      action: 'event.change',
      subjectKind: 'event',
      subjectId: id,
      unitCode: known.unitCode,
      schoolId: known.schoolId,
      detail: { before: factsOf(known), after: factsOf(event) },
    })
    return { ok: true, id }
  })
}

/** What is kept in the audit of an event. */
export function factsOf({ day, sport, title, classes, participants, note }: Told | EventRow) {
  return { day, sport, title, classes, participants, note }
}

/** Writers of a school take turns; an event that stands in the same words already is told. */
async function onceTold(
  db: Db,
  schoolId: string,
  work: Parameters<typeof inTransaction<SaveResult>>[1],
): Promise<SaveResult> {
  try {
    return await inTransaction(db, async tx => {
      await lockRow(tx, 'school', schoolId)
      return work(tx)
    })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    return { ok: false, refusal: 'told-already' }
  }
}

async function withSport(db: Db, event: Told) {
  return { ...event, isTraditional: (await findSport(db, event.sport))?.isTraditional ?? false }
}
