import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { addRuleVersion } from '#app/features/program/add-rule-version.server.ts'
import { coverageText } from '#app/features/program/coverage.text.ts'
import { readRules } from '#app/features/program/read-rules.server.ts'
import { ruleText } from '#app/features/program/rule.text.ts'
import { RuleFields } from '#app/features/program/rule-fields.tsx'
import { RuleForm } from '#app/features/program/rule-form.ts'
import { RulesTable } from '#app/features/program/rules-table.tsx'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { Notice, Page, Section } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Search = z.object({ saved: z.literal('1').optional() })

/** Every version of the rule, and for the city the way to add one. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeCoverage(actor)) throw forbidden()
  return {
    ...(await readRules(db, scopeOf(actor), await localeOf(request))),
    mayChange: can.changeProgramRules(actor),
    today: today(),
    saved: parseSearch(request, Search).saved === '1',
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeProgramRules(actor)) throw forbidden()
  const posted = await request.formData()
  const form = await parseForm(posted, RuleForm, await localeOf(request))
  const entered = enteredIn(posted)
  if (!form.ok) return data({ errors: form.errors, refusal: null, entered }, { status: 422 })
  const result = await addRuleVersion(db, scopeOf(actor), actor, form.value)
  if (result.ok) return redirect('/coverage/rules?saved=1')
  const errors: Record<string, string> = {}
  return data({ errors, refusal: result.refusal, entered }, { status: 422 })
}

export default function CoverageRules() {
  const { rules, unitNames, mayChange, today: day, saved } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  return (
    <Page
      title={t(ruleText.title)}
      crumbs={[{ to: '/coverage', label: t(coverageText.title) }]}
      answer={t(ruleText.answer)}
      exports
    >
      {saved && answer === undefined && <Notice kind="done">{t(ruleText.saved)}</Notice>}
      {answer?.refusal && <Notice kind="problem">{t(ruleText.refusal[answer.refusal])}</Notice>}
      <Section title={t(ruleText.versions)}>
        <RulesTable rules={rules} unitNames={unitNames} />
      </Section>
      {mayChange && (
        <Section title={t(ruleText.add)}>
          <RuleFields
            unitNames={unitNames}
            standing={rules.findLast(rule => rule.unitCode === '')}
            today={day}
            entered={answer?.entered ?? {}}
            errors={answer?.errors ?? {}}
          />
        </Section>
      )}
    </Page>
  )
}
