import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { ratingWords, workText as text } from '#app/features/instructors/coach-work.text.ts'
import { EvaluateForm } from '#app/features/instructors/coach-work-form.ts'
import { evaluateCoach } from '#app/features/instructors/evaluate-coach.server.ts'
import { nameOf } from '#app/features/instructors/instructor-table.tsx'
import { useFieldErrors } from '#app/features/instructors/instructor-words.ts'
import { instructorsText } from '#app/features/instructors/instructors.text.ts'
import { readCoachPlacement, termsToEvaluate } from '#app/features/instructors/read-instructor.server.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field, SelectField } from '#app/ui/field.tsx'
import { EmptyState, Notice, Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'
import type { CoachRating } from '#db/tables.ts'

const Params = z.object({ id: z.string().length(26) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeInstructors(actor)) throw forbidden()
  const asked = { id: parseParams(params, Params).id, today: today(), locale: await localeOf(request) }
  const found = await readCoachPlacement(db, scopeOf(actor), asked)
  if (found === null) throw notFound()
  return { ...found, terms: await termsToEvaluate(db, found.placement, asked.today) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeInstructors(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const posted = await request.formData()
  const form = await parseForm(posted, EvaluateForm, await localeOf(request))
  const entered = enteredIn(posted)
  if (!form.ok) return data({ errors: form.errors, refusal: null, entered }, { status: 422 })
  const { term: termId, rating, opinion } = form.value
  const input = { placementId: id, termId, rating, opinion, today: today(), at: now() }
  const result = await evaluateCoach(db, scopeOf(actor), actor, input)
  if (result.ok) return redirect(`/coaches/${result.instructorId}?saved=1`)
  if (result.refusal === 'not-found') throw notFound()
  if (result.refusal === 'not-allowed') throw forbidden()
  return data({ errors: {}, refusal: result.refusal, entered }, { status: 422 })
}

export default function EvaluateCoach() {
  const { placement, instructor, sportName, terms } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const worded = useFieldErrors({ ...answer?.errors })
  const entered: Record<string, string> = answer?.entered ?? {}
  return (
    <Page
      title={t(text.evaluate)}
      crumbs={[
        { to: '/coaches', label: t(instructorsText.title) },
        { to: `/coaches/${instructor.id}`, label: nameOf(instructor), lang: 'zh-CN' },
      ]}
      answer={`${placement.schoolName} · ${sportName}`}
    >
      {answer?.refusal && <Notice kind="problem">{t(text.refusal[answer.refusal])}</Notice>}
      {terms.map(({ id, logged }) => (
        <p key={id}>
          {id}: {t(text.evaluateAnswer, logged)}
        </p>
      ))}
      {terms.length === 0 ? (
        <EmptyState>{t(text.noTerm)}</EmptyState>
      ) : (
        <Form method="post">
          <SelectField name="term" label={t(text.term)} defaultValue={entered.term} error={worded('term')}>
            {terms.map(({ id }) => (
              <option key={id} value={id}>
                {id}
              </option>
            ))}
          </SelectField>
          <SelectField
            name="rating"
            label={t(text.rating)}
            defaultValue={entered.rating ?? 'GOOD'}
            error={worded('rating')}
          >
            {(Object.keys(ratingWords) as CoachRating[]).map(rating => (
              <option key={rating} value={rating}>
                {t(ratingWords[rating])}
              </option>
            ))}
          </SelectField>
          <Field
            name="opinion"
            label={t(text.opinion)}
            defaultValue={entered.opinion}
            error={worded('opinion')}
            maxLength={2000}
            required
          />
          <button className={button.primary}>{t(text.save)}</button>
        </Form>
      )}
    </Page>
  )
}
