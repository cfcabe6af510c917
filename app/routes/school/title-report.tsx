import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { designationText } from '#app/features/designation/designation.text.ts'
import { readAt } from '#app/features/reevaluation/read-at.ts'
import { readReport } from '#app/features/reevaluation/read-title-life.server.ts'
import { reevaluationText as text } from '#app/features/reevaluation/reevaluation.text.ts'
import { type ReportPart, type ReportRefusal, reportParts } from '#app/features/reevaluation/report.rule.ts'
import { ReportForm, wordsOfForm } from '#app/features/reevaluation/report-form.ts'
import { ReportText } from '#app/features/reevaluation/report-words.tsx'
import { saveReport } from '#app/features/reevaluation/save-report.server.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseParams, parseSearch } from '#app/http/params.ts'
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
const Search = z.object({ saved: z.literal('1').optional() })

/** A school's yearly report on its title: written by the school, read by whoever sees the title. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeTitles(actor)) throw forbidden()
  const asked = { ...parseParams(params, Params), today: today() }
  const read = await readReport(db, scopeOf(actor), asked)
  if (read === null) throw notFound()
  const isSaved = parseSearch(request, Search).saved === '1'
  return { ...read, mayWrite: read.mayWrite && can.writeTitleReports(actor), isSaved }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.writeTitleReports(actor)) throw forbidden()
  const { id, year } = parseParams(params, Params)
  const posted = await request.formData()
  const form = await parseForm(posted, ReportForm, await localeOf(request))
  const entered = enteredIn(posted)
  const problems: Partial<Record<ReportPart, ReportRefusal>> = {}
  if (!form.ok) return data({ errors: form.errors, problems, refusal: null, entered }, { status: 422 })
  const { intent, updatedAt } = form.value
  const given = { id, year, words: wordsOfForm(form.value), intent, updatedAt, today: today(), now: now() }
  const result = await saveReport(db, scopeOf(actor), actor, given)
  if (result.ok)
    return redirect(intent === 'submit' ? `/titles/${id}?done=1` : `/titles/${id}/reports/${year}?saved=1`)
  const errors: Record<string, string> = {}
  if (result.refusal === 'problems')
    return data({ errors, problems: result.problems, refusal: null, entered }, { status: 422 })
  if (result.refusal === 'not-found') throw notFound()
  if (result.refusal === 'not-allowed') throw forbidden()
  return data({ errors, problems, refusal: result.refusal, entered }, { status: 422 })
}

export default function TitleReport() {
  const { title, year, due, state, report, figures, mayWrite, isSaved } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const name = `${t(text.reports)} ${year}-${year + 1}`
  return (
    <Page
      title={name}
      crumbs={[
        { to: '/titles', label: t(designationText.title) },
        { to: `/titles/${title.id}`, label: title.schoolName, lang: 'zh-CN' },
      ]}
      answer={t(text.reportStates[state])}
      asOf={`${t(text.due)} ${due}`}
    >
      {isSaved && answer === undefined && <Notice kind="done">{t(text.savedDraft)}</Notice>}
      {answer?.refusal && (
        <Notice kind="problem">
          {t(text.saveRefusals[answer.refusal])}{' '}
          {answer.refusal === 'changed-meanwhile' && (
            <Link to={`/titles/${title.id}/reports/${year}`} target="_blank">
              {t(text.read)}
            </Link>
          )}
        </Notice>
      )}
      {mayWrite || answer !== undefined ? (
        <>
          {report?.state === 'returned' && (
            <Notice kind="problem">{`${t(text.reportStates.returned)}：${report.opinion}`}</Notice>
          )}
          <p>{t(text.figures, figures)}</p>
          <Form method="post">
            <input type="hidden" name="updatedAt" value={readAt(answer, report?.updatedAt ?? '')} />
            {reportParts.map(part => (
              <PartField
                key={part}
                part={part}
                value={answer?.entered[part] ?? report?.[part] ?? ''}
                refusal={answer?.problems[part]}
                error={answer?.errors[part]}
              />
            ))}
            <p>{t(text.submitMeans)}</p>
            <div className={button.row}>
              <button className={button.button} name="intent" value="save">
                {t(text.saveDraft)}
              </button>
              <button className={button.primary} name="intent" value="submit">
                {t(text.submit)}
              </button>
            </div>
          </Form>
        </>
      ) : (
        report !== null && (
          <Section title={name}>
            <ReportText report={report} figures={figures} />
          </Section>
        )
      )}
    </Page>
  )
}

function PartField(props: { part: ReportPart; value: string; refusal?: ReportRefusal; error?: string }) {
  const { part, value, refusal, error } = props
  const t = useSay()
  return (
    <LongTextField
      name={part}
      label={t(text.parts[part])}
      hint={t(text.partHint)}
      defaultValue={value}
      error={refusal === undefined ? error : t(text.partRefusals[refusal])}
    />
  )
}
