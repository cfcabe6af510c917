import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { ScoreCell } from '#app/features/applications/candidate-table.tsx'
import { enterScore } from '#app/features/applications/enter-score.server.ts'
import { readCandidate } from '#app/features/applications/read-candidate.server.ts'
import { wayText } from '#app/features/applications/way.text.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { parseParams } from '#app/http/params.ts'
import { badRequest, forbidden, notFound } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Facts } from '#app/ui/facts.tsx'
import { Field, SelectField } from '#app/ui/field.tsx'
import { Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })
const components = ['WRITTEN', 'SKILL', 'EXTRA'] as const
const Score = z.object({ component: z.enum(components), score: z.string().max(40).default('') })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.preparePosts(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const asked = { id, today: today(), now: now(), seesChecks: false }
  const candidate = await readCandidate(db, scopeOf(actor), asked)
  if (candidate === null) throw notFound()
  const { application, person, scores } = candidate
  return { id, name: person.name, scores, isWritten: application.state === 'WRITTEN' }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.preparePosts(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const form = await parseForm(request, Score)
  if (!form.ok) throw badRequest()
  const { component, score } = form.value
  const result = await enterScore(db, scopeOf(actor), actor, { id, component, text: score, now: now() })
  if (result.ok) return redirect(`/recruitment/applications/${id}?done=1`)
  if (result.refusal === 'not-found') throw notFound()
  if (result.refusal === 'not-allowed') throw forbidden()
  return data({ refusal: result.refusal, entered: form.value }, { status: 422 })
}

export default function CandidateScore() {
  const { id, name, scores, isWritten } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  return (
    <Page
      title={t(wayText.enterScore)}
      crumbs={[{ to: `/recruitment/applications/${id}`, label: name, lang: 'zh-CN' }]}
    >
      <Facts
        facts={components
          .filter(component => scores[component] !== undefined)
          .map(component => [
            t(wayText.components[component]),
            <ScoreCell key={component} score={scores[component]} />,
          ])}
      />
      <Form method="post">
        <SelectField
          name="component"
          label={t(wayText.component)}
          defaultValue={answer?.entered.component ?? (isWritten ? 'WRITTEN' : 'SKILL')}
        >
          {components.map(component => (
            <option key={component} value={component}>
              {t(wayText.components[component])}
            </option>
          ))}
        </SelectField>
        <Field
          name="score"
          label={t(wayText.score)}
          hint={t(wayText.scoreHint)}
          defaultValue={answer?.entered.score}
          error={answer === undefined ? undefined : t(wayText.scoreRefusal[answer.refusal])}
          required
        />
        <button className={button.primary}>{t(wayText.save)}</button>
      </Form>
    </Page>
  )
}
