import type { Scope } from '#app/auth/scope.ts'
import { addDays, type Day } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { holdsPersonalNumber } from '#app/features/coaching/personal-number.rule.ts'
import { overlaps } from '#app/features/schools/dated.rule.ts'
import { findSchool } from '#app/features/schools/schools.queries.server.ts'
import type { Db, Tx } from '#db/tables.ts'
import { aliasKey, inTransaction, lockRow } from '#db/write.server.ts'
import { type Venue, type VenueDays, type VenueProblem, venueProblem } from './venue.rule.ts'
import { mayKeepVenues } from './venue-permission.rule.ts'
import {
  closeVenueRow,
  findVenue,
  insertVenues,
  type SchoolVenue,
  updateVenue,
  venuesOfSchools,
} from './venues.queries.server.ts'

export type VenueRefusal =
  | VenueProblem
  | 'school-unknown'
  | 'entered-already'
  | 'outside-its-days'
  | 'reason-missing'

export type VenueResult =
  | { ok: true }
  | { ok: false; refusal: VenueRefusal }
  | { ok: false; refusal: 'not-found' | 'not-allowed' }

interface Actor {
  id: string | null
  name: string
}

/** Enters a venue of a school that the scope keeps. */
export async function addVenue(
  db: Db,
  scope: Scope,
  by: Actor,
  input: { schoolId: string; name: string; venue: Venue; days: VenueDays; today: Day; now: string },
): Promise<VenueResult> {
  const { schoolId, name, venue, days, today, now } = input
  return inTransaction(db, async tx => {
    await lockRow(tx, 'school', schoolId)
    const school = await findSchool(tx, scope, schoolId, today)
    if (school === undefined) return { ok: false, refusal: 'school-unknown' }
    if (!mayKeepVenues(scope, school)) return { ok: false, refusal: 'not-allowed' }
    const refusal = venueProblem(name, venue, days, school)
    if (refusal !== null) return { ok: false, refusal }
    if (await isEntered(tx, { schoolId, name, days })) return { ok: false, refusal: 'entered-already' }
    const [id = ''] = await insertVenues(tx, [{ ...venue, ...days, schoolId, name }], now)
    await recordAudit(tx, by, {
      ...{ action: 'venue.add', subjectKind: 'venue', subjectId: id },
      ...{ unitCode: school.unitCode, schoolId },
      detail: { name, ...factsOf(venue), ...days },
    })
    return { ok: true }
  })
}

async function isEntered(
  tx: Tx,
  { schoolId, name, days }: { schoolId: string; name: string; days: VenueDays },
): Promise<boolean> {
  const standing = await venuesOfSchools(tx, [schoolId])
  return standing.some(one => aliasKey(one.name) === aliasKey(name) && overlaps(one, days))
}

/**
 * Opens a venue otherwise from a day on: what stood ends on the eve and a new row takes over its remaining days. From
 * its own first day it is a correction.
 */
export async function changeVenue(
  db: Db,
  scope: Scope,
  by: Actor,
  input: { id: string; from: Day; venue: Venue; today: Day; now: string },
): Promise<VenueResult> {
  const { from, venue, now } = input
  return withVenue(db, scope, input, async (tx, known) => {
    const { id, schoolId, name, validFrom, validTo } = known
    if (from < validFrom || from > validTo) return { ok: false, refusal: 'outside-its-days' }
    const school = await findSchool(tx, scope, schoolId, input.today)
    if (school === undefined) return { ok: false, refusal: 'not-found' }
    const days = { validFrom: from, validTo }
    const refusal = venueProblem(name, venue, days, school)
    if (refusal !== null) return { ok: false, refusal }
    if (from === validFrom) await updateVenue(tx, id, { ...venue, validTo })
    else {
      await updateVenue(tx, id, { ...known, validTo: addDays(from, -1) })
      const { closedBecause } = known
      await insertVenues(tx, [{ ...venue, ...days, schoolId, name, closedBecause }], now)
    }
    await recordAudit(tx, by, {
      ...auditOf('venue.change', known),
      detail: { from, before: factsOf(known), after: factsOf(venue) },
    })
    return { ok: true }
  })
}

/** Ends a venue after a last day, with the reason. */
export async function closeVenue(
  db: Db,
  scope: Scope,
  by: Actor,
  input: { id: string; lastDay: Day; reason: string; today: Day },
): Promise<VenueResult> {
  const { id, lastDay } = input
  const reason = input.reason.trim()
  return withVenue(db, scope, input, async (tx, known) => {
    if (reason === '') return { ok: false, refusal: 'reason-missing' }
    if (holdsPersonalNumber(reason)) return { ok: false, refusal: 'personal-number' }
    if (lastDay < known.validFrom || lastDay > known.validTo)
      return { ok: false, refusal: 'outside-its-days' }
    await closeVenueRow(tx, id, lastDay, reason)
    await recordAudit(tx, by, {
      ...auditOf('venue.close', known),
      detail: { name: known.name, lastDay, reason },
    })
    return { ok: true }
  })
}

/** Writers of a school take turns, and each sees what the one before has left. */
async function withVenue(
  db: Db,
  scope: Scope,
  { id, today }: { id: string; today: Day },
  work: (tx: Tx, known: SchoolVenue) => Promise<VenueResult>,
): Promise<VenueResult> {
  const found = await findVenue(db, scope, id, today)
  if (found === undefined) return { ok: false, refusal: 'not-found' }
  if (!mayKeepVenues(scope, found)) return { ok: false, refusal: 'not-allowed' }
  return inTransaction(db, async tx => {
    await lockRow(tx, 'school', found.schoolId)
    const known = await findVenue(tx, scope, id, today)
    return known === undefined ? { ok: false, refusal: 'not-found' } : work(tx, known)
  })
}

function auditOf(action: string, { id, unitCode, schoolId }: SchoolVenue) {
  return { action, subjectKind: 'venue', subjectId: id, unitCode, schoolId }
}

function factsOf({ kind, weekdayHours, weekendHours, holidayHours, fee, contact, note }: Venue) {
  return { kind, weekdayHours, weekendHours, holidayHours, fee, contact, note }
}
