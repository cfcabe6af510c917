import { type ActionFunctionArgs, data, redirect } from '@remix-run/node'
import { Link, useActionData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { isDay } from '#app/calendar-day.ts'
import { calendarText, termRefusals } from '#app/features/calendar/calendar.text.ts'
import { saveTerm } from '#app/features/calendar/save-term.server.ts'
import { TermTable } from '#app/features/calendar/term-table.tsx'
import { parseForm } from '#app/http/forms.server.ts'
import { badRequest, forbidden } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { Notice, Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const TermForm = z.object({
  schoolYear: z.coerce.number().int().min(2000).max(2100),
  number: z.union([z.literal('1'), z.literal('2')]),
  firstDay: z.string().refine(isDay),
  lastDay: z.string().refine(isDay),
})

export async function loader() {
  return redirect('/calendar')
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.editCalendar(actor)) throw forbidden()
  const form = await parseForm(request, TermForm)
  if (!form.ok) throw badRequest()
  const number = form.value.number === '1' ? (1 as const) : (2 as const)
  const term = { ...form.value, number }
  const saved = await saveTerm(db, scopeOf(actor), actor, term)
  if (saved.ok) return redirect('/calendar?done=saved')
  if (saved.refusal === 'not-yours') throw forbidden()
  return data({ refusal: saved.refusal, term }, { status: 422 })
}

export default function SaveTerm() {
  const answer = useActionData<typeof action>()
  const t = useSay()
  return (
    <Page title={t(calendarText.terms)} crumbs={[{ to: '/calendar', label: t(calendarText.title) }]}>
      {answer === undefined ? (
        <Link to="/calendar">{t(calendarText.title)}</Link>
      ) : (
        <>
          <Notice kind="problem">{t(termRefusals[answer.refusal])}</Notice>
          <TermTable terms={[{ id: 'entered', ...answer.term }]} changeable />
        </>
      )}
    </Page>
  )
}
