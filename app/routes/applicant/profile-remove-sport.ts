import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { removeSport } from '#app/features/applicants/change-profile.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { badRequest, forbidden, notFound } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

const Removal = z.object({ sport: z.string().max(30) })

export const loader = () => redirect('/profile/sports')

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.keepProfile(actor)) throw forbidden()
  const form = await parseForm(request, Removal)
  if (!form.ok) throw badRequest()
  const result = await removeSport(db, actor, form.value.sport)
  if (!result.ok) throw notFound()
  return redirect('/profile/sports')
}
