import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { isDay, today } from '#app/calendar-day.ts'
import { dayRows, dayRowsList } from '#app/features/compliance/compliance.list.ts'
import { schoolDayOf } from '#app/features/compliance/school-day.server.ts'
import { exportList } from '#app/http/exports.server.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26), day: z.string().refine(isDay) })

/** The rows behind the class-days of a school on one day. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeCompliance(actor)) throw forbidden()

  const { id, day } = parseParams(params, Params)
  const found = await schoolDayOf(db, scopeOf(actor), { schoolId: id, day, today: today() })
  if (found === undefined) throw notFound()
  return exportList(dayRowsList, dayRows(found), { request, context, asOf: day, of: found.school.name })
}
