import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now } from '#app/calendar-day.ts'
import { batchText as text } from '#app/features/designation/batch.text.ts'
import { batchChoices } from '#app/features/designation/batch-choices.server.ts'
import { batchErrors } from '#app/features/designation/batch-errors.ts'
import { BatchFields } from '#app/features/designation/batch-fields.tsx'
import { BatchForm, quotasIn } from '#app/features/designation/batch-form.ts'
import { createBatch } from '#app/features/designation/save-batch.server.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { forbidden } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeTitleRules(actor)) throw forbidden()
  return batchChoices(db, await localeOf(request))
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeTitleRules(actor)) throw forbidden()
  const locale = await localeOf(request)
  const posted = await request.formData()
  const form = await parseForm(posted, BatchForm, locale)
  const entered = enteredIn(posted)
  if (!form.ok) return data({ errors: batchErrors(locale, form.errors), entered }, { status: 422 })
  const batch = { ...form.value, quotas: quotasIn(posted) }
  const saved = await createBatch(db, scopeOf(actor), actor, { batch, now: now() })
  if (saved.ok) return redirect(`/titles/batches/${saved.id}`)
  if (saved.refusal !== 'problems') throw forbidden()
  return data({ errors: batchErrors(locale, {}, saved.problems), entered }, { status: 422 })
}

/** What is usual: a batch of the city, five working days of notice. */
const usual = { level: 'CITY', mostSports: '2', publicityDays: '5', organisers: '市教育局、市体育局' }

export default function PrepareBatch() {
  const { sets, units } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  return (
    <Page title={t(text.add)} crumbs={[{ to: '/titles/batches', label: t(text.title) }]}>
      <BatchFields
        sets={sets}
        units={units}
        entered={answer?.entered ?? usual}
        errors={answer?.errors ?? {}}
      />
    </Page>
  )
}
