import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { holdsPersonalNumber } from '#app/features/coaching/personal-number.rule.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction } from '#db/write.server.ts'
import { insertList, type ListedVenue, listVenues, type SchoolVenue } from './venues.queries.server.ts'

export type ListRefusal = 'not-allowed' | 'no-venue' | 'holds-number'

/** Whether somebody of the scope publishes the list of a unit: the unit its own, the city any. */
export function mayPublish(scope: Scope, unitCode: string): boolean {
  return scope.kind === 'city' || (scope.kind === 'unit' && scope.unitCode === unitCode)
}

/**
 * Publishes which schools of a unit open what, and when, as it stands today (notice item 4: every year). What was
 * published stays as it was, whatever changes afterwards.
 */
export async function publishList(
  db: Db,
  scope: Scope,
  by: { id: string | null; name: string },
  input: { unitCode: string; document: string; today: Day; now: string },
): Promise<{ ok: true } | { ok: false; refusal: ListRefusal }> {
  const { unitCode, today, now } = input
  const document = input.document.trim()
  if (!mayPublish(scope, unitCode)) return { ok: false, refusal: 'not-allowed' }
  if (holdsPersonalNumber(document)) return { ok: false, refusal: 'holds-number' }
  return inTransaction(db, async tx => {
    const venues = await listVenues(tx, scope, { asOf: today, unitCode, inForceOnly: true })
    if (venues.length === 0) return { ok: false, refusal: 'no-venue' }
    const year = Number(today.slice(0, 4))
    const list = { unitCode, year, asOf: today, document, publishedAt: now, publishedBy: by.name }
    const id = await insertList(tx, { ...list, lines: venues.map(lineOf) })
    await recordAudit(tx, by, {
      action: 'venue-list.publish',
      subjectKind: 'venue-list',
      subjectId: id,
      unitCode,
      detail: { year, venues: venues.length, document },
    })
    return { ok: true }
  })
}

function lineOf(venue: SchoolVenue): ListedVenue {
  const { schoolName, address, name, kind, weekdayHours, weekendHours, holidayHours, fee, contact, note } =
    venue
  return { schoolName, address, name, kind, weekdayHours, weekendHours, holidayHours, fee, contact, note }
}
