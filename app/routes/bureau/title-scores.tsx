import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { readTitleScores } from '#app/features/title-applications/read-scoring-sheet.server.ts'
import { reopenReview } from '#app/features/title-applications/reopen-review.server.ts'
import { reviewStateWords } from '#app/features/title-applications/review.text.ts'
import { vetoFound } from '#app/features/title-applications/scoring.rule.ts'
import { reopenRefusalWords, scoringText as text } from '#app/features/title-applications/scoring.text.ts'
import { pointsText, vetoApplies } from '#app/features/title-applications/self-score.rule.ts'
import { VisitList } from '#app/features/title-applications/visit-list.tsx'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseParams } from '#app/http/params.ts'
import { badRequest, forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field } from '#app/ui/field.tsx'
import { Notice, Page, Section } from '#app/ui/page.tsx'
import { Status } from '#app/ui/status.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })
const Reopen = z.object({ review: z.string().length(26), reason: z.string().max(1000).default('') })

/** The experts of an application side by side, once all of them have finished. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.publishTitles(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const asked = { id, today: today(), locale: await localeOf(request) }
  const read = await readTitleScores(db, scopeOf(actor), asked)
  if (read === null) throw notFound()
  return read
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.publishTitles(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const posted = await request.formData()
  const form = await parseForm(posted, Reopen)
  if (!form.ok) throw badRequest()
  const { review, reason } = form.value
  const input = { id: review, reason, today: today(), now: now() }
  const result = await reopenReview(db, scopeOf(actor), actor, input)
  if (result.ok) return redirect(`/titles/applications/${id}/scores`)
  if (result.refusal === 'not-allowed') throw forbidden()
  return data({ refusal: result.refusal, entered: enteredIn(posted) }, { status: 422 })
}

export default function TitleScores() {
  const { application, reviews, side, visits } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  return (
    <Page
      title={application.schoolName}
      titleLang="zh-CN"
      crumbs={[{ to: `/titles/batches/${application.batchId}/scores`, label: t(text.sheet) }]}
      answer={
        side?.judgement.mean === undefined || side.judgement.mean === null
          ? t(text.blind)
          : `${t(text.mean)} ${pointsText(side.judgement.mean)}`
      }
      actions={
        <Link className={button.button} to={`/titles/applications/${application.id}/visit`}>
          {t(text.recordVisit)}
        </Link>
      }
    >
      {answer !== undefined && <Notice kind="problem">{t(reopenRefusalWords[answer.refusal])}</Notice>}
      <Section title={t(text.experts)}>
        <ul>
          {reviews.map(review => (
            <li key={review.id}>
              <span lang="zh-CN">{review.expert}</span> {t(reviewStateWords[review.state])}{' '}
              <span lang="zh-CN">{review.conflict}</span>
            </li>
          ))}
        </ul>
        {application.state === 'EXPERT_REVIEW' && reviews.some(one => one.state === 'done') && (
          <Form method="post">
            <Field
              name="reason"
              label={`${t(text.reopen)} · ${t(text.reason)}`}
              defaultValue={answer?.entered.reason}
              maxLength={400}
            />
            <p className={button.row}>
              {reviews
                .filter(one => one.state === 'done')
                .map(one => (
                  <button key={one.id} className={button.button} name="review" value={one.id}>
                    {t(text.reopen)} <span lang="zh-CN">{one.expert}</span>
                  </button>
                ))}
            </p>
          </Form>
        )}
      </Section>
      {side !== null && <SideBySide />}
      <Section title={t(text.visits)}>
        <VisitList visits={visits} />
      </Section>
    </Page>
  )
}

function SideBySide() {
  const { side } = useLoaderData<typeof loader>()
  const t = useSay()
  if (side === null) return null
  const { lines, experts, judgement, selfTotal } = side
  const said = (kind: string, points: number | null | undefined) => {
    if (points === null || points === undefined) return '—'
    if (kind !== 'veto') return pointsText(points)
    return points === vetoFound || points === vetoApplies ? '●' : '—'
  }
  return (
    <Section title={t(text.sheet)}>
      <TableFrame label={t(text.sheet)}>
        <table className={`${table.table} ${table.sticky}`}>
          <thead>
            <tr>
              <th scope="col">{t(text.indicator)}</th>
              <th scope="col" className={table.number}>
                {t(text.most)}
              </th>
              <th scope="col" className={table.number}>
                {t(text.selfScore)}
              </th>
              {experts.map(expert => (
                <th key={expert.id} scope="col" className={table.number} lang="zh-CN">
                  {expert.expert}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(line => (
              <tr key={line.code}>
                <th scope="row" lang="zh-CN">
                  {line.code} {line.title}
                </th>
                <td className={table.number}>{line.kind === 'veto' ? '—' : line.most}</td>
                <td className={table.number}>{said(line.kind, line.points)}</td>
                {experts.map(expert => (
                  <td key={expert.id} className={table.number}>
                    {said(line.kind, expert.scores.find(one => one.code === line.code)?.points)}
                    {judgement.oddPoints.some(one => one.id === expert.id && one.code === line.code) &&
                      ` ▲ ${t(text.oddPoint)}`}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t(text.total)}</th>
              <td />
              <td className={table.number}>{pointsText(selfTotal)}</td>
              {experts.map(expert => (
                <td key={expert.id} className={table.number}>
                  {expert.total === null ? '—' : pointsText(expert.total)}{' '}
                  {judgement.odd.includes(expert.id) && <Status kind="warn" label={t(text.oddPoint)} />}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </TableFrame>
      <ul>
        {experts
          .filter(expert => expert.comment !== '')
          .map(expert => (
            <li key={expert.id} lang="zh-CN">
              {expert.expert}：{expert.comment}
            </li>
          ))}
      </ul>
    </Section>
  )
}
