import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { readBatchNotices } from '#app/features/title-applications/read-notices.server.ts'
import {
  titleNoticesList,
  titleObjectionsList,
  waitingList,
} from '#app/features/title-applications/title-applications.list.ts'
import { exportList } from '#app/http/exports.server.ts'
import { parseParams, parseSearch } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })
const Search = z.object({ of: z.enum(['waiting', 'notices', 'objections']).default('notices') })

/** The schools of a batch that wait for a notice, its notices, or the objections to them. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.publishTitles(actor)) throw forbidden()

  const { id: batchId } = parseParams(params, Params)
  const { of } = parseSearch(request, Search)
  const asked = { batchId, today: today(), locale: await localeOf(request) }
  const read = await readBatchNotices(db, scopeOf(actor), asked)
  if (read === null) throw notFound()
  const exported = { request, context, asOf: asked.today, of: read.batch.name }
  if (of === 'waiting') return exportList(waitingList, read.waiting, exported)
  return of === 'notices'
    ? exportList(titleNoticesList, read.notices, exported)
    : exportList(titleObjectionsList, read.objections, exported)
}
