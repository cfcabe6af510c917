import type { LoaderFunctionArgs } from '@remix-run/node'
import { can } from '#app/auth/permissions.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { readReviews } from '#app/features/title-applications/read-reviews.server.ts'
import { reviewsList } from '#app/features/title-applications/title-applications.list.ts'
import { exportList } from '#app/http/exports.server.ts'
import { forbidden } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

/** What an expert was asked to score. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.scoreTitles(actor)) throw forbidden()

  const { batches } = await readReviews(db, actor, today())
  const rows = batches.flatMap(({ name, lines }) => lines.map(line => ({ ...line, batchName: name })))
  return exportList(reviewsList, rows, { request, context, asOf: today() })
}
