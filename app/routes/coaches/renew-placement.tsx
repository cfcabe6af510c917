import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { addDays, now, today } from '#app/calendar-day.ts'
import { workText as text } from '#app/features/instructors/coach-work.text.ts'
import { RenewForm } from '#app/features/instructors/coach-work-form.ts'
import { nameOf } from '#app/features/instructors/instructor-table.tsx'
import { instructorsText } from '#app/features/instructors/instructors.text.ts'
import { readCoachPlacement, tellJudgement } from '#app/features/instructors/read-instructor.server.ts'
import { renewCoach } from '#app/features/instructors/renew-coach.server.ts'
import { ConfirmTick, WorkJudgementNotice } from '#app/features/instructors/work-judgement.tsx'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field } from '#app/ui/field.tsx'
import { Notice, Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeInstructors(actor)) throw forbidden()
  const asked = { id: parseParams(params, Params).id, today: today(), locale: await localeOf(request) }
  const found = await readCoachPlacement(db, scopeOf(actor), asked)
  if (found === null) throw notFound()
  if (!found.isKept) throw forbidden()
  return found
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeInstructors(actor)) throw forbidden()
  const scope = scopeOf(actor)
  const { id } = parseParams(params, Params)
  const posted = await request.formData()
  const form = await parseForm(posted, RenewForm, await localeOf(request))
  const entered = enteredIn(posted)
  if (!form.ok) return data({ errors: form.errors, refusal: null, judged: null, entered }, { status: 422 })
  const { validTo, confirmed: isConfirmed } = form.value
  const input = { placementId: id, validTo, isConfirmed, today: today(), at: now() }
  const result = await renewCoach(db, scope, actor, input)
  if (result.ok) return redirect(`/coaches/${result.instructorId}?saved=1`)
  if (result.refusal === 'not-found') throw notFound()
  if (result.refusal === 'not-allowed') throw forbidden()
  const judged = 'judged' in result ? await tellJudgement(db, scope, result.judged, today()) : null
  return data({ errors: {}, refusal: result.refusal, judged, entered }, { status: 422 })
}

export default function RenewPlacement() {
  const { placement, instructor, sportName } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const errors: Record<string, string> = { ...answer?.errors }
  const entered: Record<string, string> = answer?.entered ?? {}
  return (
    <Page
      title={t(text.renew)}
      crumbs={[
        { to: '/coaches', label: t(instructorsText.title) },
        { to: `/coaches/${instructor.id}`, label: nameOf(instructor), lang: 'zh-CN' },
      ]}
      answer={t(text.renewAnswer, {
        school: placement.schoolName,
        sport: sportName,
        from: addDays(placement.validTo, 1),
      })}
    >
      {answer?.judged && <WorkJudgementNotice judged={answer.judged} />}
      {answer?.refusal && !answer.judged && <Notice kind="problem">{t(text.refusal[answer.refusal])}</Notice>}
      <Form method="post">
        <Field
          name="validTo"
          type="date"
          label={t(text.until)}
          defaultValue={entered.validTo}
          error={errors.validTo}
          required
        />
        {answer?.refusal === 'unconfirmed' && <ConfirmTick />}
        <button className={button.primary}>{t(text.renew)}</button>
      </Form>
    </Page>
  )
}
