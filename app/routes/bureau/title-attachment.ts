import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { openAttachment } from '#app/features/title-applications/change-attachments.server.ts'
import { scopeOfReviewer } from '#app/features/title-applications/review-in-hand.server.ts'
import { download } from '#app/http/downloads.server.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26), fileId: z.string().length(26) })

/** A paper of an application, for those who see the application and those who score it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeTitles(actor) && !can.scoreTitles(actor)) throw forbidden()
  const asked = { ...parseParams(params, Params), today: today() }
  const scope = can.scoreTitles(actor) ? await scopeOfReviewer(db, actor.id, asked.id) : scopeOf(actor)
  const file = await openAttachment(db, scope, asked)
  if (file === undefined) throw notFound()
  return download(file.bytes, file.name, file.mediaType)
}
