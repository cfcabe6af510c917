import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { findApplicantOf } from '#app/features/applicants/applicants.queries.server.ts'
import { openDocument } from '#app/features/applicants/documents.queries.server.ts'
import { download } from '#app/http/downloads.server.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

const Params = z.object({ documentId: z.string().length(26) })

/** One's own paper, to be saved. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.keepProfile(actor)) throw forbidden()
  const { documentId } = parseParams(params, Params)
  const applicant = await findApplicantOf(db, actor.id)
  const document = applicant === undefined ? undefined : await openDocument(db, applicant.id, documentId)
  if (document === undefined) throw notFound()
  return download(document.bytes, document.fileName, document.mediaType)
}
