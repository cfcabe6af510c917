import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { readAt } from '#app/features/reevaluation/read-at.ts'
import { readForDecision } from '#app/features/reevaluation/read-review.server.ts'
import { reevaluationText as text } from '#app/features/reevaluation/reevaluation.text.ts'
import { conclusions } from '#app/features/reevaluation/reevaluation-way.rule.ts'
import { pointsText, readPoints } from '#app/features/reevaluation/review.rule.ts'
import { noteReview, openReview } from '#app/features/reevaluation/review-title.server.ts'
import { StageStatus } from '#app/features/reevaluation/title-life.tsx'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseParams, parseSearch } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { say } from '#app/i18n/text.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { CheckField, Field, LongTextField } from '#app/ui/field.tsx'
import { Notice, Page, Section } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })
const Search = z.object({ saved: z.literal('1').optional() })
const Findings = z.object({
  intent: z.enum(['open', 'save']),
  score: z.string().max(10).default(''),
  findings: z.string().max(1000).default(''),
  spotChecked: z.literal('on').optional(),
  updatedAt: z.string().max(23).default(''),
})

/** The re-evaluation of a title: begun, written down as it goes, and from here concluded. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeTitles(actor)) throw forbidden()
  const asked = { ...parseParams(params, Params), today: today(), locale: await localeOf(request) }
  const read = await readForDecision(db, scopeOf(actor), asked)
  if (read === null) throw notFound()
  return { ...read, isSaved: parseSearch(request, Search).saved === '1' }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeTitles(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const locale = await localeOf(request)
  const posted = await request.formData()
  const form = await parseForm(posted, Findings, locale)
  const entered = enteredIn(posted)
  if (!form.ok) return data({ errors: form.errors, refusal: null, entered }, { status: 422 })
  const { intent, findings, spotChecked, updatedAt } = form.value
  const score = readPoints(form.value.score)
  const errors: Record<string, string> = {}
  if (score === undefined) {
    errors.score = say(locale, text.notScore)
    return data({ errors, refusal: null, entered }, { status: 422 })
  }
  const at = { id, today: today(), now: now() }
  const found = { score, findings, isSpotChecked: spotChecked === 'on', updatedAt }
  const scope = scopeOf(actor)
  const result =
    intent === 'open'
      ? await openReview(db, scope, actor, at)
      : await noteReview(db, scope, actor, { ...at, ...found })
  if (result.ok) return redirect(`/titles/${id}/review${intent === 'save' ? '?saved=1' : ''}`)
  if (result.refusal === 'not-found') throw notFound()
  if (result.refusal === 'not-allowed') throw forbidden()
  return data({ errors, refusal: result.refusal, entered }, { status: 422 })
}

export default function TitleReview() {
  const { id, schoolName, sportName, validTo, stage, review, actions, isSaved } =
    useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  return (
    <Page
      title={t(text.review)}
      crumbs={[
        { to: '/titles/renewals', label: t(text.title) },
        { to: `/titles/${id}`, label: schoolName, lang: 'zh-CN' },
      ]}
      answer={<StageStatus stage={stage} isReviewed={review !== null} />}
      asOf={`${sportName} · ${t(text.validTo)} ${validTo}`}
    >
      {isSaved && answer === undefined && <Notice kind="done">{t(text.saved)}</Notice>}
      {answer?.refusal && <Notice kind="problem">{t(text.concludeRefusals[answer.refusal])}</Notice>}
      {actions.includes('open') && (
        <Form method="post">
          <button className={button.primary} name="intent" value="open">
            {t(text.actions.open)}
          </button>
        </Form>
      )}
      {review !== null && actions.includes('note') && (
        <>
          <Form method="post">
            <input type="hidden" name="intent" value="save" />
            <input type="hidden" name="updatedAt" value={readAt(answer, review.updatedAt)} />
            <Field
              name="score"
              label={t(text.score)}
              hint={t(text.scoreHint)}
              inputMode="decimal"
              maxLength={6}
              defaultValue={answer?.entered.score ?? (review.score === null ? '' : pointsText(review.score))}
              error={answer?.errors.score}
            />
            <LongTextField
              name="findings"
              label={t(text.findings)}
              maxLength={1000}
              defaultValue={answer?.entered.findings ?? review.findings}
              error={answer?.errors.findings}
            />
            <CheckField
              name="spotChecked"
              label={t(text.spotCheck)}
              defaultChecked={
                answer === undefined ? review.isSpotChecked : answer.entered.spotChecked === 'on'
              }
            />
            <button className={button.button}>{t(text.saveFindings)}</button>
          </Form>
          <Section title={t(text.conclusion)}>
            <p>{t(text.concludeMeans)}</p>
            <div className={button.row}>
              {(Object.keys(conclusions) as (keyof typeof conclusions)[])
                .filter(one => actions.includes(one))
                .map(one => (
                  <Link key={one} className={button.button} to={`/titles/${id}/conclude/${one}`}>
                    {t(text.actions[one])}
                  </Link>
                ))}
            </div>
          </Section>
        </>
      )}
      {!actions.includes('open') && !actions.includes('note') && answer === undefined && (
        <p>{t(text.concludeRefusals['not-from-here'])}</p>
      )}
    </Page>
  )
}
