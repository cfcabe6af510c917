import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { readTitle } from '#app/features/designation/read-titles.server.ts'
import { readTitleLife } from '#app/features/reevaluation/read-title-life.server.ts'
import {
  reportsList,
  reviewsList,
  suspensionsList,
  titleList,
} from '#app/features/reevaluation/title-life.list.ts'
import { exportList } from '#app/http/exports.server.ts'
import { parseParams, parseSearch } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })
const Search = z.object({ of: z.enum(['title', 'reviews', 'reports', 'suspensions']).default('title') })

/** What a title says, or its re-evaluations, reports or suspensions. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeTitles(actor)) throw forbidden()

  const { id } = parseParams(params, Params)
  const { of } = parseSearch(request, Search)
  const asOf = today()
  const read = await readTitle(db, scopeOf(actor), { id, asOf, locale: await localeOf(request) })
  const life = await readTitleLife(db, scopeOf(actor), { id, today: asOf })
  if (read === null || life === null) throw notFound()
  const exported = { request, context, asOf, of: `${read.line.schoolName} ${read.line.sportName}` }
  if (of === 'reviews') return exportList(reviewsList, life.reviews, exported)
  if (of === 'reports') return exportList(reportsList, life.reports, exported)
  if (of === 'suspensions') return exportList(suspensionsList, read.suspensions, exported)
  const { line, certificate, end } = read
  return exportList(titleList, [{ ...line, certificate, end, life }], exported)
}
