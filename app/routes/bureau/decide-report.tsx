import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { decideReport } from '#app/features/reevaluation/decide-report.server.ts'
import { readAt } from '#app/features/reevaluation/read-at.ts'
import { readReport } from '#app/features/reevaluation/read-title-life.server.ts'
import { reevaluationText as text } from '#app/features/reevaluation/reevaluation.text.ts'
import { ReportText } from '#app/features/reevaluation/report-words.tsx'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { LongTextField } from '#app/ui/field.tsx'
import { Notice, Page, Section } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({
  id: z.string().length(26),
  year: z
    .string()
    .regex(/^20\d\d$/)
    .transform(Number),
})
const Decision = z.object({
  decision: z.enum(['confirm', 'return']),
  opinion: z.string().max(400).default(''),
  updatedAt: z.string().max(23).default(''),
})

/** A report that was handed in, to be confirmed or returned; once that is done it is only shown. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.confirmTitleReports(actor)) throw forbidden()
  const asked = { ...parseParams(params, Params), today: today() }
  const read = await readReport(db, scopeOf(actor), asked)
  if (read === null || read.report === null) throw notFound()
  return { ...read, report: read.report }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.confirmTitleReports(actor)) throw forbidden()
  const { id, year } = parseParams(params, Params)
  const posted = await request.formData()
  const form = await parseForm(posted, Decision, await localeOf(request))
  const entered = enteredIn(posted)
  if (!form.ok) return data({ errors: form.errors, refusal: null, entered }, { status: 422 })
  const given = { ...form.value, id, year, today: today(), now: now() }
  const result = await decideReport(db, scopeOf(actor), actor, given)
  if (result.ok) return redirect(`/titles/${id}?done=1`)
  if (result.refusal === 'not-found') throw notFound()
  if (result.refusal === 'not-allowed') throw forbidden()
  const errors: Record<string, string> = {}
  return data({ errors, refusal: result.refusal, entered }, { status: 422 })
}

export default function DecideReport() {
  const { title, year, state, report, figures, mayDecide } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  return (
    <Page
      title={`${t(text.reports)} ${year}-${year + 1}`}
      crumbs={[
        { to: '/titles/renewals', label: t(text.title) },
        { to: `/titles/${title.id}`, label: title.schoolName, lang: 'zh-CN' },
      ]}
      answer={t(text.reportStates[state])}
    >
      {answer?.refusal && <Notice kind="problem">{t(text.decideRefusals[answer.refusal])}</Notice>}
      <ReportText report={report} figures={figures} />
      {mayDecide && (
        <Section title={t(text.decide)}>
          <Form method="post">
            <input type="hidden" name="updatedAt" value={readAt(answer, report.updatedAt)} />
            <LongTextField
              name="opinion"
              label={t(text.opinion)}
              maxLength={400}
              required
              defaultValue={answer?.entered.opinion ?? ''}
              error={answer?.errors.opinion}
            />
            <div className={button.row}>
              <button className={button.primary} name="decision" value="confirm">
                {t(text.confirm)}
              </button>
              <button className={button.danger} name="decision" value="return">
                {t(text.giveBack)}
              </button>
            </div>
          </Form>
        </Section>
      )}
    </Page>
  )
}
