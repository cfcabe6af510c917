import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now } from '#app/calendar-day.ts'
import { batchText as text } from '#app/features/designation/batch.text.ts'
import { batchChoices } from '#app/features/designation/batch-choices.server.ts'
import { batchErrors } from '#app/features/designation/batch-errors.ts'
import { BatchFields } from '#app/features/designation/batch-fields.tsx'
import { BatchForm, enteredBatch, quotasIn } from '#app/features/designation/batch-form.ts'
import { findBatch } from '#app/features/designation/batches.queries.server.ts'
import { changeBatch } from '#app/features/designation/save-batch.server.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeTitleRules(actor)) throw forbidden()
  const batch = await findBatch(db, parseParams(params, Params).id, { announcedOnly: false })
  if (batch === undefined) throw notFound()
  const { id, announcedAt: _announced, setVersion: _version, ...standing } = batch
  return {
    id,
    name: batch.name,
    entered: enteredBatch(standing),
    ...(await batchChoices(db, await localeOf(request))),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeTitleRules(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const locale = await localeOf(request)
  const posted = await request.formData()
  const form = await parseForm(posted, BatchForm, locale)
  const entered = enteredIn(posted)
  if (!form.ok) return data({ errors: batchErrors(locale, form.errors), entered }, { status: 422 })
  const batch = { ...form.value, quotas: quotasIn(posted) }
  const saved = await changeBatch(db, scopeOf(actor), actor, { id, batch, now: now() })
  if (saved.ok) return redirect(`/titles/batches/${id}`)
  if (saved.refusal === 'not-found') throw notFound()
  if (saved.refusal !== 'problems') throw forbidden()
  return data({ errors: batchErrors(locale, {}, saved.problems), entered }, { status: 422 })
}

export default function ChangeBatch() {
  const { id, name, entered, sets, units } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  return (
    <Page
      title={t(text.change)}
      crumbs={[
        { to: '/titles/batches', label: t(text.title) },
        { to: `/titles/batches/${id}`, label: name, lang: 'zh-CN' },
      ]}
    >
      <BatchFields
        sets={sets}
        units={units}
        entered={answer?.entered ?? entered}
        errors={answer?.errors ?? {}}
      />
    </Page>
  )
}
