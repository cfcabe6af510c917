import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { interviewsList } from '#app/features/applications/applications.list.ts'
import { slotsOfPost } from '#app/features/applications/interviews.queries.server.ts'
import { findPost } from '#app/features/posts/posts.queries.server.ts'
import { exportList } from '#app/http/exports.server.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })

/** Who comes to the skill test of a post when and where. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.preparePosts(actor)) throw forbidden()

  const { id } = parseParams(params, Params)
  const post = await findPost(db, scopeOf(actor), id)
  if (post === undefined) throw notFound()
  return exportList(interviewsList, await slotsOfPost(db, id), {
    ...{ request, context, asOf: today(), of: post.number },
  })
}
