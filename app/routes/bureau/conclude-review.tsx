import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { isDay, now, today } from '#app/calendar-day.ts'
import { designationText } from '#app/features/designation/designation.text.ts'
import { concludeReview } from '#app/features/reevaluation/conclude-review.server.ts'
import { readAt } from '#app/features/reevaluation/read-at.ts'
import { readForDecision } from '#app/features/reevaluation/read-review.server.ts'
import { reevaluationText as text } from '#app/features/reevaluation/reevaluation.text.ts'
import { pointsText } from '#app/features/reevaluation/review.rule.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Facts } from '#app/ui/facts.tsx'
import { Field, LongTextField } from '#app/ui/field.tsx'
import { Notice, Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({
  id: z.string().length(26),
  conclusion: z.enum(['renew', 'suspend', 'revoke', 'expire']),
})
const Conclusion = z.object({
  from: z.string().refine(isDay).optional(),
  until: z.string().refine(isDay).optional(),
  batch: z.string().max(80).default(''),
  certificate: z.string().max(40).default(''),
  reason: z.string().max(400).default(''),
  document: z.string().max(80).default(''),
  updatedAt: z.string().max(23).default(''),
})

/** How a re-evaluation ends, with what that conclusion needs. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeTitles(actor)) throw forbidden()
  const { id, conclusion } = parseParams(params, Params)
  const asked = { id, today: today(), locale: await localeOf(request) }
  const read = await readForDecision(db, scopeOf(actor), asked)
  if (read === null) throw notFound()
  return { ...read, conclusion, may: read.actions.includes(conclusion), today: today() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeTitles(actor)) throw forbidden()
  const { id, conclusion } = parseParams(params, Params)
  const posted = await request.formData()
  const form = await parseForm(posted, Conclusion, await localeOf(request))
  const entered = enteredIn(posted)
  if (!form.ok) return data({ errors: form.errors, refusal: null, entered }, { status: 422 })
  const result = await concludeReview(db, scopeOf(actor), actor, {
    ...form.value,
    id,
    action: conclusion,
    from: form.value.from ?? today(),
    until: form.value.until ?? null,
    today: today(),
    now: now(),
  })
  if (result.ok) return redirect(`/titles/${id}?done=1`)
  if (result.refusal === 'not-found') throw notFound()
  if (result.refusal === 'not-allowed') throw forbidden()
  const errors: Record<string, string> = {}
  return data({ errors, refusal: result.refusal, entered }, { status: 422 })
}

export default function ConcludeReview() {
  const read = useLoaderData<typeof loader>()
  const { id, schoolName, sportName, conclusion, review, may } = read
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
      title={t(text.actions[conclusion])}
      crumbs={[
        { to: '/titles/renewals', label: t(text.title) },
        { to: `/titles/${id}`, label: schoolName, lang: 'zh-CN' },
        { to: `/titles/${id}/review`, label: t(text.review) },
      ]}
      answer={`${schoolName} ${sportName}`}
      asOf={t(text.means[conclusion], { from: read.renewedFrom, validTo: read.validTo })}
    >
      {refusal !== null && <Notice kind="problem">{t(text.concludeRefusals[refusal])}</Notice>}
      {review !== null && may && (
        <>
          <Facts
            facts={[
              [t(text.score), review.score === null ? '—' : pointsText(review.score)],
              [t(text.spotCheck), t(review.isSpotChecked ? text.spotChecked : text.notChecked)],
              [t(text.findings), review.findings],
            ]}
          />
          <Form method="post">
            <input type="hidden" name="updatedAt" value={readAt(answer, review.updatedAt)} />
            {(conclusion === 'suspend' || conclusion === 'revoke') && (
              <Field
                {...given('from', read.today)}
                type="date"
                label={t(designationText.firstDay)}
                required
              />
            )}
            {conclusion === 'suspend' && (
              <Field {...given('until')} type="date" label={t(designationText.lastDay)} />
            )}
            {conclusion === 'renew' && (
              <>
                <Field {...given('until')} type="date" label={t(text.newUntil)} required />
                <Field {...given('batch')} label={t(text.newBatch)} maxLength={80} required />
                <Field {...given('certificate')} label={t(text.newCertificate)} maxLength={40} />
              </>
            )}
            <Field
              {...given('document')}
              label={t(conclusion === 'renew' ? text.newDocument : designationText.ofDocument)}
              maxLength={80}
              required
            />
            <LongTextField {...given('reason')} label={t(designationText.reason)} maxLength={400} required />
            <button className={conclusion === 'renew' ? button.primary : button.danger}>
              {t(text.actions[conclusion])}
            </button>
          </Form>
        </>
      )}
    </Page>
  )
}
