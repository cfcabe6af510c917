import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { inCity, now, today } from '#app/calendar-day.ts'
import { batchStateOf } from '#app/features/designation/batch.rule.ts'
import { batchText } from '#app/features/designation/batch.text.ts'
import { findBatch } from '#app/features/designation/batches.queries.server.ts'
import { beginTitleApplication } from '#app/features/title-applications/save-title-draft.server.ts'
import {
  beginRefusalWords,
  titleApplicationText as text,
} from '#app/features/title-applications/title-applications.text.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Notice, Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })

/** Begins the school's application in a batch. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.applyForTitles(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const batch = await findBatch(db, id, { announcedOnly: true })
  if (batch === undefined) throw notFound()
  const { name, closesAt, mostSports } = batch
  return { batch: { id, name, closesAt, mostSports }, state: batchStateOf(batch, now()) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.applyForTitles(actor)) throw forbidden()
  const { id: batchId } = parseParams(params, Params)
  const asked = { batchId, today: today(), now: now() }
  const result = await beginTitleApplication(db, scopeOf(actor), actor, asked)
  if (result.ok) return redirect(`/titles/applications/${result.id}/edit`)
  if (result.refusal === 'not-found') throw notFound()
  if (result.refusal === 'not-allowed') throw forbidden()
  return data({ refusal: result.refusal, standing: result.id ?? null }, { status: 422 })
}

export default function ApplyForTitle() {
  const { batch, state } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  return (
    <Page
      title={t(text.begin)}
      crumbs={[
        { to: '/titles/batches', label: t(batchText.title) },
        { to: `/titles/batches/${batch.id}`, label: batch.name, lang: 'zh-CN' },
      ]}
      answer={`${t(batchText.states[state])} · ${t(text.until, { at: inCity(batch.closesAt) })}`}
    >
      {answer !== undefined && <Notice kind="problem">{t(beginRefusalWords[answer.refusal])}</Notice>}
      {answer?.standing && (
        <p>
          <Link to={`/titles/applications/${answer.standing}`}>{t(text.goOn)}</Link>
        </p>
      )}
      <p>{t(text.sportsHint, { most: batch.mostSports })}</p>
      {state === 'open' && (
        <Form method="post">
          <button className={button.primary}>{t(text.begin)}</button>
        </Form>
      )}
    </Page>
  )
}
