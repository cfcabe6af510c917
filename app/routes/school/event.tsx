import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { addPicture } from '#app/features/events/change-pictures.server.ts'
import { EventFacts } from '#app/features/events/event-facts.tsx'
import { mostPictureBytes, mostPictures } from '#app/features/events/event-picture.rule.ts'
import { EventPictures } from '#app/features/events/event-pictures.tsx'
import styles from '#app/features/events/events.module.css'
import { eventsText as text } from '#app/features/events/events.text.ts'
import { PictureForm } from '#app/features/events/picture-form.tsx'
import { readEvent } from '#app/features/events/read-event.server.ts'
import { isScanning } from '#app/gateways/virus-scan.server.ts'
import { enteredIn } from '#app/http/forms.server.ts'
import { parseParams, parseSearch } from '#app/http/params.ts'
import { badRequest, forbidden, notFound } from '#app/http/responses.ts'
import { readUpload } from '#app/http/uploads.server.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { EmptyState, Notice, Page, Section } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })
const Search = z.object({ done: z.enum(['saved', 'picture-removed']).optional() })

/** An event with its pictures, and for whoever keeps it the way to change it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeEvents(actor)) throw forbidden()
  const asked = { id: parseParams(params, Params).id, today: today(), locale: await localeOf(request) }
  const event = await readEvent(db, scopeOf(actor), asked)
  if (event === null) throw notFound()
  return {
    event,
    mayChange: can.changeEvents(actor),
    isScanning: isScanning(),
    done: parseSearch(request, Search).done ?? null,
  }
}

/** Adds a picture. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeEvents(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const upload = await readUpload(request, { maxBytes: mostPictureBytes })
  if (!upload.ok && upload.refusal === 'not-a-form') throw badRequest()
  if (!upload.ok) return data({ refusal: 'too-large' as const, description: '' }, { status: 422 })
  const { description = '' } = enteredIn(upload.fields)
  const file = upload.file ?? { name: '', bytes: new Uint8Array() }
  const input = { eventId: id, file, description: description.slice(0, 120), today: today(), now: now() }
  const result = await addPicture(db, scopeOf(actor), actor, input)
  if (result.ok) return redirect(`/events/${id}?done=saved`)
  if (result.refusal === 'not-found') throw notFound()
  return data({ refusal: result.refusal, description }, { status: 422 })
}

export default function Event() {
  const { event, mayChange, isScanning: scanning, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const { id, pictures } = event
  return (
    <Page
      title={event.title}
      titleLang="zh-CN"
      crumbs={[{ to: '/events', label: t(text.title) }]}
      actions={
        mayChange && (
          <div className={button.row}>
            <Link className={button.primary} to={`/events/${id}/change`}>
              {t(text.change)}
            </Link>
            <Link className={button.danger} to={`/events/${id}/remove`}>
              {t(text.remove)}
            </Link>
          </div>
        )
      }
    >
      {done !== null && answer === undefined && (
        <Notice kind="done">{t(done === 'saved' ? text.saved : text.pictureRemoved)}</Notice>
      )}
      <EventFacts event={event} />
      <Section title={t(text.pictures)}>
        {pictures.length === 0 ? (
          <EmptyState>{t(text.noPictures)}</EmptyState>
        ) : (
          <EventPictures eventId={id} pictures={pictures} mayChange={mayChange} />
        )}
      </Section>
      {mayChange && pictures.length < mostPictures && (
        <div className={styles.doing}>
          <Section title={t(text.addPicture)}>
            <PictureForm
              key={pictures.length}
              description={answer?.description ?? ''}
              refusal={answer?.refusal ?? null}
              isScanning={scanning}
            />
          </Section>
        </div>
      )}
    </Page>
  )
}
