import type { LoaderFunctionArgs } from '@remix-run/node'
import { can } from '#app/auth/permissions.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { duplicatesList } from '#app/features/personal-data/duplicates.list.ts'
import { duplicatePairs } from '#app/features/personal-data/duplicates.queries.server.ts'
import { exportList } from '#app/http/exports.server.ts'
import { forbidden } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

/** The pairs of profiles of which the city has not decided yet. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.mergePersons(actor)) throw forbidden()

  return exportList(duplicatesList, await duplicatePairs(db), { request, context, asOf: today() })
}
