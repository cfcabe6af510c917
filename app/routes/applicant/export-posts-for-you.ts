import type { LoaderFunctionArgs } from '@remix-run/node'
import { can } from '#app/auth/permissions.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { forYouList } from '#app/features/matching/matching.list.ts'
import { readPostsForYou } from '#app/features/matching/read-posts-for-you.server.ts'
import { exportList } from '#app/http/exports.server.ts'
import { forbidden } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

/** The posts that suit whoever asks; none before there is a profile. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.applyToPosts(actor)) throw forbidden()

  const posts = await readPostsForYou(db, actor.id, now())
  return exportList(forYouList, posts ?? [], { request, context, asOf: today() })
}
