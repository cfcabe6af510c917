import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { isDay, now, today } from '#app/calendar-day.ts'
import { designationText as text } from '#app/features/designation/designation.text.ts'
import { endTitle, liftSuspension, suspendTitle } from '#app/features/designation/end-title.server.ts'
import { readTitle } from '#app/features/designation/read-titles.server.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field, LongTextField, SelectField } from '#app/ui/field.tsx'
import { Notice, Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26), step: z.enum(['end', 'suspend', 'resume']) })
const kinds = ['REVOKED', 'ENDED'] as const
const Change = z.object({
  from: z.string().refine(isDay),
  until: z
    .string()
    .refine(day => day === '' || isDay(day))
    .default('')
    .transform(day => (day === '' ? null : day)),
  kind: z.enum(kinds).default('REVOKED'),
  reason: z.string().max(400).default(''),
  document: z.string().max(80).default(''),
})

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeTitles(actor)) throw forbidden()
  const { id, step } = parseParams(params, Params)
  const read = await readTitle(db, scopeOf(actor), { id, asOf: today(), locale: await localeOf(request) })
  if (read === null || !read.steps.includes(step)) throw notFound()
  return { line: read.line, step, today: today() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeTitles(actor)) throw forbidden()
  const { id, step } = parseParams(params, Params)
  const posted = await request.formData()
  const form = await parseForm(posted, Change, await localeOf(request))
  const entered = enteredIn(posted)
  if (!form.ok) return data({ errors: form.errors, refusal: null, entered }, { status: 422 })
  const change = { end: endTitle, suspend: suspendTitle, resume: liftSuspension }[step]
  const result = await change(db, scopeOf(actor), actor, { ...form.value, id, today: today(), now: now() })
  if (result.ok) return redirect(`/titles/${id}?done=1`)
  if (result.refusal === 'not-found') throw notFound()
  if (result.refusal === 'not-allowed') throw forbidden()
  const errors: Record<string, string> = {}
  return data({ errors, refusal: result.refusal, entered }, { status: 422 })
}

export default function ChangeTitle() {
  const { line, step, today: day } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const given = (name: string, usual = '') => ({
    name,
    defaultValue: answer?.entered[name] ?? usual,
    error: answer?.errors[name],
  })
  return (
    <Page
      title={t(text.steps[step])}
      crumbs={[
        { to: '/titles', label: t(text.title) },
        { to: `/titles/${line.id}`, label: line.schoolName, lang: 'zh-CN' },
      ]}
      answer={`${line.schoolName} ${line.sportName}`}
    >
      {answer?.refusal && <Notice kind="problem">{t(text.refusal[answer.refusal])}</Notice>}
      <Form method="post">
        {step === 'end' && (
          <SelectField {...given('kind', 'REVOKED')} label={t(text.kind)}>
            {kinds.map(kind => (
              <option key={kind} value={kind}>
                {t(text.kinds[kind])}
              </option>
            ))}
          </SelectField>
        )}
        <Field {...given('from', day)} type="date" label={t(text.firstDay)} required />
        {step === 'suspend' && <Field {...given('until')} type="date" label={t(text.lastDay)} />}
        <LongTextField {...given('reason')} label={t(text.reason)} maxLength={400} required />
        <Field {...given('document')} label={t(text.ofDocument)} maxLength={80} required />
        <button className={button.primary}>{t(text.save)}</button>
      </Form>
    </Page>
  )
}
