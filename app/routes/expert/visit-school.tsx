import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useRef } from 'react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import type { Actor } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { readVisitPage } from '#app/features/title-applications/read-visit-page.server.ts'
import { recordVisit } from '#app/features/title-applications/record-visit.server.ts'
import {
  scoringText as text,
  visitProblemWords,
  visitRefusalWords,
} from '#app/features/title-applications/scoring.text.ts'
import styles from '#app/features/title-applications/title-applications.module.css'
import { useForgotten, useKeptForm } from '#app/features/title-applications/use-kept-form.ts'
import {
  checkVerdicts,
  longestFindings,
  longestNote,
  longestVisitors,
  type VisitEntry,
  visitVerdicts,
} from '#app/features/title-applications/visit.rule.ts'
import { VisitList } from '#app/features/title-applications/visit-list.tsx'
import { enteredIn } from '#app/http/forms.server.ts'
import { parseParams, parseSearch } from '#app/http/params.ts'
import { badRequest, forbidden, notFound } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field, LongTextField, SelectField } from '#app/ui/field.tsx'
import { Notice, Page, Section } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })
const Search = z.object({ done: z.literal('1').optional() })

/** A visit to a school, recorded on a phone; without a network it waits there. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const { id } = visitOf(actor, params)
  const read = await readVisitPage(db, actor, { id, today: today() })
  if (read === null) throw notFound()
  return {
    ...read,
    today: today(),
    // The same person on the same phone, and nobody else, meets what was not sent yet.
    keptAs: `visit ${actor.id} ${id}`,
    done: parseSearch(request, Search).done === '1',
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const { id: applicationId } = visitOf(actor, params)
  const entered = enteredIn(await request.formData())
  const visitId = entered.visitId ?? ''
  if (!/^[0-9A-HJKMNP-TV-Z]{26}$/.test(visitId)) throw badRequest()
  const input = { id: visitId, applicationId, entry: entryOf(entered), today: today(), now: now() }
  const result = await recordVisit(db, actor, input)
  if (result.ok) return redirect(`/titles/applications/${applicationId}/visit?done=1`)
  if (result.refusal === 'not-found') throw notFound()
  if (result.refusal === 'not-allowed') throw forbidden()
  const problems = result.refusal === 'problems' ? result.problems : []
  const refusal = result.refusal === 'problems' ? null : result.refusal
  return data({ refusal, problems, entered }, { status: 422 })
}

function visitOf(actor: Actor, params: LoaderFunctionArgs['params']): { id: string } {
  if (!can.recordVisits(actor)) throw forbidden()
  return parseParams(params, Params)
}

function entryOf(entered: Record<string, string>): VisitEntry {
  const codes = Object.keys(entered).flatMap(name => (name.startsWith('check-') ? [name.slice(6)] : []))
  return {
    visitedOn: entered.visitedOn ?? '',
    visitors: entered.visitors ?? '',
    findings: entered.findings ?? '',
    verdict: visitVerdicts.find(one => one === entered.verdict) ?? null,
    checks: codes.map(code => ({
      code,
      verdict: checkVerdicts.find(one => one === entered[`check-${code}`]) ?? null,
      note: entered[`note-${code}`] ?? '',
    })),
  }
}

export default function VisitSchool() {
  const { application, visits, isOnSite, keptAs, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  useForgotten(keptAs, done && answer === undefined)
  return (
    <Page
      title={t(text.recordVisit)}
      crumbs={[{ to: '/', label: application.batchName, lang: 'zh-CN' }]}
      answer={application.schoolName}
    >
      {done && answer === undefined && <Notice kind="done">{t(text.recorded)}</Notice>}
      {answer?.refusal && <Notice kind="problem">{t(visitRefusalWords[answer.refusal])}</Notice>}
      {isOnSite ? <VisitForm /> : <p>{t(visitRefusalWords['not-on-site'])}</p>}
      <Section title={t(text.visits)}>
        <VisitList visits={visits} />
      </Section>
    </Page>
  )
}

function VisitForm() {
  const { indicators, visitId, keptAs, today: day } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const form = useRef<HTMLFormElement>(null)
  const kept = useKeptForm(form, keptAs)
  const entered: Record<string, string> = answer?.entered ?? {}
  const given = (name: string, at = name) => {
    const found = answer?.problems.find(one => one.at === at)
    return { name, defaultValue: entered[name], error: found && t(visitProblemWords[found.problem]) }
  }
  return (
    <form method="post" ref={form} onInput={kept.onInput} onSubmit={kept.onSubmit}>
      {kept.state === 'kept' && <Notice kind="problem">{t(text.kept)}</Notice>}
      {kept.state === 'drafted' && <Notice kind="done">{t(text.drafted)}</Notice>}
      <p>{t(text.visitMeans)}</p>
      <input type="hidden" name="visitId" defaultValue={entered.visitId ?? visitId} />
      <Field
        {...given('visitedOn')}
        defaultValue={entered.visitedOn ?? day}
        type="date"
        label={t(text.visitedOn)}
        required
      />
      <Field {...given('visitors')} label={t(text.visitors)} maxLength={longestVisitors} required />
      {indicators.map(({ code, title }) => (
        <fieldset key={code} className={styles.check}>
          <legend lang="zh-CN">
            {code} {title}
          </legend>
          <SelectField {...given(`check-${code}`, code)} label={t(text.verdict)}>
            <option value="">{t(text.choose)}</option>
            {checkVerdicts.map(verdict => (
              <option key={verdict} value={verdict}>
                {t(text.verdicts[verdict])}
              </option>
            ))}
          </SelectField>
          <Field
            name={`note-${code}`}
            defaultValue={entered[`note-${code}`]}
            label={t(text.note)}
            maxLength={longestNote}
          />
        </fieldset>
      ))}
      <LongTextField {...given('findings')} label={t(text.findings)} maxLength={longestFindings} required />
      <SelectField {...given('verdict')} label={t(text.verdict)} required>
        <option value="">{t(text.choose)}</option>
        {visitVerdicts.map(verdict => (
          <option key={verdict} value={verdict}>
            {t(text.verdicts[verdict])}
          </option>
        ))}
      </SelectField>
      <button className={button.primary}>{t(text.save)}</button>
    </form>
  )
}
