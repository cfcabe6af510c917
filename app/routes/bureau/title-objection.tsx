import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { type Actor, scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { inCity, now, today } from '#app/calendar-day.ts'
import { AnswerForm, ContactLook } from '#app/features/objections/answer-form.tsx'
import { verdicts } from '#app/features/objections/objection.rule.ts'
import { objectionsText } from '#app/features/objections/objections.text.ts'
import { noticeText as text } from '#app/features/title-applications/notice.text.ts'
import { findTitleObjection } from '#app/features/title-applications/objections.queries.server.ts'
import { answerTitleObjection, readTitleContact } from '#app/features/title-applications/objections.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { parseParams } from '#app/http/params.ts'
import { badRequest, forbidden, notFound } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { Facts } from '#app/ui/facts.tsx'
import { Notice, Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

/** An answer that ends an application is kept as its reason. */
const mostLetters = 1000
const Params = z.object({ id: z.string().length(26) })
const Look = z.object({ look: z.literal('contact'), reason: z.string().max(200).default('') })
const Answer = z.object({ status: z.enum(verdicts), answer: z.string().max(mostLetters).default('') })

/** An objection to a notice of titles: who objects is known to the city that looks into it, and to nobody else. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.publishTitles(actor)) throw forbidden()
  const objection = await findTitleObjection(db, parseParams(params, Params).id)
  if (objection === undefined) throw notFound()
  return { objection }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.publishTitles(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const posted = await request.formData()
  const look = await parseForm(posted, Look)
  if (look.ok) return showContact(actor, { id, reason: look.value.reason })
  const form = await parseForm(posted, Answer)
  if (!form.ok) throw badRequest()
  const input = { id, ...form.value, today: today(), now: now() }
  const result = await answerTitleObjection(db, scopeOf(actor), actor, input)
  if (result.ok) return redirect(`/titles/batches/${result.objection.batchId}/notice?answered=1`)
  if (result.refusal === 'not-found') throw notFound()
  if (result.refusal === 'not-allowed') throw forbidden()
  return data({ refusal: result.refusal, entered: form.value }, { status: 422 })
}

/** Shows the contact in the answer itself: no address leads to it again, and nothing keeps it. */
async function showContact(actor: Actor, asked: { id: string; reason: string }) {
  const result = await readTitleContact(db, scopeOf(actor), actor, asked)
  const headers = { 'Cache-Control': 'no-store' }
  if (result.ok) return data({ contact: result.value }, { headers })
  if (result.refusal === 'not-found') throw notFound()
  if (result.refusal === 'not-allowed') throw forbidden()
  return data({ contactRefusal: result.refusal, reason: asked.reason }, { status: 422, headers })
}

export default function TitleObjection() {
  const { objection } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const answered = answer !== undefined && 'entered' in answer ? answer : undefined
  const look = answer !== undefined && 'contactRefusal' in answer ? answer : undefined
  const { status, applicationId } = objection
  return (
    <Page
      title={t(objectionsText.title)}
      crumbs={[{ to: `/titles/batches/${objection.batchId}/notice`, label: t(text.notice) }]}
    >
      {answer !== undefined && 'contact' in answer && (
        <Notice kind="done">{`${t(objectionsText.contact)} ${answer.contact}`}</Notice>
      )}
      <Facts
        facts={[
          [t(objectionsText.objector), objection.name],
          [t(text.receivedAt), inCity(objection.receivedAt)],
          [
            t(text.about),
            <Link key="about" to={aboutPath(objection)} lang={applicationId === null ? undefined : 'zh-CN'}>
              {objection.schoolName ?? t(text.whole)}
            </Link>,
          ],
          [t(text.objection), objection.text],
          [t(objectionsText.verdict), status === 'received' ? '' : t(objectionsText.verdicts[status])],
          [t(objectionsText.answer), objection.answer],
        ]}
      />
      {status === 'received' && (
        <AnswerForm
          entered={answered?.entered}
          error={answered && t(text.answerRefusal[answered.refusal])}
          hint={t(applicationId === null ? text.upheldAboutWhole : text.upheldAboutSchool)}
          mostLetters={mostLetters}
        />
      )}
      {status !== 'received' && answered && (
        <>
          <Notice kind="problem">{t(text.answerRefusal[answered.refusal])}</Notice>
          <Facts facts={[[t(text.notKept), answered.entered.answer]]} />
        </>
      )}
      <ContactLook reason={look?.reason} error={look && t(objectionsText.lookRefusal[look.contactRefusal])} />
    </Page>
  )
}

function aboutPath({ applicationId, noticeId }: { applicationId: string | null; noticeId: string }): string {
  return applicationId === null ? `/titles/notices/${noticeId}` : `/titles/applications/${applicationId}`
}
