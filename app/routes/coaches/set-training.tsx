import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { workText as text, trainingWords } from '#app/features/instructors/coach-work.text.ts'
import { SetTrainingForm } from '#app/features/instructors/coach-work-form.ts'
import { nameOf } from '#app/features/instructors/instructor-table.tsx'
import { useFieldErrors } from '#app/features/instructors/instructor-words.ts'
import { instructorsText } from '#app/features/instructors/instructors.text.ts'
import { readInstructor } from '#app/features/instructors/read-instructor.server.ts'
import { setTraining } from '#app/features/instructors/set-training.server.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field, SelectField } from '#app/ui/field.tsx'
import { Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'
import type { TrainingKind } from '#db/tables.ts'

const Params = z.object({ id: z.string().length(26) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeInstructors(actor)) throw forbidden()
  const asked = { id: parseParams(params, Params).id, today: today() }
  const found = await readInstructor(db, scopeOf(actor), asked)
  if (found === null) throw notFound()
  if (!found.isKept) throw forbidden()
  return { instructor: found.instructor }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeInstructors(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const posted = await request.formData()
  const form = await parseForm(posted, SetTrainingForm, await localeOf(request))
  const entered = enteredIn(posted)
  if (!form.ok) return data({ errors: form.errors, refusal: null, entered }, { status: 422 })
  const input = { ...form.value, instructorId: id, today: today() }
  const result = await setTraining(db, scopeOf(actor), actor, input)
  if (result.ok) return redirect(`/coaches/${id}?saved=1`)
  if (result.refusal === 'not-found') throw notFound()
  if (result.refusal === 'not-allowed') throw forbidden()
  return data({ errors: {}, refusal: result.refusal, entered }, { status: 422 })
}

export default function SetTraining() {
  const { instructor } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const errors: Record<string, string> = { ...answer?.errors }
  if (answer?.refusal) errors.dueOn = t(text.refusal[answer.refusal])
  const worded = useFieldErrors(errors)
  const entered: Record<string, string> = answer?.entered ?? {}
  const given = (name: string) => ({ name, defaultValue: entered[name] ?? '', error: worded(name) })
  return (
    <Page
      title={t(text.setTraining)}
      crumbs={[
        { to: '/coaches', label: t(instructorsText.title) },
        { to: `/coaches/${instructor.id}`, label: nameOf(instructor), lang: 'zh-CN' },
      ]}
      answer={t(text.setTrainingAnswer)}
    >
      <Form method="post">
        <SelectField {...given('kind')} label={t(text.trainingKind)} required>
          {(Object.keys(trainingWords) as TrainingKind[]).map(kind => (
            <option key={kind} value={kind}>
              {t(trainingWords[kind])}
            </option>
          ))}
        </SelectField>
        <Field {...given('dueOn')} type="date" label={t(text.dueOn)} required />
        <Field {...given('note')} label={t(text.note)} maxLength={200} />
        <button className={button.primary}>{t(text.save)}</button>
      </Form>
    </Page>
  )
}
