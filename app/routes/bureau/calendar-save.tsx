import { type ActionFunctionArgs, data, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { isDay, today } from '#app/calendar-day.ts'
import { calendarText, entryRefusals } from '#app/features/calendar/calendar.text.ts'
import { EntryForm } from '#app/features/calendar/entry-form.tsx'
import { saveCalendarEntry } from '#app/features/calendar/save-calendar-entry.server.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { forbidden } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { say } from '#app/i18n/text.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Entry = z.object({
  place: z.string().trim().max(26).default(''),
  stage: z.enum(['primary', 'junior', 'senior']).or(z.literal('')).default(''),
  day: z.string().refine(isDay),
  kind: z.enum([
    'school_day',
    'weekend',
    'holiday',
    'makeup',
    'vacation',
    'season_break',
    'exam',
    'suspended',
  ]),
  followsWeekday: z.coerce.number().int().min(1).max(7).nullable().default(null),
  note: z.string().trim().max(200).default(''),
})

export async function loader() {
  return redirect('/calendar')
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.editCalendar(actor)) throw forbidden()
  const locale = await localeOf(request)
  const posted = await request.formData()
  const form = await parseForm(posted, Entry, locale)
  if (!form.ok) return data(form, { status: 422 })
  const saved = await saveCalendarEntry(db, scopeOf(actor), actor, { ...form.value, today: today() })
  if (saved.ok) return redirect(`/calendar?month=${form.value.day.slice(0, 7)}&done=saved`)
  const errors: Record<string, string> = { place: say(locale, entryRefusals[saved.refusal]) }
  return data({ ok: false as const, errors, entered: enteredIn(posted) }, { status: 422 })
}

export default function SaveCalendarEntry() {
  const answer = useActionData<typeof action>()
  const t = useSay()
  return (
    <Page title={t(calendarText.add)} crumbs={[{ to: '/calendar', label: t(calendarText.title) }]}>
      <EntryForm entered={answer?.entered ?? {}} errors={answer?.errors ?? {}} />
    </Page>
  )
}
