import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { EventFacts } from '#app/features/events/event-facts.tsx'
import { eventsText as text } from '#app/features/events/events.text.ts'
import { readEvent } from '#app/features/events/read-event.server.ts'
import { removeEvent } from '#app/features/events/remove-event.server.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })

/** Asks once more before an event goes with its pictures. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeEvents(actor)) throw forbidden()
  const asked = { id: parseParams(params, Params).id, today: today(), locale: await localeOf(request) }
  const event = await readEvent(db, scopeOf(actor), asked)
  if (event === null) throw notFound()
  return { event }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeEvents(actor)) throw forbidden()
  const asked = { id: parseParams(params, Params).id, today: today() }
  if (!(await removeEvent(db, scopeOf(actor), actor, asked))) throw notFound()
  return redirect('/events?done=removed')
}

export default function RemoveEvent() {
  const { event } = useLoaderData<typeof loader>()
  const t = useSay()
  return (
    <Page
      title={t(text.removeEvent)}
      crumbs={[
        { to: '/events', label: t(text.title) },
        { to: `/events/${event.id}`, label: event.title, lang: 'zh-CN' },
      ]}
      answer={t(text.removeMeans, { pictures: event.pictures.length })}
    >
      <EventFacts event={event} />
      <Form method="post" className={button.row}>
        <button className={button.danger}>{t(text.removeEvent)}</button>
        <Link className={button.button} to={`/events/${event.id}`}>
          {t(text.keep)}
        </Link>
      </Form>
    </Page>
  )
}
