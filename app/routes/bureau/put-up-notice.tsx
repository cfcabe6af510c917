import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { batchText } from '#app/features/designation/batch.text.ts'
import { ObjectionList } from '#app/features/objections/objection-list.tsx'
import { noticeText as text } from '#app/features/title-applications/notice.text.ts'
import { ChosenSchools } from '#app/features/title-applications/notice-schools.tsx'
import { NoticeTable } from '#app/features/title-applications/notice-table.tsx'
import { putUpNotice } from '#app/features/title-applications/put-up-notice.server.ts'
import { readBatchNotices } from '#app/features/title-applications/read-notices.server.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseParams, parseSearch } from '#app/http/params.ts'
import { badRequest, forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field } from '#app/ui/field.tsx'
import { EmptyState, Notice, Page, Section } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })
const Search = z.object({ answered: z.literal('1').optional() })
const Words = z.object({
  channel: z.string().max(200).default(''),
  contact: z.string().max(200).default(''),
})

/** The notices of a batch, the objections to them, and the way to put up the next. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.publishTitles(actor)) throw forbidden()
  const { id: batchId } = parseParams(params, Params)
  const asked = { batchId, today: today(), locale: await localeOf(request) }
  const read = await readBatchNotices(db, scopeOf(actor), asked)
  if (read === null) throw notFound()
  return { ...read, answered: parseSearch(request, Search).answered === '1' }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.publishTitles(actor)) throw forbidden()
  const { id: batchId } = parseParams(params, Params)
  const posted = await request.formData()
  const form = await parseForm(posted, Words)
  if (!form.ok) throw badRequest()
  const applicationIds = posted.getAll('chosen').map(String)
  const input = { batchId, applicationIds, ...form.value, today: today(), now: now() }
  const result = await putUpNotice(db, scopeOf(actor), actor, input)
  if (result.ok) return redirect(`/titles/notices/${result.id}`)
  if (result.refusal === 'not-found') throw notFound()
  if (result.refusal === 'not-allowed') throw forbidden()
  const answer = { refusal: result.refusal, entered: enteredIn(posted), chosen: applicationIds }
  return data(answer, { status: 422 })
}

const placeOf: Record<string, string> = { 'channel-missing': 'channel', 'contact-missing': 'contact' }

export default function PutUpNotice() {
  const { batch, waiting, notices, objections, answered } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const problem = answer === undefined ? undefined : t(text.putUpRefusal[answer.refusal])
  const place = placeOf[answer?.refusal ?? '']
  const given = (name: string) => ({
    name,
    defaultValue: answer?.entered[name],
    error: place === name ? problem : undefined,
  })
  return (
    <Page
      title={t(text.notice)}
      crumbs={[
        { to: '/titles/batches', label: t(batchText.title) },
        { to: `/titles/batches/${batch.id}`, label: batch.name, lang: 'zh-CN' },
      ]}
      exports={{
        lists: [
          { of: 'waiting', label: t(text.waiting) },
          { of: 'notices', label: t(text.notices) },
          { of: 'objections', label: t(text.objections) },
        ],
      }}
    >
      {answered && answer === undefined && <Notice kind="done">{t(text.answered)}</Notice>}
      {problem !== undefined && place === undefined && <Notice kind="problem">{problem}</Notice>}
      <Section title={t(text.putUp)}>
        {waiting.length === 0 ? (
          <EmptyState>{t(text.nobodyWaits)}</EmptyState>
        ) : (
          <Form method="post">
            <p>{t(text.putUpMeans, { days: batch.publicityDays })}</p>
            <ChosenSchools label={t(text.putUp)} schools={waiting} chosen={answer?.chosen ?? null} />
            <Field
              {...given('channel')}
              label={t(text.channel)}
              hint={t(text.channelHint)}
              maxLength={200}
              required
            />
            <Field
              {...given('contact')}
              label={t(text.contact)}
              hint={t(text.contactHint)}
              maxLength={200}
              required
            />
            <button className={button.primary}>{t(text.putUp)}</button>
          </Form>
        )}
      </Section>
      {notices.length > 0 && (
        <Section title={t(text.notices)}>
          <NoticeTable label={t(text.notices)} notices={notices} />
        </Section>
      )}
      {notices.length > 0 && (
        <Section title={t(text.objections)}>
          <ObjectionList
            objections={objections.map(one => ({ ...one, about: one.schoolName ?? t(text.whole) }))}
            place="/titles/objections"
          />
        </Section>
      )}
    </Page>
  )
}
