import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { type AddInstructorRefusal, addInstructor } from '#app/features/instructors/add-instructor.server.ts'
import { ContractFields } from '#app/features/instructors/contract-fields.tsx'
import { AddInstructorForm, factsOfForm } from '#app/features/instructors/instructor-form.ts'
import { fieldOfRefusal } from '#app/features/instructors/instructor-refusal.ts'
import { instructorsText as text } from '#app/features/instructors/instructors.text.ts'
import { instructorOptions } from '#app/features/instructors/read-instructor.server.ts'
import { listVisibleUnits } from '#app/features/regions/units.queries.server.ts'
import { findSchoolByCode } from '#app/features/schools/schools.queries.server.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { forbidden } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useLocale, useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { CodeField, Field, SelectField } from '#app/ui/field.tsx'
import { Notice, Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeInstructors(actor)) throw forbidden()
  const scope = scopeOf(actor)
  return {
    ...(await instructorOptions(db, scope, { today: today(), locale: await localeOf(request) })),
    units: await listVisibleUnits(db, scope),
    isSchool: actor.role === 'school',
    today: today(),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeInstructors(actor)) throw forbidden()
  const scope = scopeOf(actor)
  const posted = await request.formData()
  const form = await parseForm(posted, AddInstructorForm, await localeOf(request))
  const entered = enteredIn(posted)
  if (!form.ok) return data({ errors: form.errors, refusal: null, entered }, { status: 422 })
  const { school: code, unit: unitCode, namesake, validFrom, validTo } = form.value
  const school = code === '' ? undefined : await findSchoolByCode(db, scope, code, today())
  // A school enters its own people, whichever code it names.
  const schoolId = scope.kind === 'school' ? scope.schoolId : code === '' ? null : (school?.id ?? '')
  const result = await addInstructor(db, scope, actor, {
    ...factsOfForm(form.value),
    ...{ namesake, unitCode, schoolId, validFrom, validTo },
    today: today(),
    at: now(),
  })
  if (result.ok) return redirect(`/coaches/${result.id}?saved=1`)
  return data({ errors: {}, refusal: result.refusal, entered }, { status: 422 })
}

export default function AddCoach() {
  const { schools, sports, units, isSchool, today: day } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const locale = useLocale()
  const entered: Record<string, string> = answer?.entered ?? {}
  const refusal: AddInstructorRefusal | null = answer?.refusal ?? null
  const errors: Record<string, string> = { ...answer?.errors }
  if (refusal !== null) errors[fieldOfRefusal(refusal)] = t(text.refusal[refusal])
  return (
    <Page title={t(text.add)} crumbs={[{ to: '/coaches', label: t(text.title) }]} answer={t(text.addAnswer)}>
      {refusal !== null && <Notice kind="problem">{t(text.refusal[refusal])}</Notice>}
      <Form method="post">
        {!isSchool && (
          <>
            <CodeField
              name="school"
              label={t(text.school)}
              hint={t(text.schoolHint)}
              codes={schools}
              defaultValue={entered.school}
              error={errors.school}
            />
            <SelectField
              name="unit"
              label={t(text.unit)}
              hint={t(text.unitHint)}
              defaultValue={entered.unit ?? ''}
              error={errors.unit}
            >
              <option value="">{t(text.choose)}</option>
              {units.map(unit => (
                <option key={unit.code} value={unit.code}>
                  {locale === 'en' ? unit.nameEn : unit.name}
                </option>
              ))}
            </SelectField>
          </>
        )}
        <ContractFields values={entered} errors={errors} sports={sports} />
        <Field
          name="namesake"
          type="number"
          min={1}
          max={99}
          label={t(text.namesake)}
          hint={t(text.namesakeHint)}
          defaultValue={entered.namesake ?? '1'}
          error={errors.namesake}
        />
        <Field
          name="validFrom"
          type="date"
          label={t(text.from)}
          defaultValue={entered.validFrom ?? day}
          error={errors.validFrom}
          required
        />
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
