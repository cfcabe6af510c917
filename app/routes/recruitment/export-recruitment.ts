import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { PostSearch } from '#app/features/posts/post-search.ts'
import { postsList, roundsList } from '#app/features/posts/posts.list.ts'
import { listPosts } from '#app/features/posts/posts.queries.server.ts'
import { windowState } from '#app/features/posts/round.rule.ts'
import { listRounds } from '#app/features/posts/rounds.queries.server.ts'
import { exportList } from '#app/http/exports.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

const Search = PostSearch.extend({ of: z.enum(['posts', 'rounds']).default('posts') })

/** The posts of the scope by the filters of their page, or its rounds. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeRecruitment(actor)) throw forbidden()

  const { status, round, of } = parseSearch(request, Search)
  const scope = scopeOf(actor)
  const exported = { request, context, asOf: today() }
  if (of === 'rounds') {
    const rounds = await listRounds(db, scope, { asOf: today() })
    return exportList(
      roundsList,
      rounds.map(one => ({ ...one, state: windowState(one, now()) })),
      exported,
    )
  }
  const filter = { ...(round !== undefined && { roundId: round }), ...(status !== undefined && { status }) }
  return exportList(postsList, await listPosts(db, scope, filter), exported)
}
