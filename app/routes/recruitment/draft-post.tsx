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
import { contentOfForm, freshPost, PostForm } from '#app/features/posts/post-form.ts'
import { recruitmentText } from '#app/features/posts/posts.text.ts'
import { saveRefusals } from '#app/features/posts/refusals.text.ts'
import { findRound } from '#app/features/posts/rounds.queries.server.ts'
import { draftPost } from '#app/features/posts/save-post.server.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { Notice, Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Search = z.object({ round: z.string().length(26) })

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.preparePosts(actor)) throw forbidden()
  const { round: roundId } = parseSearch(request, Search)
  const scope = scopeOf(actor)
  const round = await findRound(db, scope, roundId, today())
  if (round === undefined) throw notFound()
  const choices = await postChoices(db, scope, { today: today(), locale: await localeOf(request) })
  return { ...choices, round: round.name }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.preparePosts(actor)) throw forbidden()
  const { round: roundId } = parseSearch(request, Search)
  const locale = await localeOf(request)
  const posted = await request.formData()
  const form = await parseForm(posted, PostForm, locale)
  const entered = enteredIn(posted)
  if (!form.ok) return data({ errors: form.errors, refusal: null, entered }, { status: 422 })
  const scope = scopeOf(actor)
  const schoolIds = await schoolIdsOf(db, scope, form.value.schools, today())
  const content = contentOfForm(form.value, schoolIds)
  const drafted = await draftPost(db, scope, actor, { roundId, content, today: today(), now: now() })
  if (drafted.ok) return redirect(`/recruitment/posts/${drafted.id}?done=saved`)
  if (drafted.refusal === 'round-unknown') throw notFound()
  if (drafted.refusal === 'problems')
    return data({ errors: postErrors(locale, drafted.problems), refusal: null, entered }, { status: 422 })
  return data({ errors: {}, refusal: drafted.refusal, entered }, { status: 422 })
}

export default function DraftPost() {
  const { schools, sports, round } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  return (
    <Page
      title={t(recruitmentText.draftPost)}
      crumbs={[{ to: '/recruitment', label: t(recruitmentText.title) }]}
      answer={t(recruitmentText.draftAnswer)}
      asOf={round}
    >
      {answer?.refusal && <Notice kind="problem">{t(saveRefusals[answer.refusal])}</Notice>}
      <PostFields
        schools={schools}
        sports={sports}
        entered={answer?.entered ?? freshPost}
        errors={answer?.errors ?? {}}
      />
    </Page>
  )
}
