import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { removeDocument } from '#app/features/applicants/change-documents.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { badRequest, forbidden, notFound } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

const Removal = z.object({ id: z.string().length(26) })

export const loader = () => redirect('/profile/documents')

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.keepProfile(actor)) throw forbidden()
  const form = await parseForm(request, Removal)
  if (!form.ok) throw badRequest()
  if (!(await removeDocument(db, actor, form.value.id))) throw notFound()
  return redirect('/profile/documents')
}
