import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { readTitleScores } from '#app/features/title-applications/read-scoring-sheet.server.ts'
import { reviewsList, sideList } from '#app/features/title-applications/title-scores.list.ts'
import { exportList } from '#app/http/exports.server.ts'
import { parseParams, parseSearch } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })
const Search = z.object({ of: z.enum(['side', 'progress']).default('progress') })

/** The experts of an application side by side, once everybody has scored, or how far each is. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.publishTitles(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const { of } = parseSearch(request, Search)
  const asOf = today()
  const read = await readTitleScores(db, scopeOf(actor), { id, today: asOf, locale: await localeOf(request) })
  if (read === null || (of === 'side' && read.side === null)) throw notFound()
  const exported = { request, context, asOf, of: read.application.schoolName }
  return of === 'side' && read.side !== null
    ? exportList(sideList(read.side), read.side.lines, exported)
    : exportList(reviewsList, read.reviews, exported)
}
