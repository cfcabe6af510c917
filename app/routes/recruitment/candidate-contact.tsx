import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { maskedParts } from '#app/features/applicants/unmask.server.ts'
import { readCandidate } from '#app/features/applications/read-candidate.server.ts'
import { unmaskCandidate } from '#app/features/applications/unmask-candidate.server.ts'
import { wayText } from '#app/features/applications/way.text.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { parseParams } from '#app/http/params.ts'
import { badRequest, forbidden, notFound } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field, SelectField } from '#app/ui/field.tsx'
import { Notice, Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })
const parts = ['phone', 'email', 'id_number'] as const
const Look = z.object({ part: z.enum(maskedParts), reason: z.string().max(200).default('') })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.preparePosts(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const asked = { id, today: today(), now: now(), seesChecks: false }
  const candidate = await readCandidate(db, scopeOf(actor), asked)
  if (candidate === null) throw notFound()
  return { id, name: candidate.person.name }
}

/** Shows one number in the answer itself: no address leads to it again, and nothing keeps it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.preparePosts(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const form = await parseForm(request, Look)
  if (!form.ok) throw badRequest()
  const result = await unmaskCandidate(db, scopeOf(actor), actor, { id, ...form.value, now: now() })
  const headers = { 'Cache-Control': 'no-store' }
  if (result.ok) return data({ value: result.value, refusal: null, entered: form.value }, { headers })
  if (result.refusal === 'not-found') throw notFound()
  return data({ value: null, refusal: result.refusal, entered: form.value }, { status: 422, headers })
}

export default function CandidateContact() {
  const { id, name } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  return (
    <Page
      title={t(wayText.contact)}
      crumbs={[{ to: `/recruitment/applications/${id}`, label: name, lang: 'zh-CN' }]}
      asOf={t(wayText.contactLead)}
    >
      {answer?.value != null && (
        <Notice kind="done">{`${t(wayText.parts[answer.entered.part])} ${answer.value}`}</Notice>
      )}
      <Form method="post">
        <SelectField name="part" label={t(wayText.part)} defaultValue={answer?.entered.part}>
          {parts.map(part => (
            <option key={part} value={part}>
              {t(wayText.parts[part])}
            </option>
          ))}
        </SelectField>
        <Field
          name="reason"
          label={t(wayText.purpose)}
          defaultValue={answer?.entered.reason}
          error={answer?.refusal == null ? undefined : t(wayText.unmaskRefusal[answer.refusal])}
          maxLength={200}
          required
        />
        <button className={button.primary}>{t(wayText.show)}</button>
      </Form>
    </Page>
  )
}
