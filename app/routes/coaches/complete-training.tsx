import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { workText as text, trainingWords } from '#app/features/instructors/coach-work.text.ts'
import { CompleteTrainingForm } from '#app/features/instructors/coach-work-form.ts'
import { nameOf } from '#app/features/instructors/instructor-table.tsx'
import { instructorsText } from '#app/features/instructors/instructors.text.ts'
import { readInstructor } from '#app/features/instructors/read-instructor.server.ts'
import { completeTraining } from '#app/features/instructors/set-training.server.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field } from '#app/ui/field.tsx'
import { Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26), trainingId: z.string().length(26) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeInstructors(actor)) throw forbidden()
  const { id, trainingId } = parseParams(params, Params)
  const found = await readInstructor(db, scopeOf(actor), { id, today: today() })
  const training = found?.trainings.find(one => one.id === trainingId)
  if (found === null || training === undefined) throw notFound()
  if (!found.isKept) throw forbidden()
  return { instructor: found.instructor, training, today: today() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeInstructors(actor)) throw forbidden()
  const { id, trainingId } = parseParams(params, Params)
  const posted = await request.formData()
  const form = await parseForm(posted, CompleteTrainingForm, await localeOf(request))
  const entered = enteredIn(posted)
  if (!form.ok) return data({ errors: form.errors, refusal: null, entered }, { status: 422 })
  const input = { ...form.value, instructorId: id, trainingId, today: today() }
  const result = await completeTraining(db, scopeOf(actor), actor, input)
  if (result.ok) return redirect(`/coaches/${id}?saved=1`)
  if (result.refusal === 'not-found') throw notFound()
  if (result.refusal === 'not-allowed') throw forbidden()
  return data({ errors: {}, refusal: result.refusal, entered }, { status: 422 })
}

export default function CompleteTraining() {
  const { instructor, training, today: day } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const errors: Record<string, string> = { ...answer?.errors }
  if (answer?.refusal) errors.doneOn = t(text.refusal[answer.refusal])
  const entered: Record<string, string> = answer?.entered ?? { doneOn: training.doneOn ?? day }
  return (
    <Page
      title={`${t(text.complete)} · ${t(trainingWords[training.kind])}`}
      crumbs={[
        { to: '/coaches', label: t(instructorsText.title) },
        { to: `/coaches/${instructor.id}`, label: nameOf(instructor), lang: 'zh-CN' },
      ]}
    >
      <Form method="post">
        <Field
          name="doneOn"
          type="date"
          label={t(text.doneOn)}
          hint={t(text.doneOnHint)}
          defaultValue={entered.doneOn}
          error={errors.doneOn}
        />
        <button className={button.primary}>{t(text.save)}</button>
      </Form>
    </Page>
  )
}
