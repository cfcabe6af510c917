import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { calendarList, termsList } from '#app/features/calendar/calendar.list.ts'
import { monthOf } from '#app/features/calendar/month.server.ts'
import { MonthSearch } from '#app/features/calendar/month-search.ts'
import { exportList } from '#app/http/exports.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

const Search = MonthSearch.extend({ of: z.enum(['days', 'terms']).default('days') })

/** The days of a month that differ from the plain week, or the terms. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeCalendar(actor)) throw forbidden()

  const scope = scopeOf(actor)
  const { month = today().slice(0, 7), unit, of } = parseSearch(request, Search)
  const unitCode = scope.kind === 'city' ? (unit ?? '') : (actor.unitCode ?? '')
  const { entries, terms } = await monthOf(db, scope, { month, unitCode, today: today() })
  const exported = { request, context, asOf: today() }
  if (of === 'terms') return exportList(termsList, terms, exported)
  return exportList(calendarList, entries, { ...exported, of: month })
}
