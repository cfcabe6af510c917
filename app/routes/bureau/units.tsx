import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { isDay, today } from '#app/calendar-day.ts'
import { changeObligation } from '#app/features/regions/change-obligation.server.ts'
import { isObliged } from '#app/features/regions/obligation.rule.ts'
import { regionsText } from '#app/features/regions/regions.text.ts'
import { listUnits } from '#app/features/regions/units.queries.server.ts'
import { UnitsTable } from '#app/features/regions/units-table.tsx'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useLocale, useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field, SelectField } from '#app/ui/field.tsx'
import { Notice, Page, Section } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Search = z.object({ saved: z.literal('1').optional() })
const Obligation = z.object({
  unitCode: z.string().max(8),
  obliged: z.enum(['yes', 'no']),
  from: z.string().refine(isDay),
})

/** The reporting units, and for the city which of them carry the plan from when on. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeReference(actor)) throw forbidden()
  const units = await listUnits(db)
  return {
    units,
    obliged: units.filter(unit => isObliged(unit, today())).length,
    mayChange: can.changeObligation(actor),
    today: today(),
    saved: parseSearch(request, Search).saved === '1',
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeObligation(actor)) throw forbidden()
  const posted = await request.formData()
  const form = await parseForm(posted, Obligation, await localeOf(request))
  const entered = enteredIn(posted)
  if (!form.ok) return data({ errors: form.errors, refusal: null, entered }, { status: 422 })
  const { unitCode, obliged, from } = form.value
  const result = await changeObligation(db, actor, { unitCode, obliged: obliged === 'yes', from })
  if (result.ok) return redirect('/registry/units?saved=1')
  const errors: Record<string, string> = {}
  return data({ errors, refusal: result.refusal, entered }, { status: 422 })
}

export default function Units() {
  const { units, obliged, mayChange, today: day, saved } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const locale = useLocale()
  const entered: Record<string, string> = answer?.entered ?? {}
  return (
    <Page exports title={t(regionsText.title)} answer={t(regionsText.answer, { obliged })}>
      {saved && answer === undefined && <Notice kind="done">{t(regionsText.saved)}</Notice>}
      {answer?.refusal && <Notice kind="problem">{t(regionsText.refusal[answer.refusal])}</Notice>}
      <UnitsTable units={units} />
      {mayChange && (
        <Section title={t(regionsText.change)}>
          <p>{t(regionsText.changeMeans)}</p>
          <Form method="post">
            <SelectField name="unitCode" label={t(regionsText.unit)} defaultValue={entered.unitCode}>
              {units.map(unit => (
                <option key={unit.code} value={unit.code}>
                  {locale === 'en' ? unit.nameEn : unit.name}
                </option>
              ))}
            </SelectField>
            <SelectField name="obliged" label={t(regionsText.what)} defaultValue={entered.obliged}>
              <option value="yes">{t(regionsText.take)}</option>
              <option value="no">{t(regionsText.release)}</option>
            </SelectField>
            <Field
              name="from"
              type="date"
              label={t(regionsText.from)}
              defaultValue={entered.from ?? day}
              error={answer?.errors.from}
              required
            />
            <button className={button.primary}>{t(regionsText.save)}</button>
          </Form>
        </Section>
      )}
    </Page>
  )
}
