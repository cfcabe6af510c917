import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { isDay, now, today } from '#app/calendar-day.ts'
import { batchText } from '#app/features/designation/batch.text.ts'
import { designateBatch } from '#app/features/title-applications/designate-batch.server.ts'
import { noticeText as text } from '#app/features/title-applications/notice.text.ts'
import { ChosenSchools } from '#app/features/title-applications/notice-schools.tsx'
import { readToDesignate } from '#app/features/title-applications/read-notices.server.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field } from '#app/ui/field.tsx'
import { EmptyState, Notice, Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })
const Naming = z.object({
  document: z.string().max(80).default(''),
  namedOn: z.string().refine(isDay),
})

/** The schools of a batch whose notice is over are given their titles. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.publishTitles(actor)) throw forbidden()
  const { id: batchId } = parseParams(params, Params)
  const asked = { batchId, today: today(), locale: await localeOf(request) }
  const read = await readToDesignate(db, scopeOf(actor), asked)
  if (read === null) throw notFound()
  return { ...read, today: asked.today }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.publishTitles(actor)) throw forbidden()
  const { id: batchId } = parseParams(params, Params)
  const posted = await request.formData()
  const form = await parseForm(posted, Naming, await localeOf(request))
  const chosen = posted.getAll('chosen').map(String)
  const kept = { entered: enteredIn(posted), chosen }
  if (!form.ok) return data({ ...kept, errors: form.errors, result: null }, { status: 422 })
  const input = { batchId, applicationIds: chosen, ...form.value, today: today(), now: now() }
  const result = await designateBatch(db, scopeOf(actor), actor, input)
  if (result.ok) return redirect(`/titles/batches/${batchId}/list?named=1`)
  if (result.refusal === 'not-found') throw notFound()
  if (result.refusal === 'not-allowed') throw forbidden()
  const errors: Record<string, string> = {}
  return data({ ...kept, errors, result }, { status: 422 })
}

const placeOf: Record<string, string> = {
  'document-missing': 'document',
  'document-unreadable': 'document',
  'document-from-later': 'document',
  'day-ahead': 'namedOn',
  'titles-over': 'namedOn',
}

export default function DesignateBatch() {
  const { batch, schools, today: day } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const result = answer?.result ?? null
  const problem = result === null ? undefined : t(text.designateRefusal[result.refusal])
  const place = placeOf[result?.refusal ?? '']
  const given = (name: string, usual = '') => ({
    name,
    defaultValue: answer?.entered[name] ?? usual,
    error: answer?.errors[name] ?? (place === name ? problem : undefined),
  })
  const ready = schools.filter(one => one.why === null).length
  return (
    <Page
      title={t(text.designate)}
      crumbs={[
        { to: '/titles/batches', label: t(batchText.title) },
        { to: `/titles/batches/${batch.id}`, label: batch.name, lang: 'zh-CN' },
      ]}
      answer={t(text.designateAnswer, { ready, all: schools.length })}
    >
      {result !== null && place === undefined && (
        <Notice kind="problem">
          {problem}
          {result.refusal === 'schools' && (
            <ul>
              {result.schools.map(one => (
                <li key={one.id}>{`${one.schoolName}：${t(text.why[one.why])}`}</li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      {schools.length === 0 ? (
        <EmptyState>{t(text.nobodyToName)}</EmptyState>
      ) : (
        <Form method="post">
          <p>{t(text.validity, { from: batch.validFrom, to: batch.validTo })}</p>
          <ChosenSchools label={t(text.designate)} schools={schools} chosen={answer?.chosen ?? null} />
          <Field
            {...given('document')}
            label={t(text.document)}
            hint={t(text.documentHint)}
            maxLength={80}
            required
          />
          <Field {...given('namedOn', day)} type="date" label={t(text.namedOn)} required />
          <button className={button.primary}>{t(text.designate)}</button>
        </Form>
      )}
    </Page>
  )
}
