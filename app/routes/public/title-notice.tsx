import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { now, today } from '#app/calendar-day.ts'
import { ObjectionForm } from '#app/features/objections/objection-form.tsx'
import { objectionsText } from '#app/features/objections/objections.text.ts'
import { noticeText as text } from '#app/features/title-applications/notice.text.ts'
import { BesidePaper, NoticePaper, UnderPaper } from '#app/features/title-applications/notice-paper.tsx'
import { receiveTitleObjection } from '#app/features/title-applications/objections.server.ts'
import { readNotice } from '#app/features/title-applications/read-notices.server.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseParams, parseSearch } from '#app/http/params.ts'
import { badRequest, notFound } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { SelectField } from '#app/ui/field.tsx'
import { Notice, Page, Section } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })
const Search = z.object({ received: z.literal('1').optional() })
const Objection = z.object({
  about: z
    .string()
    .regex(/^\d{0,4}$/)
    .default('')
    .transform(about => (about === '' ? null : Number(about))),
  name: z.string().max(60).default(''),
  contact: z.string().max(120).default(''),
  text: z.string().max(2000).default(''),
})

/** A public notice of titles, while it runs and ever after; schools and sports, never a person. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { id } = parseParams(params, Params)
  const read = await readNotice(db, id, today())
  if (read === null) throw notFound()
  return { ...read, received: parseSearch(request, Search).received === '1' }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { id } = parseParams(params, Params)
  const posted = await request.formData()
  const form = await parseForm(posted, Objection)
  if (!form.ok) throw badRequest()
  const { about: position, ...said } = form.value
  const client = context.client ?? ''
  const input = { noticeId: id, position, ...said, client, today: today(), now: now() }
  const result = await receiveTitleObjection(db, input)
  if (result.ok) return redirect(`/titles/notices/${id}?received=1`)
  if (result.refusal === 'not-found') throw notFound()
  if (result.refusal === 'not-on-the-notice') throw badRequest()
  const status = result.refusal === 'client-busy' ? 429 : 422
  return data({ refusal: result.refusal, entered: enteredIn(posted) }, { status })
}

export default function TitleNotice() {
  const { notice, isRunning, lines, objections, received } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const refusal = answer?.refusal
  const isOfPage = refusal === 'notice-over' || refusal === 'client-busy'
  return (
    <Page
      title={t(text.notice)}
      crumbs={[{ to: '/titles/notices', label: t(text.title) }]}
      answer={t(isRunning ? text.runs : text.isOver, { to: notice.endsOn })}
      isOnScreenOnly
    >
      {received && answer === undefined && (
        <BesidePaper>
          <Notice kind="done">{t(text.received)}</Notice>
        </BesidePaper>
      )}
      {isOfPage && <Notice kind="problem">{t(text.receiveRefusal[refusal])}</Notice>}
      <NoticePaper notice={notice} lines={lines} />
      {!isRunning && (
        <UnderPaper>
          <Section title={t(text.outcome)}>
            <p>{t(text.counted, objections)}</p>
          </Section>
        </UnderPaper>
      )}
      {(isRunning || answer !== undefined) && (
        <BesidePaper>
          <Section title={t(objectionsText.object)}>
            <ObjectionForm entered={answer?.entered} refusal={isOfPage ? undefined : refusal}>
              <SelectField name="about" label={t(text.about)} defaultValue={answer?.entered.about ?? ''}>
                <option value="">{t(text.whole)}</option>
                {lines.map(line => (
                  <option key={line.position} value={line.position} lang="zh-CN">
                    {line.schoolName}
                  </option>
                ))}
              </SelectField>
            </ObjectionForm>
          </Section>
        </BesidePaper>
      )}
    </Page>
  )
}
