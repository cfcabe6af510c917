import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { publishYear } from '#app/features/calendar/save-term.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { badRequest, forbidden } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

const Year = z.object({
  year: z.coerce.number().int().min(2000).max(2100),
  source: z.string().trim().min(1).max(200),
})

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.editCalendar(actor)) throw forbidden()
  const form = await parseForm(request, Year)
  if (!form.ok) throw badRequest()
  const published = await publishYear(db, scopeOf(actor), actor, form.value)
  if (!published.ok) throw forbidden()
  return redirect('/calendar?done=saved')
}
