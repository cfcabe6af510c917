import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { listTerms } from '#app/features/calendar/calendar.queries.server.ts'
import { classDaysOf } from '#app/features/compliance/class-days.server.ts'
import { classDayList, classDayRows } from '#app/features/compliance/compliance.list.ts'
import { PeriodSearch } from '#app/features/compliance/compliance-search.ts'
import { elapsedPart, periodOf } from '#app/features/compliance/period.rule.ts'
import { exportList } from '#app/http/exports.server.ts'
import { parseParams, parseSearch } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })

/** The class-days of a school in the period of its page. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeCompliance(actor)) throw forbidden()

  const { id } = parseParams(params, Params)
  const { period: kind, day = today() } = parseSearch(request, PeriodSearch)
  const period = periodOf(kind, day, await listTerms(db))
  const { from, to } = elapsedPart(period, today()) ?? period
  const found = await classDaysOf(db, scopeOf(actor), { from, to, schoolId: id, today: today() })
  if (found === undefined) throw notFound()
  const of = `${found.school.name} ${from}–${to}`
  return exportList(classDayList, classDayRows(found), { request, context, asOf: to, of })
}
