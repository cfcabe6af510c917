import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import type { Actor } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { readVisitPage } from '#app/features/title-applications/read-visit-page.server.ts'
import { recordVisit } from '#app/features/title-applications/record-visit.server.ts'
import { reviewText } from '#app/features/title-applications/review.text.ts'
import { scoringText } from '#app/features/title-applications/scoring.text.ts'
import { visitText as text } from '#app/features/title-applications/visit.text.ts'
import { newVisitId, visitEntry } from '#app/features/title-applications/visit-form.server.ts'
import { VisitForm } from '#app/features/title-applications/visit-form.tsx'
import { VisitList } from '#app/features/title-applications/visit-list.tsx'
import { enteredIn } from '#app/http/forms.server.ts'
import { parseParams, parseSearch } from '#app/http/params.ts'
import { badRequest, forbidden, notFound } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { Notice, Page, Section } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })
const Search = z.object({ done: z.literal('1').optional() })

/** A visit to a school, recorded on a phone; without a network it waits there. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const { id } = visitOf(actor, params)
  const read = await readVisitPage(db, actor, { id, today: today() })
  if (read === null) throw notFound()
  return {
    ...read,
    today: today(),
    accountId: actor.id,
    // The same person on the same phone, and nobody else, meets what was not sent yet.
    keptAs: `visit ${actor.id} ${id}`,
    home: can.scoreTitles(actor) ? '/titles/reviews' : `/titles/applications/${id}/scores`,
    isExpert: can.scoreTitles(actor),
    done: parseSearch(request, Search).done === '1',
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const { id: applicationId } = visitOf(actor, params)
  const entered = enteredIn(await request.formData())
  // The network came back to another person's session: what one wrote is not the other's to send.
  if ((entered.account ?? actor.id) !== actor.id) throw forbidden()
  const visitId = entered.visitId ?? ''
  if (!/^[0-9A-HJKMNP-TV-Z]{26}$/.test(visitId)) throw badRequest()
  const input = { id: visitId, applicationId, entry: visitEntry(entered), today: today(), now: now() }
  const result = await recordVisit(db, actor, input)
  if (result.ok) return redirect(`/titles/applications/${applicationId}/visit?done=1`)
  if (result.refusal === 'not-found') throw notFound()
  const problems = result.refusal === 'problems' ? result.problems : []
  const refusal = result.refusal === 'problems' ? null : result.refusal
  // What arrived otherwise stands; sent again, this is a further visit.
  const next = refusal === 'arrived-otherwise' ? newVisitId() : visitId
  return data({ refusal, problems, entered: { ...entered, visitId: next } }, { status: 422 })
}

function visitOf(actor: Actor, params: LoaderFunctionArgs['params']): { id: string } {
  if (!can.recordVisits(actor)) throw forbidden()
  return parseParams(params, Params)
}

export default function VisitSchool() {
  const read = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const { application, visits, isOnSite, home, isExpert, done } = read
  return (
    <Page
      title={application.schoolName}
      titleLang="zh-CN"
      crumbs={[{ to: home, label: t(isExpert ? reviewText.title : scoringText.scoresOf) }]}
      answer={t(text.title)}
    >
      {done && answer === undefined && <Notice kind="done">{t(text.done)}</Notice>}
      {answer?.refusal && <Notice kind="problem">{t(text.refusal[answer.refusal])}</Notice>}
      {(answer?.problems.length ?? 0) > 0 && <Notice kind="problem">{t(text.notSaved)}</Notice>}
      {isOnSite || answer !== undefined ? (
        <VisitForm
          key={answer?.entered.visitId ?? read.visitId}
          indicators={read.indicators}
          visitId={answer?.entered.visitId ?? read.visitId}
          accountId={read.accountId}
          keptAs={read.keptAs}
          today={read.today}
          entered={answer?.entered ?? null}
          problems={answer?.problems ?? []}
        />
      ) : (
        <p>{t(text.closed)}</p>
      )}
      <Section title={t(text.recorded)}>
        <VisitList visits={visits} />
      </Section>
    </Page>
  )
}
