import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { askedExperts, expertsList } from '#app/features/title-applications/experts.list.ts'
import { readExperts } from '#app/features/title-applications/read-experts.server.ts'
import { exportList } from '#app/http/exports.server.ts'
import { parseParams, parseSearch } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })
const Search = z.object({ unit: z.string().max(8).optional() })

/** Who scores which application of a batch. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.publishTitles(actor)) throw forbidden()
  const { id: batchId } = parseParams(params, Params)
  const { unit } = parseSearch(request, Search)
  const asOf = today()
  const read = await readExperts(db, scopeOf(actor), { batchId, unit, today: asOf })
  if (read === null) throw notFound()
  const rows = askedExperts(read.applications)
  return exportList(expertsList, rows, { request, context, asOf, of: read.batch.name })
}
