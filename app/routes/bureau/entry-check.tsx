import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { isDay, now, today } from '#app/calendar-day.ts'
import { CheckHistory } from '#app/features/instructors/check-history.tsx'
import { CheckState } from '#app/features/instructors/check-state.tsx'
import { checkStateOn, urgencyOf } from '#app/features/instructors/entry-check.rule.ts'
import { entryCheckText } from '#app/features/instructors/entry-check.text.ts'
import { entryChecksOf } from '#app/features/instructors/entry-checks.queries.server.ts'
import { contractsOfPerson } from '#app/features/instructors/instructors.queries.server.ts'
import { recordEntryCheck } from '#app/features/instructors/record-entry-check.server.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseParams, parseSearch } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field, SelectField } from '#app/ui/field.tsx'
import { Notice, Page, Section } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ personId: z.string().length(26) })
const Search = z.object({ saved: z.literal('1').optional() })
const results = ['CLEAR', 'PENDING', 'NOT_CLEAR'] as const
const CheckForm = z.object({
  queriedOn: z.string().refine(isDay),
  result: z.enum(results),
  reference: z.string().max(60).default(''),
})

/** The answers about one person, and the next one to be entered. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.recordEntryChecks(actor)) throw forbidden()
  const { personId } = parseParams(params, Params)
  const day = today()
  const contract = (await contractsOfPerson(db, scopeOf(actor), personId, day)).at(-1)
  if (contract === undefined) throw notFound()
  const checks = await entryChecksOf(db, personId)
  const check = checkStateOn(checks, day)
  return {
    name: contract.name,
    checks,
    check,
    urgency: urgencyOf(check, day),
    today: day,
    saved: parseSearch(request, Search).saved === '1',
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.recordEntryChecks(actor)) throw forbidden()
  const { personId } = parseParams(params, Params)
  const posted = await request.formData()
  const form = await parseForm(posted, CheckForm, await localeOf(request))
  const entered = enteredIn(posted)
  if (!form.ok) return data({ errors: form.errors, refusal: null, entered }, { status: 422 })
  const input = { ...form.value, personId, today: today(), now: now() }
  const result = await recordEntryCheck(db, scopeOf(actor), actor, input)
  if (result.ok) return redirect(`/entry-checks/${personId}?saved=1`)
  if (result.refusal === 'not-found') throw notFound()
  const errors: Record<string, string> = {}
  return data({ errors, refusal: result.refusal, entered }, { status: 422 })
}

export default function EntryCheck() {
  const { name, checks, check, urgency, today: day, saved } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const entered: Record<string, string> = answer?.entered ?? {}
  const refused = answer?.refusal ? t(entryCheckText.refusal[answer.refusal]) : undefined
  const isOfDay = answer?.refusal === 'day-to-come' || answer?.refusal === 'day-too-old'
  return (
    <Page
      title={`${name} · ${t(entryCheckText.title)}`}
      crumbs={[{ to: '/entry-checks', label: t(entryCheckText.title) }]}
      answer={<CheckState check={check} urgency={urgency} />}
      asOf={t(entryCheckText.law)}
    >
      {saved && answer === undefined && <Notice kind="done">{t(entryCheckText.saved)}</Notice>}
      {refused !== undefined && <Notice kind="problem">{refused}</Notice>}
      <Section title={t(entryCheckText.record)}>
        <Form method="post">
          <Field
            name="queriedOn"
            type="date"
            label={t(entryCheckText.queriedOn)}
            defaultValue={entered.queriedOn ?? day}
            max={day}
            error={answer?.errors.queriedOn ?? (isOfDay ? refused : undefined)}
            required
          />
          <SelectField name="result" label={t(entryCheckText.result)} defaultValue={entered.result}>
            {results.map(result => (
              <option key={result} value={result}>
                {t(entryCheckText.results[result])}
              </option>
            ))}
          </SelectField>
          <Field
            name="reference"
            label={t(entryCheckText.reference)}
            hint={t(entryCheckText.referenceHint)}
            defaultValue={entered.reference}
            error={answer?.errors.reference ?? (isOfDay ? undefined : refused)}
            maxLength={60}
          />
          <button className={button.primary}>{t(entryCheckText.save)}</button>
        </Form>
      </Section>
      <Section title={t(entryCheckText.history)}>
        <CheckHistory checks={checks} />
      </Section>
    </Page>
  )
}
