import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { EventFields } from '#app/features/events/event-fields.tsx'
import { EventForm, eventOfForm, fieldOfRefusal, formOfEvent } from '#app/features/events/event-form.ts'
import { eventRefusal, eventsText as text } from '#app/features/events/events.text.ts'
import { readEvent, traditionalSports } from '#app/features/events/read-event.server.ts'
import { changeEvent } from '#app/features/events/save-event.server.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeEvents(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const locale = await localeOf(request)
  const event = await readEvent(db, scopeOf(actor), { id, today: today(), locale })
  if (event === null) throw notFound()
  return { event, sports: await traditionalSports(db, locale) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeEvents(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const locale = await localeOf(request)
  const posted = await request.formData()
  const form = await parseForm(posted, EventForm, locale)
  const entered = enteredIn(posted)
  if (!form.ok) return data({ errors: form.errors, entered }, { status: 422 })
  const input = { id, event: eventOfForm(form.value), today: today() }
  const result = await changeEvent(db, scopeOf(actor), actor, input)
  if (result.ok) return redirect(`/events/${id}?done=saved`)
  if (result.refusal === 'not-found') throw notFound()
  const errors = { [fieldOfRefusal[result.refusal]]: eventRefusal(locale, result.refusal) }
  return data({ errors, entered }, { status: 422 })
}

export default function ChangeEvent() {
  const { event, sports } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  return (
    <Page
      title={t(text.changeEvent)}
      crumbs={[
        { to: '/events', label: t(text.title) },
        { to: `/events/${event.id}`, label: event.title, lang: 'zh-CN' },
      ]}
    >
      <p lang="zh-CN">{event.schoolName}</p>
      <Form method="post">
        <EventFields
          values={answer?.entered ?? formOfEvent(event)}
          errors={answer?.errors ?? {}}
          sports={sports}
        />
        <button className={button.primary}>{t(text.save)}</button>
      </Form>
    </Page>
  )
}
