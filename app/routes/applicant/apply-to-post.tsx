import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { inCity, now } from '#app/calendar-day.ts'
import { applicationText, refusalWords } from '#app/features/applications/applications.text.ts'
import { applyEntry } from '#app/features/applications/apply-entry.ts'
import { ApplyForm } from '#app/features/applications/apply-form.tsx'
import { ApplyNotice } from '#app/features/applications/apply-notice.tsx'
import { DocumentList, ProfileSummary } from '#app/features/applications/apply-parts.tsx'
import { applyToPost } from '#app/features/applications/apply-to-post.server.ts'
import { verdictOf } from '#app/features/applications/eligibility.rule.ts'
import { eligibilityText, verdictWords } from '#app/features/applications/eligibility.text.ts'
import { EligibilityList } from '#app/features/applications/eligibility-list.tsx'
import { readApplyPage } from '#app/features/applications/read-apply-page.server.ts'
import { saveDraft } from '#app/features/applications/save-draft.server.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { say } from '#app/i18n/text.ts'
import { useLocale, useSay } from '#app/i18n/use-say.ts'
import { Notice, Page, Section } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ number: z.string().max(40) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.applyToPosts(actor)) throw forbidden()
  const page = await readApplyPage(db, actor.id, parseParams(params, Params).number, now())
  if (page === undefined) throw notFound()
  return page
}

export async function action({ request, params }: ActionFunctionArgs) {
  const at = now()
  const actor = await requireActor(request)
  if (!can.applyToPosts(actor)) throw forbidden()
  const { number: postNumber } = parseParams(params, Params)
  const locale = await localeOf(request)
  const posted = await request.formData()
  const form = await parseForm(posted, applyEntry[locale], locale)
  if (!form.ok) return data({ ...form, refusal: null, standing: null }, { status: 422 })
  const { intent, statement } = form.value
  const write = intent === 'draft' ? saveDraft : applyToPost
  const result = await write(db, actor, { postNumber, statement, at })
  if (result.ok)
    return redirect(`/applications/${result.id}?done=${intent === 'draft' ? 'draft' : 'submitted'}`)
  if (result.refusal === 'not-found') throw notFound()
  if (result.refusal === 'already-applied')
    return redirect(`/applications/${result.standing.id}?done=already`)
  const errors: Record<string, string> = {}
  const standing = result.refusal === 'another-post' ? result.standing : null
  const refusal = say(locale, refusalWords[result.refusal])
  return data({ ok: false as const, errors, refusal, standing, entered: enteredIn(posted) }, { status: 422 })
}

export default function ApplyToPost() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const { post, own, window, rules } = page
  const isReturned = own?.state === 'RETURNED'
  const hasApplied = own !== null && own.state !== 'DRAFT' && !isReturned
  const isOver = post.status !== 'published' || (window === 'closed' && !isReturned)
  const mayWrite = page.profile !== null && !hasApplied && !isOver
  const verdict = verdictOf(rules)
  return (
    <Page
      title={t(applicationText.applyTo, { post: post.title })}
      crumbs={[{ to: `/posts/${post.number}`, label: post.title }]}
      answer={mayWrite && page.other === null ? t(verdictWords[verdict]) : undefined}
      asOf={<WhenAndWhere />}
    >
      {answer?.refusal && <Notice kind="problem">{answer.refusal}</Notice>}
      <ApplyNotice page={page} isAnswered={answer?.refusal != null} />
      {page.profile !== null && (
        <>
          <Section title={t(eligibilityText.title)}>
            <EligibilityList rules={rules} post={post} />
          </Section>
          <ProfileSummary profile={page.profile} />
          <DocumentList documents={page.documents} />
        </>
      )}
      {mayWrite && (
        <ApplyForm
          entered={answer?.entered ?? { statement: page.statement }}
          errors={answer?.errors ?? {}}
          mayDraft={true}
          maySubmit={(window === 'open' || isReturned) && page.other === null}
        />
      )}
    </Page>
  )
}

function WhenAndWhere() {
  const { post } = useLoaderData<typeof loader>()
  const t = useSay()
  const unit = useLocale() === 'en' ? post.unitNameEn : post.unitName
  const parts = [
    unit,
    t(applicationText.opens, { at: inCity(post.round.opensAt) }),
    t(applicationText.closes, { at: inCity(post.round.closesAt) }),
    post.round.onePostEach && t(applicationText.onePost),
  ]
  return <>{parts.filter(Boolean).join(' · ')}</>
}
