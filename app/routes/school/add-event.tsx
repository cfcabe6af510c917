import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { EventFields } from '#app/features/events/event-fields.tsx'
import { EventForm, eventOfForm, fieldOfRefusal } from '#app/features/events/event-form.ts'
import { eventRefusal, eventsText as text } from '#app/features/events/events.text.ts'
import { traditionalSports } from '#app/features/events/read-event.server.ts'
import { addEvent } from '#app/features/events/save-event.server.ts'
import { findSchoolByCode, listSchools } from '#app/features/schools/schools.queries.server.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { CodeField } from '#app/ui/field.tsx'
import { Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

/** An event of one's own school, or of a school of one's unit. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeEvents(actor)) throw forbidden()
  const scope = scopeOf(actor)
  const schools =
    actor.role === 'school' ? [] : await listSchools(db, scope, { asOf: today(), openOnly: true })
  return {
    schools: schools.flatMap(({ code, name }) => (code === null ? [] : [{ code, name }])),
    sports: await traditionalSports(db, await localeOf(request)),
    isSchool: actor.role === 'school',
    today: today(),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeEvents(actor)) throw forbidden()
  const scope = scopeOf(actor)
  const locale = await localeOf(request)
  const posted = await request.formData()
  const form = await parseForm(posted, EventForm, locale)
  const entered = enteredIn(posted)
  if (!form.ok) return data({ errors: form.errors, entered }, { status: 422 })
  const school = await findSchoolByCode(db, scope, form.value.school, today())
  // A school tells of its own events, whichever code it names.
  const schoolId = scope.kind === 'school' ? scope.schoolId : (school?.id ?? '')
  const input = { schoolId, event: eventOfForm(form.value), today: today(), now: now() }
  const result = await addEvent(db, scope, actor, input)
  if (result.ok) return redirect(`/events/${result.id}?done=saved`)
  if (result.refusal === 'not-found') throw notFound()
  const errors = { [fieldOfRefusal[result.refusal]]: eventRefusal(locale, result.refusal) }
  return data({ errors, entered }, { status: 422 })
}

export default function AddEvent() {
  const { schools, sports, isSchool, today: day } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const values: Record<string, string> = answer?.entered ?? { day }
  const errors: Record<string, string> = answer?.errors ?? {}
  return (
    <Page title={t(text.add)} crumbs={[{ to: '/events', label: t(text.title) }]}>
      <Form method="post">
        {!isSchool && (
          <CodeField
            name="school"
            label={t(text.schoolCode)}
            codes={schools}
            defaultValue={values.school}
            error={errors.school}
            required
          />
        )}
        <EventFields values={values} errors={errors} sports={sports} />
        <button className={button.primary}>{t(text.save)}</button>
      </Form>
    </Page>
  )
}
