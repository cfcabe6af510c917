import type { LoaderFunctionArgs } from '@remix-run/node'
import { can } from '#app/auth/permissions.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { batchStateOf } from '#app/features/designation/batch.rule.ts'
import { batchesList } from '#app/features/designation/batches.list.ts'
import { listBatches } from '#app/features/designation/batches.queries.server.ts'
import { exportList } from '#app/http/exports.server.ts'
import { forbidden } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

/** The batches, for the city also those that are not announced yet. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeTitles(actor)) throw forbidden()

  const batches = await listBatches(db, { announcedOnly: !can.changeTitleRules(actor) })
  const at = now()
  const rows = batches.map(batch => ({ ...batch, state: batchStateOf(batch, at) }))
  return exportList(batchesList, rows, { request, context, asOf: today() })
}
