import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { batchText } from '#app/features/designation/batch.text.ts'
import { appointExperts } from '#app/features/title-applications/appoint-experts.server.ts'
import { readExperts } from '#app/features/title-applications/read-experts.server.ts'
import { reviewStateWords } from '#app/features/title-applications/review.text.ts'
import {
  appointmentRefusalWords,
  takeBackRefusalWords,
  scoringText as text,
} from '#app/features/title-applications/scoring.text.ts'
import { takeBackReview } from '#app/features/title-applications/take-back-review.server.ts'
import { parseParams, parseSearch } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { EmptyState, Notice, Page } from '#app/ui/page.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })
const Search = z.object({ done: z.literal('1').optional() })

/** Who scores what in a batch; the city asks experts here, and takes it back while they have not begun. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.publishTitles(actor)) throw forbidden()
  const { id: batchId } = parseParams(params, Params)
  const read = await readExperts(db, scopeOf(actor), { batchId, today: today() })
  if (read === null) throw notFound()
  return { ...read, done: parseSearch(request, Search).done === '1' }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.publishTitles(actor)) throw forbidden()
  const { id: batchId } = parseParams(params, Params)
  const posted = await request.formData()
  const back = posted.get('takeBack')
  const given = { today: today(), now: now() }
  if (typeof back === 'string') {
    const taken = await takeBackReview(db, scopeOf(actor), actor, { id: back, ...given })
    if (taken.ok) return redirect(`/titles/batches/${batchId}/experts?done=1`)
    if (taken.refusal === 'not-allowed') throw forbidden()
    return data({ takeBack: taken.refusal, pairs: [], isEmpty: false }, { status: 422 })
  }
  const applicationIds = posted.getAll('application').map(String)
  const accountIds = posted.getAll('expert').map(String)
  const chosen = { batchId, applicationIds, accountIds, ...given }
  const result = await appointExperts(db, scopeOf(actor), actor, chosen)
  if (result.ok) return redirect(`/titles/batches/${batchId}/experts?done=1`)
  if (result.refusal === 'not-allowed') throw forbidden()
  const pairs = result.refusal === 'pairs' ? result.pairs : []
  return data({ takeBack: null, pairs, isEmpty: result.refusal === 'nobody-chosen' }, { status: 422 })
}

export default function BatchExperts() {
  const { batch, experts, applications, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const schoolOf = (id: string) => applications.find(one => one.id === id)?.schoolName ?? ''
  const nameOf = (id: string) => experts.find(one => one.id === id)?.name ?? ''
  return (
    <Page
      title={t(text.experts)}
      crumbs={[
        { to: '/titles/batches', label: t(batchText.title) },
        { to: `/titles/batches/${batch.id}`, label: batch.name, lang: 'zh-CN' },
      ]}
      answer={t(text.expertsAnswer, { count: applications.length })}
      actions={
        <Link className={button.button} to={`/titles/batches/${batch.id}/scores`}>
          {t(text.sheet)}
        </Link>
      }
    >
      {done && answer === undefined && <Notice kind="done">{t(text.appointed)}</Notice>}
      {answer?.takeBack && <Notice kind="problem">{t(takeBackRefusalWords[answer.takeBack])}</Notice>}
      {answer?.isEmpty && <Notice kind="problem">{t(text.nobodyChosen)}</Notice>}
      {answer !== undefined && answer.pairs.length > 0 && (
        <Notice kind="problem">
          <ul>
            {answer.pairs.map(pair => (
              <li key={`${pair.applicationId} ${pair.accountId}`}>
                {schoolOf(pair.applicationId)} · {nameOf(pair.accountId)}：
                {t(appointmentRefusalWords[pair.refusal])}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {applications.length === 0 ? (
        <EmptyState>{t(text.nobody)}</EmptyState>
      ) : (
        <Form method="post">
          <fieldset>
            <legend>{t(text.chooseExperts)}</legend>
            {experts.length === 0 && <p>{t(text.noExperts)}</p>}
            {experts.map(expert => (
              <label key={expert.id} lang="zh-CN">
                <input type="checkbox" name="expert" value={expert.id} /> {t(text.asked, expert)}{' '}
              </label>
            ))}
          </fieldset>
          <TableFrame label={t(text.chooseSchools)}>
            <table className={`${table.table} ${table.sticky}`}>
              <thead>
                <tr>
                  <th scope="col">{t(text.school)}</th>
                  <th scope="col">{t(text.unit)}</th>
                  <th scope="col">{t(text.experts)}</th>
                </tr>
              </thead>
              <tbody>
                {applications.map(one => (
                  <tr key={one.id}>
                    <th scope="row" lang="zh-CN">
                      <label>
                        <input type="checkbox" name="application" value={one.id} /> {one.schoolName}
                      </label>
                    </th>
                    <td lang="zh-CN">{one.unitName}</td>
                    <td>
                      {one.reviews.map(review => (
                        <span key={review.id} className={table.nowrap}>
                          <span lang="zh-CN">{review.expert}</span> {t(reviewStateWords[review.state])}{' '}
                          {review.conflict !== '' && <span lang="zh-CN">（{review.conflict}）</span>}
                          {review.mayTakeBack && (
                            <button
                              className={button.quiet}
                              name="takeBack"
                              value={review.id}
                              aria-label={`${t(text.takeBack)} ${review.expert} ${one.schoolName}`}
                            >
                              {t(text.takeBack)}
                            </button>
                          )}
                          <br />
                        </span>
                      ))}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableFrame>
          <button className={button.primary}>{t(text.appoint)}</button>
        </Form>
      )}
    </Page>
  )
}
