import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { removePicture } from '#app/features/events/change-pictures.server.ts'
import styles from '#app/features/events/events.module.css'
import { eventsText as text } from '#app/features/events/events.text.ts'
import { readEvent } from '#app/features/events/read-event.server.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26), pictureId: z.string().length(26) })

/** Asks once more before a picture goes. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeEvents(actor)) throw forbidden()
  const { id, pictureId } = parseParams(params, Params)
  const asked = { id, today: today(), locale: await localeOf(request) }
  const event = await readEvent(db, scopeOf(actor), asked)
  const picture = event?.pictures.find(one => one.id === pictureId)
  if (event === null || picture === undefined) throw notFound()
  return { event: { id, title: event.title }, picture }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeEvents(actor)) throw forbidden()
  const { id, pictureId } = parseParams(params, Params)
  const asked = { eventId: id, pictureId, today: today() }
  if (!(await removePicture(db, scopeOf(actor), actor, asked))) throw notFound()
  return redirect(`/events/${id}?done=picture-removed`)
}

export default function RemoveEventPicture() {
  const { event, picture } = useLoaderData<typeof loader>()
  const t = useSay()
  return (
    <Page
      title={t(text.removePicture)}
      crumbs={[
        { to: '/events', label: t(text.title) },
        { to: `/events/${event.id}`, label: event.title, lang: 'zh-CN' },
      ]}
      answer={t(text.removePictureMeans)}
    >
      <img
        className={styles.picture}
        src={`/events/${event.id}/pictures/${picture.id}`}
        alt={picture.description}
        lang="zh-CN"
      />
      <p lang="zh-CN">{picture.description}</p>
      <Form method="post" className={button.row}>
        <button className={button.danger}>{t(text.removePicture)}</button>
        <Link className={button.button} to={`/events/${event.id}`}>
          {t(text.keep)}
        </Link>
      </Form>
    </Page>
  )
}
