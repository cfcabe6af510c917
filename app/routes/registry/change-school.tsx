import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { listUnits } from '#app/features/regions/units.queries.server.ts'
import { changeSchool } from '#app/features/schools/change-school.server.ts'
import { SchoolFields } from '#app/features/schools/school-fields.tsx'
import { fieldOfRefusal, SchoolChangeForm } from '#app/features/schools/school-form.ts'
import { findSchool, stagesOfSchools } from '#app/features/schools/schools.queries.server.ts'
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
import type { Stage } from '#db/tables.ts'

const Params = z.object({ id: z.string().length(26) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeRegistry(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const school = await findSchool(db, scopeOf(actor), id, today())
  if (school === undefined) throw notFound()
  const stages = (await stagesOfSchools(db, { kind: 'school', schoolId: id }, today())).get(id) ?? []
  return { school, stages, units: await listUnits(db), today: today() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeRegistry(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const locale = await localeOf(request)
  const posted = await request.formData()
  const stages = posted.getAll('stages').map(String)
  const form = await parseForm(posted, SchoolChangeForm, locale)
  if (!form.ok) return data({ errors: form.errors, entered: form.entered, stages }, { status: 422 })
  const { code, name, shortName, type, unitCode, countsUnitCode, from, pupils, address } = form.value
  const result = await changeSchool(db, scopeOf(actor), { id: actor.id, name: actor.name }, id, {
    from,
    facts: { code: code ?? null, name, shortName, type, unitCode, countsUnitCode },
    stages: form.value.stages,
    details: { pupils: pupils ?? null, address },
  })
  if (result.ok) throw redirect(`/registry/schools/${id}`)
  if (result.refusal === 'not-found') throw notFound()
  const errors = { [fieldOfRefusal(result.refusal)]: say(locale, registryRefusals[result.refusal]) }
  return data({ errors, entered: enteredIn(posted), stages }, { status: 422 })
}

export default function ChangeSchool() {
  const { school, stages, units, today } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const standing = { ...school, code: school.code ?? '', pupils: String(school.pupils ?? '') }
  const values: Record<string, string | undefined> = answer?.entered ?? {
    code: standing.code,
    name: standing.name,
    shortName: standing.shortName,
    type: standing.type,
    unitCode: standing.unitCode,
    countsUnitCode: standing.countsUnitCode,
    pupils: standing.pupils,
    address: standing.address,
  }
  const errors: Record<string, string | undefined> = answer?.errors ?? {}
  return (
    <Page
      title={`${t(schoolsText.change)} · ${school.name}`}
      crumbs={[
        { to: '/registry/schools', label: t(schoolsText.schools) },
        { to: `/registry/schools/${school.id}`, label: school.name },
      ]}
    >
      <Form method="post">
        <Field
          name="from"
          label={t(schoolsText.from)}
          hint={t(schoolsText.fromHint)}
          type="date"
          required
          defaultValue={values.from ?? today}
          error={errors.from}
        />
        <SchoolFields
          units={units}
          values={values}
          errors={errors}
          stages={(answer?.stages ?? stages) as Stage[]}
        />
        <button className={button.primary}>{t(schoolsText.save)}</button>
      </Form>
    </Page>
  )
}
