import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import type { Actor } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { AttachmentList } from '#app/features/title-applications/attachment-list.tsx'
import { declareInterest } from '#app/features/title-applications/declare-interest.server.ts'
import { readReview } from '#app/features/title-applications/read-reviews.server.ts'
import styles from '#app/features/title-applications/review.module.css'
import {
  declareRefusalWords,
  reviewRefusalWords,
  reviewText as text,
} from '#app/features/title-applications/review.text.ts'
import { LateConflict, ReviewDeclaration } from '#app/features/title-applications/review-declaration.tsx'
import { ReviewFields } from '#app/features/title-applications/review-fields.tsx'
import { enteredReview, ReviewForm, reviewEntry } from '#app/features/title-applications/review-form.ts'
import { ReviewGiven } from '#app/features/title-applications/review-given.tsx'
import { scoreReview } from '#app/features/title-applications/score-review.server.ts'
import { pointsText } from '#app/features/title-applications/self-score.rule.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseParams, parseSearch } from '#app/http/params.ts'
import { badRequest, forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Facts } from '#app/ui/facts.tsx'
import { Notice, Page, Section } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })
const Search = z.object({ done: z.enum(['declared', 'saved', 'finished']).optional() })

/** A review: the declaration, then what the school handed in beside what the expert gives. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.scoreTitles(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const review = await readReview(db, actor, { id, today: today(), locale: await localeOf(request) })
  if (review === null) throw notFound()
  return { ...review, saved: parseSearch(request, Search).done ?? null }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.scoreTitles(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const posted = await request.formData()
  const form = await parseForm(posted, ReviewForm)
  if (!form.ok) throw badRequest()
  const { intent, interest, conflict, updatedAt } = form.value
  if (intent === 'declare') {
    if (interest === undefined) throw badRequest()
    return declare(actor, { id, conflict: interest === 'none' ? null : conflict }, enteredIn(posted))
  }
  const isFinish = intent === 'finish'
  const scored = await scoreReview(db, actor, {
    ...{ id, entry: reviewEntry(enteredIn(posted)), seenAt: updatedAt, isFinish },
    ...{ today: today(), now: now() },
  })
  if (scored.ok) return redirect(`/titles/reviews/${id}?done=${isFinish ? 'finished' : 'saved'}`)
  if (scored.refusal === 'not-found') throw notFound()
  const problems = scored.refusal === 'problems' ? scored.problems : []
  const refusal = scored.refusal === 'problems' ? null : scored.refusal
  const entered = enteredIn(posted)
  // Whoever saves again has been told of the other change.
  if (scored.refusal === 'changed-meanwhile') entered.updatedAt = scored.updatedAt
  return data({ undeclared: null, refusal, problems, entered }, { status: 422 })
}

async function declare(
  actor: Actor,
  given: { id: string; conflict: string | null },
  entered: Record<string, string>,
) {
  const declared = await declareInterest(db, actor, { ...given, today: today(), now: now() })
  if (declared.ok)
    return redirect(
      given.conflict === null ? `/titles/reviews/${given.id}?done=declared` : `/titles/reviews/${given.id}`,
    )
  if (declared.refusal === 'not-found') throw notFound()
  return data({ undeclared: declared.refusal, refusal: null, problems: [], entered }, { status: 422 })
}

export default function ReviewPage() {
  const review = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const { application, papers, why, saved, state } = review
  const undeclared = answer?.undeclared ? t(declareRefusalWords[answer.undeclared]) : undefined
  // The declaration is a form of its own: what it came back with holds no points.
  const written = answer !== undefined && answer.undeclared === null ? answer.entered : undefined
  const mayDeclare = why === null || why === 'undeclared' || why === 'from-applying-school'
  return (
    <Page
      title={application.schoolName}
      titleLang="zh-CN"
      crumbs={[{ to: '/titles/reviews', label: t(text.title) }]}
    >
      {saved !== null && answer === undefined && <Notice kind="done">{t(text[saved])}</Notice>}
      {answer?.refusal && <Notice kind="problem">{t(reviewRefusalWords[answer.refusal])}</Notice>}
      {(answer?.problems.length ?? 0) > 0 && <Notice kind="problem">{t(text.notSaved)}</Notice>}
      {why !== null && why !== 'undeclared' && <Notice kind="done">{t(reviewRefusalWords[why])}</Notice>}
      <Facts
        facts={[
          [t(text.batch), application.batchName],
          [t(text.unit), application.unitName],
          [t(text.sports), review.sportNames.join('、')],
          [t(text.conflict), review.conflict],
        ]}
      />
      {mayDeclare && !review.isDeclared && (
        <ReviewDeclaration entered={answer?.entered ?? {}} error={undeclared} />
      )}
      {papers !== null && (
        <>
          <Section title={t(text.statement)}>
            <p className={styles.words} lang="zh-CN">
              {papers.statement}
            </p>
          </Section>
          <Section title={t(text.attachments)}>
            <AttachmentList
              applicationId={application.id}
              attachments={papers.attachments}
              isWritable={false}
            />
          </Section>
          <Section title={t(text.scores)}>
            {state === 'done' && <Totals />}
            {why === null ? (
              <Form method="post">
                <input type="hidden" name="updatedAt" value={written?.updatedAt ?? review.updatedAt} />
                <ReviewFields
                  lines={papers.lines}
                  entered={written ?? enteredReview(review.given, review.comment, papers.lines)}
                  problems={answer?.problems ?? []}
                />
                <p>{t(text.finishMeans)}</p>
                <p className={button.row}>
                  <button className={button.button} name="intent" value="save">
                    {t(text.save)}
                  </button>
                  <button className={button.primary} name="intent" value="finish">
                    {t(text.finish)}
                  </button>
                </p>
              </Form>
            ) : (
              <ReviewGiven lines={papers.lines} given={review.given} comment={review.comment} />
            )}
          </Section>
          {mayDeclare && <LateConflict entered={answer?.entered ?? {}} error={undeclared} />}
        </>
      )}
    </Page>
  )
}

function Totals() {
  const { others } = useLoaderData<typeof loader>()
  const t = useSay()
  if (others === null) return <p>{t(text.othersHidden)}</p>
  const said = (points: number | null) => (points === null ? '' : pointsText(points))
  return (
    <Facts
      facts={[
        [t(text.ownTotal), said(others.own)],
        [t(text.others), others.others.map(pointsText).join('、')],
        [t(text.mean), said(others.mean)],
      ]}
    />
  )
}
