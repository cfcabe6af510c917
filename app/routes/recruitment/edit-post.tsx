import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { postChoices, schoolIdsOf } from '#app/features/posts/post-choices.server.ts'
import { postErrors } from '#app/features/posts/post-errors.ts'
import { PostFields } from '#app/features/posts/post-fields.tsx'
import { ChangePostForm, contentOfForm, enteredPost } from '#app/features/posts/post-form.ts'
import { mayDo, standingOf } from '#app/features/posts/post-state.rule.ts'
import { findPost } from '#app/features/posts/posts.queries.server.ts'
import { recruitmentText } from '#app/features/posts/posts.text.ts'
import { saveRefusals } from '#app/features/posts/refusals.text.ts'
import { changePost } from '#app/features/posts/save-post.server.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { Notice, Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.preparePosts(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const scope = scopeOf(actor)
  const post = await findPost(db, scope, id)
  if (post === undefined) throw notFound()
  if (!mayDo(post.status, 'edit', standingOf(scope, post))) throw redirect(`/recruitment/posts/${id}`)
  const choices = await postChoices(db, scope, { today: today(), locale: await localeOf(request) })
  return { ...choices, title: post.title, id, stands: enteredPost(post) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.preparePosts(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const locale = await localeOf(request)
  const posted = await request.formData()
  const form = await parseForm(posted, ChangePostForm, locale)
  const entered = enteredIn(posted)
  if (!form.ok) return data({ errors: form.errors, refusal: null, entered }, { status: 422 })
  const scope = scopeOf(actor)
  const { updatedAt, ...said } = form.value
  const schoolIds = await schoolIdsOf(db, scope, said.schools, today())
  const content = contentOfForm(said, schoolIds)
  const changed = await changePost(db, scope, actor, { id, updatedAt, content, today: today(), now: now() })
  if (changed.ok) return redirect(`/recruitment/posts/${id}?done=saved`)
  if (changed.refusal === 'not-found') throw notFound()
  if (changed.refusal === 'problems')
    return data({ errors: postErrors(locale, changed.problems), refusal: null, entered }, { status: 422 })
  // Whoever saves again has been told of the other change.
  if (changed.refusal === 'changed-meanwhile') entered.updatedAt = changed.updatedAt
  return data({ errors: {}, refusal: changed.refusal, entered }, { status: 422 })
}

export default function EditPost() {
  const { schools, sports, title, id, stands } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  return (
    <Page
      title={t(recruitmentText.editPost)}
      crumbs={[
        { to: '/recruitment', label: t(recruitmentText.title) },
        { to: `/recruitment/posts/${id}`, label: title, lang: 'zh-CN' },
      ]}
    >
      {answer?.refusal && <Notice kind="problem">{t(saveRefusals[answer.refusal])}</Notice>}
      <PostFields
        schools={schools}
        sports={sports}
        entered={answer?.entered ?? stands}
        errors={answer?.errors ?? {}}
      />
    </Page>
  )
}
