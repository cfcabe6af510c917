import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { addPolicyVersion } from '#app/features/activity/add-policy-version.server.ts'
import { requirementsOn } from '#app/features/activity/daily-hour.rule.ts'
import { KindFields } from '#app/features/activity/kind-fields.tsx'
import { listKindSettings, listPolicyVersions } from '#app/features/activity/policies.queries.server.ts'
import { policyField, policyText } from '#app/features/activity/policy.text.ts'
import { PolicyFields } from '#app/features/activity/policy-fields.tsx'
import { PolicyForm } from '#app/features/activity/policy-form.ts'
import { PolicyTable, RequirementsTable } from '#app/features/activity/policy-tables.tsx'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { say } from '#app/i18n/text.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { Notice, Page, Section } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Search = z.object({
  saved: z.literal('1').optional(),
  refused: z.enum(['not-allowed', 'kind-unknown', 'never-counts', 'none-left']).optional(),
})

/** The floor and the target of each stage with their versions, and which kinds of activity count. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeDailyHour(actor)) throw forbidden()
  const versions = await listPolicyVersions(db)
  const day = today()
  return {
    versions,
    requirements: requirementsOn(versions, day),
    kinds: await listKindSettings(db),
    day,
    ...parseSearch(request, Search),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeDailyHour(actor)) throw forbidden()
  const locale = await localeOf(request)
  const posted = await request.formData()
  const form = await parseForm(posted, PolicyForm, locale)
  if (!form.ok) return data({ errors: form.errors, entered: form.entered }, { status: 422 })
  const by = { id: actor.id, name: actor.name }
  const added = await addPolicyVersion(db, scopeOf(actor), by, form.value)
  if (added.ok) return redirect('/settings/daily-hour?saved=1')
  const errors: Record<string, string> = {
    [policyField[added.refusal]]: say(locale, policyText.refusals[added.refusal]),
  }
  return data({ errors, entered: enteredIn(posted) }, { status: 422 })
}

export default function DailyHourSettings() {
  const { versions, requirements, kinds, day, saved, refused } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  return (
    <Page
      title={t(policyText.title)}
      answer={t(policyText.answer)}
      exports={{
        lists: (['required', 'versions', 'kinds'] as const).map(of => ({ of, label: t(policyText[of]) })),
      }}
    >
      {saved !== undefined && answer === undefined && <Notice kind="done">{t(policyText.saved)}</Notice>}
      {refused !== undefined && <Notice kind="problem">{t(policyText.kindRefusals[refused])}</Notice>}
      <Section title={t(policyText.inForce, { day })}>
        <RequirementsTable day={day} requirements={requirements} />
      </Section>
      <Section title={t(policyText.versions)}>
        <PolicyTable versions={versions} />
      </Section>
      <Section title={t(policyText.add)}>
        <p>{t(policyText.addNote)}</p>
        <PolicyFields today={day} entered={answer?.entered ?? {}} errors={answer?.errors ?? {}} />
      </Section>
      <Section title={t(policyText.kinds)}>
        <p>{t(policyText.kindsNote)}</p>
        <KindFields kinds={kinds} />
      </Section>
    </Page>
  )
}
