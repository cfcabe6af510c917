import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { isDay, today } from '#app/calendar-day.ts'
import { removeCalendarEntry } from '#app/features/calendar/save-calendar-entry.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { badRequest, forbidden, notFound } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

const Entry = z.object({
  scope: z.string().max(26),
  stage: z.enum(['primary', 'junior', 'senior']).or(z.literal('')).default(''),
  day: z.string().refine(isDay),
})

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.editCalendar(actor)) throw forbidden()
  const form = await parseForm(request, Entry)
  if (!form.ok) throw badRequest()
  const removed = await removeCalendarEntry(db, scopeOf(actor), actor, { ...form.value, today: today() })
  if (!removed.ok) throw removed.refusal === 'not-yours' ? forbidden() : notFound()
  return redirect(`/calendar?month=${form.value.day.slice(0, 7)}&done=removed`)
}
