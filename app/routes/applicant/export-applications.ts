import type { LoaderFunctionArgs } from '@remix-run/node'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { applicationsList } from '#app/features/applications/applications.list.ts'
import { readApplications } from '#app/features/applications/read-application.server.ts'
import { exportList } from '#app/http/exports.server.ts'
import { forbidden } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

/** Somebody’s own applications. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.applyToPosts(actor)) throw forbidden()

  const applications = await readApplications(db, scopeOf(actor), now())
  return exportList(applicationsList, applications, { request, context, asOf: today() })
}
