import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { AttachmentForm } from '#app/features/title-applications/attachment-form.tsx'
import { AttachmentList } from '#app/features/title-applications/attachment-list.tsx'
import { mostAttachmentBytes } from '#app/features/title-applications/attachments.rule.ts'
import { addAttachment } from '#app/features/title-applications/change-attachments.server.ts'
import { readTitleApplication } from '#app/features/title-applications/read-title-application.server.ts'
import { titleApplicationText as text } from '#app/features/title-applications/title-applications.text.ts'
import { isScanning } from '#app/gateways/virus-scan.server.ts'
import { enteredIn } from '#app/http/forms.server.ts'
import { parseParams, parseSearch } from '#app/http/params.ts'
import { badRequest, forbidden, notFound } from '#app/http/responses.ts'
import { readUpload } from '#app/http/uploads.server.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { Notice, Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })
const Search = z.object({ done: z.literal('1').optional() })

/** The papers that a school puts to its application. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.applyForTitles(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const asked = { id, today: today(), now: now(), locale: await localeOf(request) }
  const read = await readTitleApplication(db, scopeOf(actor), asked)
  if (read === null) throw notFound()
  return {
    application: { id, batchName: read.application.batchName },
    attachments: read.attachments,
    isWritable: read.isWritable,
    isScanning: isScanning(),
    done: parseSearch(request, Search).done === '1',
  }
}

/** After a refusal too: whoever is refused has to see how it stands now. */
export function shouldRevalidate(): boolean {
  return true
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.applyForTitles(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const upload = await readUpload(request, { maxBytes: mostAttachmentBytes })
  if (!upload.ok && upload.refusal === 'not-a-form') throw badRequest()
  if (!upload.ok) return data({ refusal: 'too-large' as const, description: '' }, { status: 422 })
  const { description = '' } = enteredIn(upload.fields)
  const file = upload.file ?? { name: '', bytes: new Uint8Array() }
  const input = { id, file, description: description.slice(0, 120), today: today(), now: now() }
  const result = await addAttachment(db, scopeOf(actor), actor, input)
  if (result.ok) return redirect(`/titles/applications/${id}/files?done=1`)
  if (result.refusal === 'not-found') throw notFound()
  return data({ refusal: result.refusal, description }, { status: 422 })
}

export default function TitleAttachments() {
  const { application, attachments, isWritable, isScanning: scanning, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const refusal = answer?.refusal ?? (isWritable ? null : 'not-writable')
  return (
    <Page
      title={t(text.attachments)}
      crumbs={[
        { to: '/titles/applications', label: t(text.title) },
        { to: `/titles/applications/${application.id}`, label: application.batchName, lang: 'zh-CN' },
      ]}
    >
      {done && answer === undefined && <Notice kind="done">{t(text.done)}</Notice>}
      <AttachmentList applicationId={application.id} attachments={attachments} isWritable={isWritable} />
      <AttachmentForm description={answer?.description ?? ''} refusal={refusal} isScanning={scanning} />
    </Page>
  )
}
