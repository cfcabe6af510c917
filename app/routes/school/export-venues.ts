import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { listUnits } from '#app/features/regions/units.queries.server.ts'
import { otherVenuesList, venuesList } from '#app/features/venues/venues.list.ts'
import { listVenues, venuesNotOpen } from '#app/features/venues/venues.queries.server.ts'
import { exportList } from '#app/http/exports.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { db } from '#db/index.server.ts'

const Search = z.object({ of: z.enum(['open', 'others']).default('open') })

/** The venues of the scope that are open today, or those that are not. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeVenues(actor)) throw forbidden()

  const { of } = parseSearch(request, Search)
  const scope = scopeOf(actor)
  const exported = { request, context, asOf: today() }
  if (of === 'others') return exportList(otherVenuesList, await venuesNotOpen(db, scope, today()), exported)
  const isEnglish = (await localeOf(request)) === 'en'
  const units = new Map((await listUnits(db)).map(unit => [unit.code, isEnglish ? unit.nameEn : unit.name]))
  const venues = await listVenues(db, scope, { asOf: today(), inForceOnly: true })
  const rows = venues.map(one => ({ ...one, unitName: units.get(one.unitCode) ?? one.unitCode }))
  return exportList(venuesList, rows, exported)
}
