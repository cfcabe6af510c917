import { type ActionFunctionArgs, data, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { endRound } from '#app/features/posts/end-round.server.ts'
import { recruitmentText } from '#app/features/posts/posts.text.ts'
import { endRefusals } from '#app/features/posts/refusals.text.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { Notice, Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })

export async function loader() {
  return redirect('/recruitment')
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.announceRounds(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const ended = await endRound(db, scopeOf(actor), actor, { id, today: today(), now: now() })
  if (ended.ok) return redirect('/recruitment')
  if (ended.refusal === 'not-found') throw notFound()
  return data({ refusal: ended.refusal }, { status: 422 })
}

export default function EndRound() {
  const answer = useActionData<typeof action>()
  const t = useSay()
  return (
    <Page
      title={t(recruitmentText.endRound)}
      crumbs={[{ to: '/recruitment', label: t(recruitmentText.title) }]}
    >
      {answer !== undefined && <Notice kind="problem">{t(endRefusals[answer.refusal])}</Notice>}
    </Page>
  )
}
