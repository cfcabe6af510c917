import type { LoaderFunctionArgs } from '@remix-run/node'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { exemptionsList } from '#app/features/compliance/compliance.list.ts'
import { listExemptions } from '#app/features/compliance/exemptions.queries.server.ts'
import { exportList } from '#app/http/exports.server.ts'
import { forbidden } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

/** The exemptions of the scope. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeCompliance(actor)) throw forbidden()

  const exemptions = await listExemptions(db, scopeOf(actor), { asOf: today() })
  return exportList(exemptionsList, exemptions, { request, context, asOf: today() })
}
