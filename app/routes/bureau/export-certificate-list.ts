import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { readCertificateLists } from '#app/features/title-applications/read-notices.server.ts'
import { certificateList } from '#app/features/title-applications/title-applications.list.ts'
import { exportList } from '#app/http/exports.server.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })

/** The schools named in a batch: published, so whole for whoever sees titles at all. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeTitles(actor)) throw forbidden()

  const read = await readCertificateLists(db, parseParams(params, Params).id)
  if (read === null) throw notFound()
  const rows = read.lists.flatMap(({ lines, ...list }) => lines.map(line => ({ ...list, ...line })))
  return exportList(certificateList, rows, { request, context, asOf: today(), of: read.batch.name })
}
