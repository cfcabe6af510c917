import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { openEnd, schoolYearOf, today } from '#app/calendar-day.ts'
import { followRoster } from '#app/features/activity/recompute-school-days.server.ts'
import { changeClass } from '#app/features/schools/change-class.server.ts'
import { className } from '#app/features/schools/class-name.rule.ts'
import { listClasses } from '#app/features/schools/classes.queries.server.ts'
import { ClassChangeForm } from '#app/features/schools/school-form.ts'
import { registryRefusals, schoolsText } from '#app/features/schools/schools.text.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { say } from '#app/i18n/text.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field } from '#app/ui/field.tsx'
import { Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26), classId: z.string().length(26) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeRegistry(actor)) throw forbidden()
  const { id, classId } = parseParams(params, Params)
  const classes = await listClasses(db, scopeOf(actor), { asOf: today(), schoolId: id, all: true })
  const one = classes.find(row => row.id === classId)
  if (one === undefined) throw notFound()
  return { one, name: className(one, schoolYearOf(today())) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeRegistry(actor)) throw forbidden()
  const { id, classId } = parseParams(params, Params)
  const locale = await localeOf(request)
  const posted = await request.formData()
  const form = await parseForm(posted, ClassChangeForm, locale)
  if (!form.ok) return data({ errors: form.errors, entered: form.entered }, { status: 422 })
  const result = await changeClass(
    db,
    scopeOf(actor),
    { id: actor.id, name: actor.name },
    {
      schoolId: id,
      classId,
      pupils: form.value.pupils,
      lastDay: form.value.lastDay ?? null,
      today: today(),
    },
    followRoster,
  )
  if (result.ok) throw redirect(`/registry/schools/${id}`)
  if (result.refusal === 'not-found') throw notFound()
  if (result.refusal === 'unit-not-yours') throw forbidden()
  const errors = { lastDay: say(locale, registryRefusals[result.refusal]) }
  return data({ errors, entered: enteredIn(posted) }, { status: 422 })
}

export default function ChangeClass() {
  const { one, name } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const standing = { pupils: String(one.pupils), lastDay: one.validTo === openEnd ? '' : one.validTo }
  const values: Record<string, string | undefined> = answer?.entered ?? standing
  const errors: Record<string, string | undefined> = answer?.errors ?? {}
  return (
    <Page
      title={`${t(schoolsText.changeClass)} · ${name}`}
      crumbs={[{ to: `/registry/schools/${one.schoolId}`, label: t(schoolsText.classes) }]}
    >
      <Form method="post">
        <Field
          name="pupils"
          label={t(schoolsText.pupils)}
          type="number"
          required
          defaultValue={values.pupils}
          error={errors.pupils}
        />
        <Field
          name="lastDay"
          label={t(schoolsText.validTo)}
          hint={t(schoolsText.lastDayHint)}
          type="date"
          defaultValue={values.lastDay}
          error={errors.lastDay}
        />
        <button className={button.primary}>{t(schoolsText.save)}</button>
      </Form>
    </Page>
  )
}
