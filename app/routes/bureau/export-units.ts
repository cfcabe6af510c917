import type { LoaderFunctionArgs } from '@remix-run/node'
import { can } from '#app/auth/permissions.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { unitsList } from '#app/features/regions/units.list.ts'
import { listUnits } from '#app/features/regions/units.queries.server.ts'
import { exportList } from '#app/http/exports.server.ts'
import { forbidden } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

/** The reporting units. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeReference(actor)) throw forbidden()

  return exportList(unitsList, await listUnits(db), { request, context, asOf: today() })
}
