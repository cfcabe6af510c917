import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now } from '#app/calendar-day.ts'
import { objectionsTo } from '#app/features/applications/candidates.queries.server.ts'
import { answerObjection } from '#app/features/applications/objections.server.ts'
import { wayText } from '#app/features/applications/way.text.ts'
import { findPost } from '#app/features/posts/posts.queries.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { parseParams } from '#app/http/params.ts'
import { badRequest, forbidden, notFound } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { LongTextField, SelectField } from '#app/ui/field.tsx'
import { Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26), objectionId: z.string().length(26) })
const verdicts = ['dismissed', 'upheld'] as const
const Answer = z.object({ status: z.enum(verdicts), answer: z.string().max(2000).default('') })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.preparePosts(actor)) throw forbidden()
  const { id, objectionId } = parseParams(params, Params)
  const post = await findPost(db, scopeOf(actor), id)
  const objection =
    post === undefined ? undefined : (await objectionsTo(db, id)).find(one => one.id === objectionId)
  if (post === undefined || objection === undefined) throw notFound()
  return { post: { id, title: post.title }, objection }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.preparePosts(actor)) throw forbidden()
  const { id: postId, objectionId: id } = parseParams(params, Params)
  const form = await parseForm(request, Answer)
  if (!form.ok) throw badRequest()
  const input = { postId, id, ...form.value, now: now() }
  const result = await answerObjection(db, scopeOf(actor), actor, input)
  if (result.ok) return redirect(`/recruitment/posts/${postId}/candidates?done=1`)
  if (result.refusal === 'not-found') throw notFound()
  if (result.refusal === 'not-allowed') throw forbidden()
  return data({ refusal: result.refusal, entered: form.value }, { status: 422 })
}

export default function AnswerObjection() {
  const { post, objection } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  return (
    <Page
      title={t(wayText.objections)}
      crumbs={[{ to: `/recruitment/posts/${post.id}/candidates`, label: post.title, lang: 'zh-CN' }]}
      answer={`${objection.name}: ${objection.text}`}
    >
      <Form method="post">
        <SelectField name="status" label={t(wayText.state)} defaultValue={answer?.entered.status}>
          {verdicts.map(verdict => (
            <option key={verdict} value={verdict}>
              {t(wayText[verdict])}
            </option>
          ))}
        </SelectField>
        <LongTextField
          name="answer"
          label={t(wayText.answer)}
          defaultValue={answer?.entered.answer}
          error={answer === undefined ? undefined : t(wayText.answerRefusal[answer.refusal])}
          maxLength={2000}
        />
        <button className={button.primary}>{t(wayText.save)}</button>
      </Form>
    </Page>
  )
}
