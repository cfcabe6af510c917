import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now } from '#app/calendar-day.ts'
import { recruitmentText } from '#app/features/posts/posts.text.ts'
import { mayAnnounce } from '#app/features/posts/round.rule.ts'
import { roundErrors } from '#app/features/posts/round-errors.ts'
import { RoundFields } from '#app/features/posts/round-fields.tsx'
import { RoundForm } from '#app/features/posts/round-form.ts'
import { createRound } from '#app/features/posts/save-round.server.ts'
import { listVisibleUnits } from '#app/features/regions/units.queries.server.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.announceRounds(actor)) throw forbidden()
  const scope = scopeOf(actor)
  const units = (await listVisibleUnits(db, scope)).filter(({ code, kind }) =>
    mayAnnounce(scope, { code, isOfCity: kind === 'city_direct' }),
  )
  return { units: units.map(({ code, name, nameEn }) => ({ code, name, nameEn })) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.announceRounds(actor)) throw forbidden()
  const locale = await localeOf(request)
  const posted = await request.formData()
  const form = await parseForm(posted, RoundForm, locale)
  const entered = enteredIn(posted)
  if (!form.ok) return data({ errors: roundErrors(locale, form.errors), entered }, { status: 422 })
  const saved = await createRound(db, scopeOf(actor), actor, { round: form.value, now: now() })
  if (saved.ok) return redirect('/recruitment')
  if (saved.refusal === 'not-found') throw notFound()
  return data({ errors: roundErrors(locale, {}, saved.problems), entered }, { status: 422 })
}

export default function AnnounceRound() {
  const { units } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  return (
    <Page
      title={t(recruitmentText.announce)}
      crumbs={[{ to: '/recruitment', label: t(recruitmentText.title) }]}
      answer={t(recruitmentText.announceAnswer)}
    >
      <RoundFields
        units={units}
        entered={answer?.entered ?? { onePostEach: 'on' }}
        errors={answer?.errors ?? {}}
      />
    </Page>
  )
}
