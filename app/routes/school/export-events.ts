import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { schoolYearOf, today } from '#app/calendar-day.ts'
import { EventSearch } from '#app/features/events/event-search.ts'
import { eventSharesList, eventsList } from '#app/features/events/events.list.ts'
import { eventsText } from '#app/features/events/events.text.ts'
import { readEvents } from '#app/features/events/read-events.server.ts'
import { exportList } from '#app/http/exports.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { db } from '#db/index.server.ts'

const Search = EventSearch.extend({
  of: z.enum(['events', 'months', 'sports', 'units']).default('events'),
})

/** The events of a school year, or how many there were by month, sport or unit. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeEvents(actor)) throw forbidden()

  const { year = schoolYearOf(today()), of } = parseSearch(request, Search)
  const asked = { year, today: today(), locale: await localeOf(request) }
  const read = await readEvents(db, scopeOf(actor), asked)
  const exported = { request, context, asOf: today(), of: `${year}-${year + 1}` }
  if (of === 'events') return exportList(eventsList, [...read.coming, ...read.held], exported)
  if (of === 'months')
    return exportList(eventSharesList(eventsText.byMonth, eventsText.month), read.byMonth, exported)
  if (of === 'sports')
    return exportList(eventSharesList(eventsText.bySport, eventsText.sport), read.bySport, exported)
  return exportList(eventSharesList(eventsText.byUnit, eventsText.unit), read.byUnit, exported)
}
