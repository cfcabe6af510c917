import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { noticesList } from '#app/features/notices/notices.list.ts'
import { noticesOf } from '#app/features/notices/notices.queries.server.ts'
import { exportList } from '#app/http/exports.server.ts'
import { db } from '#db/index.server.ts'

/** What was told to whoever is signed in. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  return exportList(noticesList, await noticesOf(db, actor.id, Number.MAX_SAFE_INTEGER), {
    request,
    context,
    asOf: today(),
  })
}
