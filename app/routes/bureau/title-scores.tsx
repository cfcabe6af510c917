import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { inCity, now, today } from '#app/calendar-day.ts'
import { longestReopening } from '#app/features/title-applications/expert.rule.ts'
import { readTitleScores } from '#app/features/title-applications/read-scoring-sheet.server.ts'
import { reopenReview } from '#app/features/title-applications/reopen-review.server.ts'
import { reviewStateWords } from '#app/features/title-applications/review.text.ts'
import { fixedPoints } from '#app/features/title-applications/scoring.rule.ts'
import { scoringText as text } from '#app/features/title-applications/scoring.text.ts'
import { ScoringSide } from '#app/features/title-applications/scoring-side.tsx'
import { titleStateWords } from '#app/features/title-applications/title-application-states.text.ts'
import { VisitList } from '#app/features/title-applications/visit-list.tsx'
import { parseForm } from '#app/http/forms.server.ts'
import { parseParams, parseSearch } from '#app/http/params.ts'
import { badRequest, forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Facts } from '#app/ui/facts.tsx'
import { LongTextField, SelectField } from '#app/ui/field.tsx'
import { Notice, Page, Section } from '#app/ui/page.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })
const Search = z.object({ done: z.literal('reopened').optional() })
const Reopening = z.object({ review: z.string().length(26), reason: z.string().default('') })

/** The experts of an application side by side, and its visits. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.publishTitles(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const read = await readTitleScores(db, scopeOf(actor), {
    id,
    today: today(),
    locale: await localeOf(request),
  })
  if (read === null) throw notFound()
  const done = parseSearch(request, Search).done ?? null
  const mayReopen = can.publishTitles(actor) && read.application.state === 'EXPERT_REVIEW'
  return { ...read, done, mayReopen, mayVisit: can.recordVisits(actor) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.publishTitles(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const form = await parseForm(request, Reopening)
  if (!form.ok) throw badRequest()
  const { review, reason } = form.value
  const at = { today: today(), now: now() }
  const asked = { id: review, applicationId: id, reason, ...at }
  const reopened = await reopenReview(db, scopeOf(actor), actor, asked)
  if (reopened.ok) return redirect(`/titles/applications/${id}/scores?done=reopened`)
  return data({ refusal: reopened.refusal, entered: form.value }, { status: 422 })
}

export default function TitleScores() {
  const { application, reviews, side, visits, done, mayReopen, mayVisit } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const { judgement } = side ?? {}
  const said = (points: number | null | undefined) =>
    points === null || points === undefined ? '' : fixedPoints(points)
  return (
    <Page
      title={application.schoolName}
      titleLang="zh-CN"
      crumbs={[
        { to: `/titles/batches/${application.batchId}`, label: application.batchName, lang: 'zh-CN' },
        { to: `/titles/batches/${application.batchId}/scores`, label: t(text.sheet) },
      ]}
      answer={t(titleStateWords[application.state])}
      exports={{
        lists: [
          ...(side === null ? [] : [{ of: 'side', label: t(text.side) }]),
          { of: 'progress', label: t(text.progress) },
        ],
      }}
      actions={
        <Link className={button.button} to={`/titles/applications/${application.id}`}>
          {t(text.application)}
        </Link>
      }
    >
      {done !== null && answer === undefined && <Notice kind="done">{t(text[done])}</Notice>}
      {answer !== undefined && <Notice kind="problem">{t(text.reopenRefusal[answer.refusal])}</Notice>}
      <Section title={t(text.side)}>
        {side === null ? (
          <p>{t(text.blind)}</p>
        ) : (
          <>
            <Facts
              facts={[
                [t(text.total), said(judgement?.mean)],
                [t(text.range), said(judgement?.spread?.range)],
                [t(text.deviation), said(judgement?.spread?.deviation)],
              ]}
            />
            <ScoringSide {...side} />
            <p>{t(text.oddMeans)}</p>
            {side.experts
              .filter(one => one.comment !== '')
              .map(({ id, expert, comment }) => (
                <p key={id} lang="zh-CN">
                  <strong>{expert}</strong> {comment}
                </p>
              ))}
          </>
        )}
      </Section>
      <Section title={t(text.progress)}>
        <TableFrame label={t(text.progress)}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{t(text.expert)}</th>
                <th scope="col">{t(text.state)}</th>
                <th scope="col">{t(text.doneAt)}</th>
                <th scope="col">{t(text.conflict)}</th>
              </tr>
            </thead>
            <tbody>
              {reviews.map(one => (
                <tr key={one.id}>
                  <th scope="row" lang="zh-CN">
                    {one.expert}
                  </th>
                  <td>{t(reviewStateWords[one.state])}</td>
                  <td className={table.nowrap}>{one.doneAt === null ? '—' : inCity(one.doneAt)}</td>
                  <td lang="zh-CN">{one.conflict}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      </Section>
      {mayReopen && reviews.some(one => one.state === 'done') && (
        <Section title={t(text.reopen)}>
          <Form method="post">
            <p>{t(text.reopenMeans)}</p>
            <SelectField name="review" label={t(text.reopenWhich)} defaultValue={answer?.entered.review}>
              {reviews
                .filter(one => one.state === 'done')
                .map(one => (
                  <option key={one.id} value={one.id} lang="zh-CN">
                    {one.expert}
                  </option>
                ))}
            </SelectField>
            <LongTextField
              name="reason"
              label={t(text.reason)}
              defaultValue={answer?.entered.reason ?? ''}
              maxLength={longestReopening}
              rows={2}
              required
            />
            <button className={button.button}>{t(text.reopen)}</button>
          </Form>
        </Section>
      )}
      <Section title={t(text.visits)}>
        <VisitList visits={visits} />
        {mayVisit && application.state === 'ONSITE_REVIEW' && (
          <p className={button.row}>
            <Link className={button.button} to={`/titles/applications/${application.id}/visit`}>
              {t(text.visits)}
            </Link>
          </p>
        )}
      </Section>
    </Page>
  )
}
