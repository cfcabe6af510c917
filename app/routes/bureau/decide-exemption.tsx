import { type ActionFunctionArgs, data, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { decideExemption } from '#app/features/compliance/decide-exemption.server.ts'
import { decisionRefusals, exemptionText } from '#app/features/compliance/exemption.text.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { parseParams } from '#app/http/params.ts'
import { badRequest, forbidden, notFound } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { Notice, Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })
const Decision = z.object({ decision: z.enum(['approved', 'rejected']) })

export async function loader() {
  return redirect('/exemptions')
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.decideExemptions(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const form = await parseForm(request, Decision)
  if (!form.ok) throw badRequest()
  const { decision } = form.value
  const decided = await decideExemption(db, scopeOf(actor), actor, {
    id,
    decision,
    today: today(),
    now: now(),
  })
  if (decided.ok) return redirect('/exemptions?done=done')
  if (decided.refusal === 'not-found') throw notFound()
  if (decided.refusal === 'not-yours-to-decide') throw forbidden()
  return data({ refusal: decided.refusal }, { status: 422 })
}

export default function DecideExemption() {
  const answer = useActionData<typeof action>()
  const t = useSay()
  return (
    <Page title={t(exemptionText.decide)} crumbs={[{ to: '/exemptions', label: t(exemptionText.title) }]}>
      {answer !== undefined && <Notice kind="problem">{t(decisionRefusals[answer.refusal])}</Notice>}
    </Page>
  )
}
