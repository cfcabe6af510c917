import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { schoolYearOf, today } from '#app/calendar-day.ts'
import { openClass } from '#app/features/schools/open-class.server.ts'
import { fieldOfRefusal, NewClassForm } from '#app/features/schools/school-form.ts'
import { findSchool, stagesOfSchools } from '#app/features/schools/schools.queries.server.ts'
import { registryRefusals, schoolsText, stageWords } from '#app/features/schools/schools.text.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { say } from '#app/i18n/text.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field, SelectField } from '#app/ui/field.tsx'
import { Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeRegistry(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const school = await findSchool(db, scopeOf(actor), id, today())
  if (school === undefined) throw notFound()
  const stages = (await stagesOfSchools(db, { kind: 'school', schoolId: id }, today())).get(id) ?? []
  return { school, stages, year: schoolYearOf(today()) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeRegistry(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const locale = await localeOf(request)
  const posted = await request.formData()
  const form = await parseForm(posted, NewClassForm, locale)
  if (!form.ok) return data({ errors: form.errors, entered: form.entered }, { status: 422 })
  const { validFrom = `${form.value.entryYear}-09-01`, ...given } = form.value
  const by = { id: actor.id, name: actor.name }
  const result = await openClass(db, scopeOf(actor), by, {
    ...given,
    validFrom,
    schoolId: id,
    today: today(),
  })
  if (result.ok) throw redirect(`/registry/schools/${id}`)
  if (result.refusal === 'not-found') throw notFound()
  if (result.refusal === 'unit-not-yours') throw forbidden()
  const errors = { [fieldOfRefusal(result.refusal)]: say(locale, registryRefusals[result.refusal]) }
  return data({ errors, entered: enteredIn(posted) }, { status: 422 })
}

export default function OpenClass() {
  const { school, stages, year } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const values: Record<string, string | undefined> = answer?.entered ?? { entryYear: String(year) }
  const errors: Record<string, string | undefined> = answer?.errors ?? {}
  const number = (name: 'entryYear' | 'classNo' | 'pupils') => (
    <Field
      name={name}
      label={t(schoolsText[name])}
      type="number"
      required
      defaultValue={values[name]}
      error={errors[name]}
    />
  )
  return (
    <Page
      title={`${t(schoolsText.openClass)} · ${school.name}`}
      crumbs={[{ to: `/registry/schools/${school.id}`, label: school.name }]}
    >
      <Form method="post">
        <SelectField
          name="stage"
          label={t(schoolsText.stage)}
          defaultValue={values.stage}
          error={errors.stage}
        >
          {stages.map(stage => (
            <option key={stage} value={stage}>
              {t(stageWords[stage])}
            </option>
          ))}
        </SelectField>
        {number('entryYear')}
        {number('classNo')}
        {number('pupils')}
        <Field name="campus" label={t(schoolsText.campus)} maxLength={60} defaultValue={values.campus} />
        <Field
          name="validFrom"
          label={t(schoolsText.validFrom)}
          type="date"
          defaultValue={values.validFrom}
        />
        <button className={button.primary}>{t(schoolsText.save)}</button>
      </Form>
    </Page>
  )
}
