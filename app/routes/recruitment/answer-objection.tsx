import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { type Actor, scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now } from '#app/calendar-day.ts'
import { objectionsTo } from '#app/features/applications/objections.queries.server.ts'
import { answerObjection, readContact } from '#app/features/applications/objections.server.ts'
import { wayText } from '#app/features/applications/way.text.ts'
import { AnswerForm, ContactLook } from '#app/features/objections/answer-form.tsx'
import { verdicts } from '#app/features/objections/objection.rule.ts'
import { objectionsText } from '#app/features/objections/objections.text.ts'
import { standingOf } from '#app/features/posts/post-state.rule.ts'
import { findPost } from '#app/features/posts/posts.queries.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { parseParams } from '#app/http/params.ts'
import { badRequest, forbidden, notFound } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { Notice, Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26), objectionId: z.string().length(26) })
const Look = z.object({ look: z.literal('contact'), reason: z.string().max(200).default('') })
const Answer = z.object({ status: z.enum(verdicts), answer: z.string().max(2000).default('') })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.preparePosts(actor)) throw forbidden()
  const { id, objectionId } = parseParams(params, Params)
  const scope = scopeOf(actor)
  const post = await findPost(db, scope, id)
  const objection =
    post === undefined ? undefined : (await objectionsTo(db, id)).find(one => one.id === objectionId)
  if (post === undefined || objection === undefined) throw notFound()
  // Who objects is known to those who look into it, and to nobody else.
  if (standingOf(scope, post) !== 'reviewer') throw forbidden()
  return { post: { id, title: post.title }, objection }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.preparePosts(actor)) throw forbidden()
  const { id: postId, objectionId: id } = parseParams(params, Params)
  const posted = await request.formData()
  const look = await parseForm(posted, Look)
  if (look.ok) return showContact(actor, { postId, id, reason: look.value.reason })
  const form = await parseForm(posted, Answer)
  if (!form.ok) throw badRequest()
  const input = { postId, id, ...form.value, now: now() }
  const result = await answerObjection(db, scopeOf(actor), actor, input)
  if (result.ok) return redirect(`/recruitment/posts/${postId}/candidates?done=1`)
  if (result.refusal === 'not-found') throw notFound()
  if (result.refusal === 'not-allowed') throw forbidden()
  return data({ refusal: result.refusal, entered: form.value }, { status: 422 })
}

/** Shows the contact in the answer itself: no address leads to it again, and nothing keeps it. */
async function showContact(actor: Actor, asked: { postId: string; id: string; reason: string }) {
  const result = await readContact(db, scopeOf(actor), actor, asked)
  const headers = { 'Cache-Control': 'no-store' }
  if (result.ok) return data({ contact: result.value }, { headers })
  if (result.refusal === 'not-found') throw notFound()
  if (result.refusal === 'not-allowed') throw forbidden()
  return data({ contactRefusal: result.refusal, reason: asked.reason }, { status: 422, headers })
}

export default function AnswerObjection() {
  const { post, objection } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const answered = answer !== undefined && 'entered' in answer ? answer : undefined
  const look = answer !== undefined && 'contactRefusal' in answer ? answer : undefined
  return (
    <Page
      title={t(objectionsText.title)}
      crumbs={[{ to: `/recruitment/posts/${post.id}/candidates`, label: post.title, lang: 'zh-CN' }]}
      answer={`${objection.name}: ${objection.text}`}
    >
      {answer !== undefined && 'contact' in answer && (
        <Notice kind="done">{`${t(objectionsText.contact)} ${answer.contact}`}</Notice>
      )}
      <AnswerForm
        entered={answered?.entered}
        error={answered && t(wayText.answerRefusal[answered.refusal])}
        mostLetters={2000}
      />
      <ContactLook reason={look?.reason} error={look && t(objectionsText.lookRefusal[look.contactRefusal])} />
    </Page>
  )
}
