import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, openEnd, today } from '#app/calendar-day.ts'
import { changeInstructor } from '#app/features/instructors/change-instructor.server.ts'
import { ContractFields } from '#app/features/instructors/contract-fields.tsx'
import { ChangeInstructorForm, factsOfForm, formOfFacts } from '#app/features/instructors/instructor-form.ts'
import { fieldOfRefusal } from '#app/features/instructors/instructor-refusal.ts'
import { nameOf } from '#app/features/instructors/instructor-table.tsx'
import { instructorsText as text } from '#app/features/instructors/instructors.text.ts'
import { instructorOptions, readInstructor } from '#app/features/instructors/read-instructor.server.ts'
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
  const scope = scopeOf(actor)
  const found = await readInstructor(db, scope, { id: parseParams(params, Params).id, today: today() })
  if (found === null) throw notFound()
  if (!found.isKept) throw forbidden()
  const options = await instructorOptions(db, scope, { today: today(), locale: await localeOf(request) })
  return { instructor: found.instructor, sports: options.sports }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeInstructors(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const posted = await request.formData()
  const form = await parseForm(posted, ChangeInstructorForm, await localeOf(request))
  const entered = enteredIn(posted)
  if (!form.ok) return data({ errors: form.errors, refusal: null, entered }, { status: 422 })
  const { from, validTo } = form.value
  const change = { ...factsOfForm(form.value), instructorId: id, from, validTo, today: today(), at: now() }
  const result = await changeInstructor(db, scopeOf(actor), actor, change)
  if (result.ok) return redirect(`/coaches/${result.id}?saved=1`)
  if (result.refusal === 'not-found') throw notFound()
  if (result.refusal === 'not-allowed') throw forbidden()
  return data({ errors: {}, refusal: result.refusal, entered }, { status: 422 })
}

export default function ChangeCoach() {
  const { instructor, sports } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const standing = {
    ...formOfFacts(instructor),
    from: instructor.validFrom,
    validTo: instructor.validTo === openEnd ? '' : instructor.validTo,
  }
  const entered: Record<string, string> = answer?.entered ?? standing
  const errors: Record<string, string> = { ...answer?.errors }
  if (answer?.refusal) errors[fieldOfRefusal(answer.refusal)] = t(text.refusal[answer.refusal])
  return (
    <Page
      title={t(text.change)}
      crumbs={[
        { to: '/coaches', label: t(text.title) },
        { to: `/coaches/${instructor.id}`, label: nameOf(instructor), lang: 'zh-CN' },
      ]}
      answer={t(text.changeAnswer)}
    >
      {answer?.refusal && <Notice kind="problem">{t(text.refusal[answer.refusal])}</Notice>}
      <Form method="post">
        <Field
          name="from"
          type="date"
          label={t(text.effective)}
          defaultValue={entered.from}
          error={errors.from}
          required
        />
        <ContractFields values={entered} errors={errors} sports={sports} />
        <Field
          name="validTo"
          type="date"
          label={t(text.until)}
          hint={t(text.untilHint)}
          defaultValue={entered.validTo}
          error={errors.validTo}
        />
        <button className={button.primary}>{t(text.save)}</button>
      </Form>
    </Page>
  )
}
