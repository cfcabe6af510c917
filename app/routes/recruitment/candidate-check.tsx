import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { isDay, now, today } from '#app/calendar-day.ts'
import { checkCandidate } from '#app/features/applications/check-candidate.server.ts'
import { readCandidate } from '#app/features/applications/read-candidate.server.ts'
import { wayText } from '#app/features/applications/way.text.ts'
import { CheckForm, checkResults } from '#app/features/instructors/check-form.tsx'
import { CheckState } from '#app/features/instructors/check-state.tsx'
import { entryCheckText } from '#app/features/instructors/entry-check.text.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { Notice, Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })
const Check = z.object({
  queriedOn: z.string().refine(isDay),
  result: z.enum(checkResults),
  reference: z.string().max(60).default(''),
})

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.recordEntryChecks(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const asked = { id, today: today(), now: now(), seesChecks: true }
  const candidate = await readCandidate(db, scopeOf(actor), asked)
  if (candidate === null) throw notFound()
  const { person, check, agreesToCheck } = candidate
  return { id, name: person.name, check, agreesToCheck, today: asked.today }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.recordEntryChecks(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const posted = await request.formData()
  const form = await parseForm(posted, Check, await localeOf(request))
  const entered = enteredIn(posted)
  if (!form.ok) return data({ errors: form.errors, refusal: null, entered }, { status: 422 })
  const input = { id, ...form.value, today: today(), now: now() }
  const result = await checkCandidate(db, scopeOf(actor), actor, input)
  if (result.ok) return redirect(`/recruitment/applications/${id}?done=1`)
  if (result.refusal === 'not-found') throw notFound()
  const errors: Record<string, string> = {}
  return data({ errors, refusal: result.refusal, entered }, { status: 422 })
}

export default function CandidateCheck() {
  const { id, name, check, agreesToCheck, today: day } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const refusal = answer?.refusal ?? null
  const isOfWay = refusal === 'not-a-finalist' || refusal === 'consent-missing'
  return (
    <Page
      title={t(entryCheckText.title)}
      crumbs={[{ to: `/recruitment/applications/${id}`, label: name, lang: 'zh-CN' }]}
      answer={check === null ? undefined : <CheckState {...check} />}
      asOf={t(entryCheckText.law)}
    >
      <p>{t(agreesToCheck ? wayText.consentHeld : wayText.consentMissing)}</p>
      {isOfWay && <Notice kind="problem">{t(wayText.checkRefusal[refusal])}</Notice>}
      <CheckForm
        today={day}
        entered={answer?.entered ?? {}}
        errors={answer?.errors ?? {}}
        refusal={isOfWay ? null : refusal}
      />
    </Page>
  )
}
