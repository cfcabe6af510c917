import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { classesList } from '#app/features/schools/classes.list.ts'
import { readSchoolPage } from '#app/features/schools/read-school-page.server.ts'
import { exportList } from '#app/http/exports.server.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })

/** The classes of a school. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeRegistry(actor)) throw forbidden()

  const { id } = parseParams(params, Params)
  const page = await readSchoolPage(db, scopeOf(actor), id, today())
  if (page === undefined) throw notFound()
  return exportList(classesList, page.classes, { request, context, asOf: today(), of: page.school.name })
}
