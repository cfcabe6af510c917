import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { type AddRefusal, addPlacement } from '#app/features/program/add-placement.server.ts'
import { coverageText } from '#app/features/program/coverage.text.ts'
import { placementText } from '#app/features/program/placement.text.ts'
import { DocumentField, RoleField, StageField } from '#app/features/program/placement-fields.tsx'
import { AddForm } from '#app/features/program/placement-form.ts'
import { placementOptions } from '#app/features/program/placement-options.server.ts'
import { findSchoolByCode } from '#app/features/schools/schools.queries.server.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { CodeField, Field, SelectField } from '#app/ui/field.tsx'
import { Notice, Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Search = z.object({ sport: z.string().max(30).optional() })

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changePlacements(actor)) throw forbidden()
  const { sport = '' } = parseSearch(request, Search)
  const locale = await localeOf(request)
  return {
    today: today(),
    sport,
    ...(await placementOptions(db, scopeOf(actor), { today: today(), locale })),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changePlacements(actor)) throw forbidden()
  const posted = await request.formData()
  const form = await parseForm(posted, AddForm, await localeOf(request))
  const entered = enteredIn(posted)
  if (!form.ok) return data({ errors: form.errors, refusal: null, entered }, { status: 422 })
  const { school: code, ...given } = form.value
  const school = await findSchoolByCode(db, scopeOf(actor), code, today())
  const input = { ...given, schoolId: school?.id ?? '', today: today() }
  const result = await addPlacement(db, scopeOf(actor), actor, input)
  if (result.ok) return redirect(`/placements/${result.id}?saved=1`)
  return data({ errors: {}, refusal: result.refusal, entered }, { status: 422 })
}

const refusalAt: Record<AddRefusal, string> = {
  'school-unknown': 'school',
  'not-allowed': 'school',
  'sport-unknown': 'sport',
  'ends-before-start': 'validTo',
  'school-not-open': 'validFrom',
  'stage-not-run': 'stage',
  overlaps: 'validFrom',
}

export default function AddPlacement() {
  const { schools, sports, sport, today: day } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const entered: Record<string, string> = answer?.entered ?? {}
  const errors: Record<string, string> = { ...answer?.errors }
  if (answer?.refusal) errors[refusalAt[answer.refusal]] = t(placementText.refusal[answer.refusal])
  return (
    <Page
      title={t(placementText.add)}
      crumbs={[{ to: '/coverage', label: t(coverageText.title) }]}
      answer={t(placementText.addAnswer)}
    >
      {answer?.refusal && <Notice kind="problem">{t(placementText.refusal[answer.refusal])}</Notice>}
      <Form method="post">
        <CodeField
          name="school"
          label={t(placementText.school)}
          hint={t(placementText.schoolHint)}
          codes={schools}
          defaultValue={entered.school}
          error={errors.school}
          required
        />
        <SelectField
          name="sport"
          label={t(placementText.sport)}
          defaultValue={entered.sport ?? sport}
          error={errors.sport}
          required
        >
          <option value="">{t(placementText.choose)}</option>
          {sports.map(one => (
            <option key={one.code} value={one.code}>
              {one.name}
            </option>
          ))}
        </SelectField>
        <StageField value={entered.stage} error={errors.stage} />
        <RoleField value={entered.role} error={errors.role} />
        <Field
          name="validFrom"
          type="date"
          label={t(placementText.from)}
          defaultValue={entered.validFrom ?? day}
          error={errors.validFrom}
          required
        />
        <Field
          name="validTo"
          type="date"
          label={t(placementText.until)}
          hint={t(placementText.untilHint)}
          defaultValue={entered.validTo}
          error={errors.validTo}
        />
        <DocumentField value={entered.document} error={errors.document} />
        <button className={button.primary}>{t(placementText.save)}</button>
      </Form>
    </Page>
  )
}
