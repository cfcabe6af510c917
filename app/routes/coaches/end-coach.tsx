import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { EndFields } from '#app/features/instructors/end-fields.tsx'
import { endInstructor } from '#app/features/instructors/end-instructor.server.ts'
import { EndInstructorForm } from '#app/features/instructors/instructor-form.ts'
import { nameOf } from '#app/features/instructors/instructor-table.tsx'
import { instructorsText as text } from '#app/features/instructors/instructors.text.ts'
import { readInstructor } from '#app/features/instructors/read-instructor.server.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeInstructors(actor)) throw forbidden()
  const asked = { id: parseParams(params, Params).id, today: today() }
  const found = await readInstructor(db, scopeOf(actor), asked)
  if (found === null) throw notFound()
  if (!found.isKept) throw forbidden()
  return { instructor: found.instructor, today: asked.today }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeInstructors(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const posted = await request.formData()
  const form = await parseForm(posted, EndInstructorForm, await localeOf(request))
  const entered = enteredIn(posted)
  if (!form.ok) return data({ errors: form.errors, refusal: null, entered }, { status: 422 })
  const input = { ...form.value, instructorId: id, today: today() }
  const result = await endInstructor(db, scopeOf(actor), actor, input)
  if (result.ok) return redirect(`/coaches/${id}?saved=1`)
  if (result.refusal === 'not-found') throw notFound()
  if (result.refusal === 'not-allowed') throw forbidden()
  return data({ errors: {}, refusal: result.refusal, entered }, { status: 422 })
}

export default function EndCoach() {
  const { instructor, today: day } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const errors: Record<string, string> = { ...answer?.errors }
  if (answer?.refusal) errors.lastDay = t(text.refusal[answer.refusal])
  return (
    <Page
      title={t(text.end)}
      crumbs={[
        { to: '/coaches', label: t(text.title) },
        { to: `/coaches/${instructor.id}`, label: nameOf(instructor), lang: 'zh-CN' },
      ]}
      answer={t(text.endAnswer)}
    >
      <Form method="post">
        <EndFields values={answer?.entered ?? { lastDay: day }} errors={errors} />
        <button className={button.danger}>{t(text.end)}</button>
      </Form>
    </Page>
  )
}
