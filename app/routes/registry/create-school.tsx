import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { listVisibleUnits } from '#app/features/regions/units.queries.server.ts'
import { createSchool } from '#app/features/schools/create-school.server.ts'
import { SchoolFields } from '#app/features/schools/school-fields.tsx'
import { fieldOfRefusal, NewSchoolForm } from '#app/features/schools/school-form.ts'
import { findSchoolByCode } from '#app/features/schools/schools.queries.server.ts'
import { registryRefusals, schoolsText } from '#app/features/schools/schools.text.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { forbidden } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { say } from '#app/i18n/text.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field } from '#app/ui/field.tsx'
import { Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'
import type { Stage } from '#db/tables.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeRegistry(actor)) throw forbidden()
  return { units: await listVisibleUnits(db, scopeOf(actor)), today: today() }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeRegistry(actor)) throw forbidden()
  const locale = await localeOf(request)
  const posted = await request.formData()
  const stages = posted.getAll('stages').map(String)
  const form = await parseForm(posted, NewSchoolForm, locale)
  if (!form.ok) return data({ errors: form.errors, entered: form.entered, stages }, { status: 422 })
  const { code, pupils, parentCode, campusName, ...facts } = form.value
  const scope = scopeOf(actor)
  const parent = parentCode === undefined ? null : await findSchoolByCode(db, scope, parentCode, today())
  const result =
    parent === undefined
      ? ({ ok: false, refusal: 'parent-unknown' } as const)
      : await createSchool(
          db,
          scope,
          { id: actor.id, name: actor.name },
          {
            ...facts,
            code: code ?? null,
            pupils: pupils ?? null,
            parentId: parent?.id ?? null,
            campusName: campusName ?? null,
            longitude: null,
            latitude: null,
            today: today(),
          },
        )
  if (result.ok) throw redirect(`/registry/schools/${result.id}`)
  const errors = { [fieldOfRefusal(result.refusal)]: say(locale, registryRefusals[result.refusal]) }
  return data({ errors, entered: enteredIn(posted), stages }, { status: 422 })
}

export default function CreateSchool() {
  const { units, today } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const values: Record<string, string | undefined> = answer?.entered ?? {}
  const errors: Record<string, string | undefined> = answer?.errors ?? {}
  return (
    <Page title={t(schoolsText.create)} crumbs={[{ to: '/registry/schools', label: t(schoolsText.schools) }]}>
      <Form method="post">
        <SchoolFields
          units={units}
          values={values}
          errors={errors}
          stages={(answer?.stages ?? ['primary']) as Stage[]}
        />
        <Field
          name="openedOn"
          label={t(schoolsText.openedOn)}
          type="date"
          required
          defaultValue={values.openedOn ?? today}
          error={errors.openedOn}
        />
        <Field
          name="parentCode"
          label={t(schoolsText.parent)}
          hint={t(schoolsText.parentHint)}
          maxLength={10}
          defaultValue={values.parentCode}
          error={errors.parentCode}
        />
        <Field
          name="campusName"
          label={t(schoolsText.campusName)}
          maxLength={60}
          defaultValue={values.campusName}
        />
        <button className={button.primary}>{t(schoolsText.save)}</button>
      </Form>
    </Page>
  )
}
