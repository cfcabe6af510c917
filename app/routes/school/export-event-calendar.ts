import type { LoaderFunctionArgs } from '@remix-run/node'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { EventMonthSearch } from '#app/features/events/event-search.ts'
import { eventsList } from '#app/features/events/events.list.ts'
import { readMonth } from '#app/features/events/read-month.server.ts'
import { exportList } from '#app/http/exports.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { db } from '#db/index.server.ts'

/** The events of a month by the filters of its page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeEvents(actor)) throw forbidden()

  const { month = today().slice(0, 7), sport, unit, school } = parseSearch(request, EventMonthSearch)
  const locale = await localeOf(request)
  const asked = { month, sport, unitCode: unit, schoolId: school, today: today(), locale }
  const { lines } = await readMonth(db, scopeOf(actor), asked)
  return exportList(eventsList, lines, { request, context, asOf: today(), of: month })
}
