import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { isDay, now, today } from '#app/calendar-day.ts'
import { designationText } from '#app/features/designation/designation.text.ts'
import { readForDecision } from '#app/features/reevaluation/read-review.server.ts'
import { reevaluationText as text } from '#app/features/reevaluation/reevaluation.text.ts'
import { transferTitle } from '#app/features/reevaluation/transfer-title.server.ts'
import { listSchools } from '#app/features/schools/schools.queries.server.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { CodeField, Field, LongTextField } from '#app/ui/field.tsx'
import { Notice, Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })
const Transfer = z.object({
  school: z.string().trim().max(10).default(''),
  from: z.string().refine(isDay),
  reason: z.string().max(400).default(''),
  document: z.string().max(80).default(''),
})

/** The title of a school that closes, handed on to the one that goes on with it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeTitles(actor)) throw forbidden()
  const scope = scopeOf(actor)
  const asked = { ...parseParams(params, Params), today: today(), locale: await localeOf(request) }
  const read = await readForDecision(db, scope, asked)
  if (read === null) throw notFound()
  const open = await listSchools(db, scope, { asOf: today(), openOnly: true })
  const schools = open.flatMap(({ code, name }) => (code === null ? [] : [{ code, name }]))
  return { ...read, may: read.actions.includes('transfer'), schools }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeTitles(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const posted = await request.formData()
  const form = await parseForm(posted, Transfer, await localeOf(request))
  const entered = enteredIn(posted)
  if (!form.ok) return data({ errors: form.errors, refusal: null, entered }, { status: 422 })
  const given = { ...form.value, code: form.value.school, id, today: today(), now: now() }
  const result = await transferTitle(db, scopeOf(actor), actor, given)
  if (result.ok) return redirect(`/titles/${id}?done=1`)
  if (result.refusal === 'not-found') throw notFound()
  if (result.refusal === 'not-allowed') throw forbidden()
  const errors: Record<string, string> = {}
  return data({ errors, refusal: result.refusal, entered }, { status: 422 })
}

export default function TransferTitle() {
  const { id, schoolName, sportName, validTo, may, schools, closedOn } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const given = (name: string, usual = '') => ({
    name,
    defaultValue: answer?.entered[name] ?? usual,
    error: answer?.errors[name],
  })
  const refusal = answer?.refusal ?? (may ? null : ('not-from-here' as const))
  return (
    <Page
      title={t(text.transferTitle)}
      crumbs={[
        { to: '/titles/renewals', label: t(text.title) },
        { to: `/titles/${id}`, label: schoolName, lang: 'zh-CN' },
      ]}
      answer={`${schoolName} ${sportName}`}
      asOf={t(text.transferMeans, { validTo })}
    >
      {refusal !== null && <Notice kind="problem">{t(text.transferRefusals[refusal])}</Notice>}
      {may && (
        <Form method="post">
          <CodeField {...given('school')} label={t(text.receiving)} codes={schools} maxLength={10} required />
          <Field {...given('from', closedOn)} type="date" label={t(designationText.firstDay)} required />
          <LongTextField {...given('reason')} label={t(designationText.reason)} maxLength={400} required />
          <Field {...given('document')} label={t(designationText.ofDocument)} maxLength={80} required />
          <div className={button.row}>
            <button className={button.primary}>{t(text.actions.transfer)}</button>
            <Link className={button.button} to={`/titles/${id}/end`}>
              {t(text.actions.end)}
            </Link>
          </div>
        </Form>
      )}
    </Page>
  )
}
