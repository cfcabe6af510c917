import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { isDay, today } from '#app/calendar-day.ts'
import { addCountRule } from '#app/features/designation/add-count-rule.server.ts'
import { designationText as text } from '#app/features/designation/designation.text.ts'
import { listCountRules } from '#app/features/designation/designations.queries.server.ts'
import { levels } from '#app/features/designation/level.rule.ts'
import { levelWords } from '#app/features/designation/level.text.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { forbidden } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field, SelectField } from '#app/ui/field.tsx'
import { Notice, Page, Section } from '#app/ui/page.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import { db } from '#db/index.server.ts'

const Rule = z.object({
  validFrom: z.string().refine(isDay),
  leastLevel: z.enum(['NATIONAL', 'PROVINCIAL', 'CITY', 'COUNTY']),
  target: z.coerce.number().int().min(1).max(10_000),
  teamDays: z.coerce.number().int().min(0).max(60),
  source: z.string().trim().min(1).max(200),
})

/** Which titles count, in every version, and for the city the way to add one. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeTitles(actor)) throw forbidden()
  return { rules: await listCountRules(db), mayChange: can.changeTitleRules(actor), today: today() }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeTitleRules(actor)) throw forbidden()
  const posted = await request.formData()
  const form = await parseForm(posted, Rule, await localeOf(request))
  const entered = enteredIn(posted)
  if (!form.ok) return data({ errors: form.errors, refusal: null, entered }, { status: 422 })
  const result = await addCountRule(db, scopeOf(actor), actor, form.value)
  if (result.ok) return redirect('/titles/rules')
  const errors: Record<string, string> = {}
  return data({ errors, refusal: result.refusal, entered }, { status: 422 })
}

export default function TitlesRules() {
  const { rules, mayChange, today: day } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const latest = rules.at(-1)
  const given = (name: string, usual: string | number = '') => ({
    name,
    defaultValue: answer?.entered[name] ?? String(usual),
    error: answer?.errors[name],
  })
  return (
    <Page title={t(text.rules)} crumbs={[{ to: '/titles', label: t(text.title) }]} exports>
      {answer?.refusal && <Notice kind="problem">{t(text.ruleRefusal[answer.refusal])}</Notice>}
      <TableFrame label={t(text.rules)}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t(text.ruleFrom)}</th>
              <th scope="col">{t(text.leastLevel)}</th>
              <th scope="col" className={table.number}>
                {t(text.target)}
              </th>
              <th scope="col" className={table.number}>
                {t(text.teamDays)}
              </th>
              <th scope="col">{t(text.source)}</th>
            </tr>
          </thead>
          <tbody>
            {rules.map(rule => (
              <tr key={rule.validFrom}>
                <th scope="row">{rule.validFrom}</th>
                <td>{t(levelWords[rule.leastLevel])}</td>
                <td className={table.number}>{rule.target}</td>
                <td className={table.number}>{rule.teamDays}</td>
                <td>{rule.source}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      {mayChange && (
        <Section title={t(text.addRule)}>
          <Form method="post">
            <Field {...given('validFrom', day)} type="date" label={t(text.ruleFrom)} required />
            <SelectField {...given('leastLevel', latest?.leastLevel)} label={t(text.leastLevel)}>
              {levels.map(level => (
                <option key={level} value={level}>
                  {t(levelWords[level])}
                </option>
              ))}
            </SelectField>
            <Field
              {...given('target', latest?.target)}
              type="number"
              min={1}
              label={t(text.target)}
              required
            />
            <Field
              {...given('teamDays', latest?.teamDays)}
              type="number"
              min={0}
              label={t(text.teamDays)}
              required
            />
            <Field {...given('source')} label={t(text.source)} maxLength={200} required />
            <button className={button.primary}>{t(text.save)}</button>
          </Form>
        </Section>
      )}
    </Page>
  )
}
