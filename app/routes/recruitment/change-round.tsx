import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { inCity, now, today } from '#app/calendar-day.ts'
import { recruitmentText } from '#app/features/posts/posts.text.ts'
import { mayAnnounce } from '#app/features/posts/round.rule.ts'
import { roundErrors } from '#app/features/posts/round-errors.ts'
import { RoundFields } from '#app/features/posts/round-fields.tsx'
import { enteredRound, RoundForm } from '#app/features/posts/round-form.ts'
import { findRound } from '#app/features/posts/rounds.queries.server.ts'
import { changeRound } from '#app/features/posts/save-round.server.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Page, Section } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.announceRounds(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const scope = scopeOf(actor)
  const round = await findRound(db, scope, id, today())
  if (round === undefined || !mayAnnounce(scope, { code: round.unitCode, isOfCity: round.isOfCity }))
    throw notFound()
  return { round }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.announceRounds(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const locale = await localeOf(request)
  const posted = await request.formData()
  const form = await parseForm(posted, RoundForm, locale)
  const entered = enteredIn(posted)
  if (!form.ok) return data({ errors: roundErrors(locale, form.errors), entered }, { status: 422 })
  const input = { id, round: form.value, today: today(), now: now() }
  const saved = await changeRound(db, scopeOf(actor), actor, input)
  if (saved.ok) return redirect('/recruitment')
  if (saved.refusal === 'not-found') throw notFound()
  return data({ errors: roundErrors(locale, {}, saved.problems), entered }, { status: 422 })
}

export default function ChangeRound() {
  const { round } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  return (
    <Page
      title={t(recruitmentText.changeRound)}
      crumbs={[{ to: '/recruitment', label: t(recruitmentText.title) }]}
      answer={t(recruitmentText.changeRoundAnswer)}
    >
      <RoundFields
        units={[]}
        entered={answer?.entered ?? enteredRound(round)}
        errors={answer?.errors ?? {}}
      />
      <Section title={t(recruitmentText.endRound)}>
        <p>{t(recruitmentText.endRoundMeans)}</p>
        {round.endedAt === null ? (
          <Form method="post" action={`/recruitment/rounds/${round.id}/end`}>
            <button className={button.button}>{t(recruitmentText.endRound)}</button>
          </Form>
        ) : (
          <p>{t(recruitmentText.endedAt, { at: inCity(round.endedAt) })}</p>
        )}
      </Section>
    </Page>
  )
}
