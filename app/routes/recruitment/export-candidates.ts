import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { candidatesList } from '#app/features/applications/applications.list.ts'
import { CandidateSearch } from '#app/features/applications/candidate-search.ts'
import { candidatesOf } from '#app/features/applications/candidates.queries.server.ts'
import { findPost } from '#app/features/posts/posts.queries.server.ts'
import { exportList } from '#app/http/exports.server.ts'
import { parseParams, parseSearch } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })

/** Who applied to a post, in the state that the page is filtered by. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeRecruitment(actor)) throw forbidden()

  const { id } = parseParams(params, Params)
  const { state } = parseSearch(request, CandidateSearch)
  const post = await findPost(db, scopeOf(actor), id)
  if (post === undefined) throw notFound()
  const candidates = await candidatesOf(db, scopeOf(actor), id)
  const rows = candidates.filter(one => state === undefined || one.state === state)
  return exportList(candidatesList, rows, { request, context, asOf: today(), of: post.number })
}
