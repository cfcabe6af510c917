import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now } from '#app/calendar-day.ts'
import { openCandidateDocument } from '#app/features/applications/candidate-document.server.ts'
import { download } from '#app/http/downloads.server.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26), documentId: z.string().length(26) })

/** A paper of a candidate, to be saved by those who decide about the application. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.preparePosts(actor)) throw forbidden()
  const { id, documentId } = parseParams(params, Params)
  const asked = { applicationId: id, documentId, at: now() }
  const document = await openCandidateDocument(db, scopeOf(actor), actor, asked)
  if (document === undefined) throw notFound()
  return download(document.bytes, document.fileName, document.mediaType)
}
