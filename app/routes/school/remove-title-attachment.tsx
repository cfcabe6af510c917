import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { removeAttachment } from '#app/features/title-applications/change-attachments.server.ts'
import { readTitleApplication } from '#app/features/title-applications/read-title-application.server.ts'
import {
  attachmentRefusalWords,
  titleApplicationText as text,
} from '#app/features/title-applications/title-applications.text.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Notice, Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26), fileId: z.string().length(26) })

/** Asks once more before a paper goes. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.applyForTitles(actor)) throw forbidden()
  const { id, fileId } = parseParams(params, Params)
  const asked = { id, today: today(), now: now(), locale: await localeOf(request) }
  const read = await readTitleApplication(db, scopeOf(actor), asked)
  const file = read?.attachments.find(one => one.id === fileId)
  if (read === null || file === undefined) throw notFound()
  return { applicationId: id, description: file.description, name: file.name }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.applyForTitles(actor)) throw forbidden()
  const { id, fileId } = parseParams(params, Params)
  const result = await removeAttachment(db, scopeOf(actor), actor, { id, fileId, today: today() })
  if (result.ok) return redirect(`/titles/applications/${id}/files?done=1`)
  if (result.refusal === 'not-found') throw notFound()
  return data({ refusal: result.refusal }, { status: 422 })
}

export default function RemoveTitleAttachment() {
  const { applicationId, description, name } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const files = `/titles/applications/${applicationId}/files`
  return (
    <Page
      title={t(text.removeAttachment)}
      crumbs={[{ to: files, label: t(text.attachments) }]}
      answer={`${description} ${name}`}
    >
      {answer !== undefined && <Notice kind="problem">{t(attachmentRefusalWords[answer.refusal])}</Notice>}
      <Form method="post" className={button.row}>
        <button className={button.danger}>{t(text.remove)}</button>
        <Link className={button.button} to={files}>
          {t(text.keep)}
        </Link>
      </Form>
    </Page>
  )
}
