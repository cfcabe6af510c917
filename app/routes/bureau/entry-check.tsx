import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { isDay, now, today } from '#app/calendar-day.ts'
import { CheckForm, checkResults } from '#app/features/instructors/check-form.tsx'
import { CheckHistory } from '#app/features/instructors/check-history.tsx'
import { CheckState } from '#app/features/instructors/check-state.tsx'
import { checkStateOn, urgencyOf } from '#app/features/instructors/entry-check.rule.ts'
import { entryCheckText } from '#app/features/instructors/entry-check.text.ts'
import { entryChecksOf } from '#app/features/instructors/entry-checks.queries.server.ts'
import { checkedContract, recordEntryCheck } from '#app/features/instructors/record-entry-check.server.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseParams, parseSearch } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { Notice, Page, Section } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ personId: z.string().length(26) })
const Search = z.object({ saved: z.literal('1').optional() })
const Check = z.object({
  queriedOn: z.string().refine(isDay),
  result: z.enum(checkResults),
  reference: z.string().max(60).default(''),
})

/** The answers about one person, and the next one to be entered. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.recordEntryChecks(actor)) throw forbidden()
  const { personId } = parseParams(params, Params)
  const day = today()
  const contract = await checkedContract(db, scopeOf(actor), personId, day)
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
  const form = await parseForm(posted, Check, await localeOf(request))
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
  return (
    <Page
      title={name}
      titleLang="zh-CN"
      crumbs={[{ to: '/entry-checks', label: t(entryCheckText.title) }]}
      answer={<CheckState check={check} urgency={urgency} />}
      asOf={t(entryCheckText.law)}
    >
      {saved && answer === undefined && <Notice kind="done">{t(entryCheckText.saved)}</Notice>}
      <Section title={t(entryCheckText.record)}>
        <CheckForm
          today={day}
          entered={answer?.entered ?? {}}
          errors={answer?.errors ?? {}}
          refusal={answer?.refusal ?? null}
        />
      </Section>
      <Section title={t(entryCheckText.history)}>
        <CheckHistory checks={checks} />
      </Section>
    </Page>
  )
}
