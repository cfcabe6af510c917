import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { batchList, quotasList } from '#app/features/designation/batches.list.ts'
import { readBatch } from '#app/features/designation/read-batch.server.ts'
import { exportList } from '#app/http/exports.server.ts'
import { parseParams, parseSearch } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })
const Search = z.object({ of: z.enum(['batch', 'quotas']).default('batch') })

/** What a batch says, or the schools that each unit may recommend in it. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeTitles(actor)) throw forbidden()

  const { id } = parseParams(params, Params)
  const { of } = parseSearch(request, Search)
  const asked = { id, announcedOnly: !can.changeTitleRules(actor), locale: await localeOf(request) }
  const read = await readBatch(db, { ...asked, now: now() })
  if (read === null) throw notFound()
  const exported = { request, context, asOf: today(), of: read.batch.name }
  return of === 'quotas'
    ? exportList(quotasList, read.quotas, exported)
    : exportList(batchList, [{ ...read.batch, state: read.state }], exported)
}
