import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now } from '#app/calendar-day.ts'
import { findApplicantOf } from '#app/features/applicants/applicants.queries.server.ts'
import { addDocument } from '#app/features/applicants/change-documents.server.ts'
import { documentKinds, mostDocumentBytes } from '#app/features/applicants/document.rule.ts'
import { documentsOfApplicant } from '#app/features/applicants/documents.queries.server.ts'
import { documentsText } from '#app/features/applicants/documents.text.ts'
import { profileText } from '#app/features/applicants/profile.text.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { badRequest, forbidden, notFound } from '#app/http/responses.ts'
import { readUpload } from '#app/http/uploads.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field, SelectField } from '#app/ui/field.tsx'
import { EmptyState, Page, Section } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Sent = z.object({ kind: z.enum(documentKinds) })

/** The papers of a profile: each can be looked at again and removed. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.keepProfile(actor)) throw forbidden()
  const applicant = await findApplicantOf(db, actor.id)
  if (applicant === undefined) throw notFound()
  return { documents: await documentsOfApplicant(db, applicant.id) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.keepProfile(actor)) throw forbidden()
  const upload = await readUpload(request, { maxBytes: mostDocumentBytes })
  if (!upload.ok && upload.refusal === 'not-a-form') throw badRequest()
  if (!upload.ok) return data({ refusal: 'too-large' as const, kind: '' }, { status: 422 })
  const form = await parseForm(upload.fields, Sent)
  if (!form.ok) throw badRequest()
  const { kind } = form.value
  const file = upload.file ?? { name: '', bytes: new Uint8Array() }
  const result = await addDocument(db, actor, { kind, file, at: now() })
  if (!result.ok) return data({ refusal: result.refusal, kind: kind as string }, { status: 422 })
  return redirect('/profile/documents')
}

export default function Documents() {
  const { documents } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const nameOf = (kind: string) => t(documentsText.kinds[kind as keyof typeof documentsText.kinds])
  return (
    <Page
      title={t(documentsText.title)}
      crumbs={[{ to: '/profile', label: t(profileText.title) }]}
      asOf={t(documentsText.lead)}
    >
      {documents.length === 0 && <EmptyState>{t(documentsText.none)}</EmptyState>}
      {documents.map(one => (
        <Form method="post" action="/profile/documents/remove" key={one.id} className={button.row}>
          <a href={`/profile/documents/${one.id}`}>{`${nameOf(one.kind)} · ${one.fileName}`}</a>
          <input type="hidden" name="id" value={one.id} />
          <button
            className={button.danger}
            aria-label={`${t(profileText.remove)} ${nameOf(one.kind)} ${one.fileName}`}
          >
            {t(profileText.remove)}
          </button>
        </Form>
      ))}
      <Section title={t(documentsText.add)}>
        <Form method="post" encType="multipart/form-data">
          <SelectField name="kind" label={t(documentsText.kind)} defaultValue={answer?.kind}>
            {documentKinds.map(kind => (
              <option key={kind} value={kind}>
                {t(documentsText.kinds[kind])}
              </option>
            ))}
          </SelectField>
          <Field
            name="file"
            type="file"
            accept=".pdf,.jpg,.jpeg,.png"
            label={t(documentsText.file)}
            error={answer === undefined ? undefined : t(documentsText.refusal[answer.refusal])}
          />
          <button className={button.primary}>{t(documentsText.add)}</button>
        </Form>
      </Section>
    </Page>
  )
}
