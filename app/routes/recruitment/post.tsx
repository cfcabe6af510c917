import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { endCandidates } from '#app/features/applications/end-candidates.server.ts'
import { wayText } from '#app/features/applications/way.text.ts'
import { CellList } from '#app/features/posts/cell-list.tsx'
import { movePost } from '#app/features/posts/move-post.server.ts'
import { PostFacts } from '#app/features/posts/post-facts.tsx'
import { PostMoves } from '#app/features/posts/post-moves.tsx'
import { actionsFor, type PostMove, standingOf, statusAfter } from '#app/features/posts/post-state.rule.ts'
import { postLooks } from '#app/features/posts/post-table.tsx'
import { findPost } from '#app/features/posts/posts.queries.server.ts'
import { postStatusWords, postText, recruitmentText } from '#app/features/posts/posts.text.ts'
import { readCells } from '#app/features/posts/read-cells.server.ts'
import { moveRefusals } from '#app/features/posts/refusals.text.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseParams, parseSearch } from '#app/http/params.ts'
import { badRequest, forbidden, notFound } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Notice, Page, Section } from '#app/ui/page.tsx'
import { Status } from '#app/ui/status.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })
const Search = z.object({ done: z.enum(['saved', 'moved']).optional() })
const Move = z.object({
  move: z.enum(Object.keys(statusAfter) as [PostMove, ...PostMove[]]),
  reason: z.string().default(''),
})

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeRecruitment(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const { done } = parseSearch(request, Search)
  const scope = scopeOf(actor)
  const post = await findPost(db, scope, id)
  if (post === undefined) throw notFound()
  const actions = can.preparePosts(actor) ? actionsFor(post.status, standingOf(scope, post)) : []
  return { post, actions, cells: await readCells(db, post, today()), done: done ?? null }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.preparePosts(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const posted = await request.formData()
  const form = await parseForm(posted, Move)
  if (!form.ok) throw badRequest()
  const input = { id, ...form.value, today: today(), now: now() }
  const moved = await movePost(db, scopeOf(actor), actor, input, endCandidates)
  if (moved.ok) return redirect(`/recruitment/posts/${id}?done=moved`)
  if (moved.refusal === 'not-found') throw notFound()
  return data({ refusal: moved.refusal, entered: enteredIn(posted) }, { status: 422 })
}

export default function RecruitmentPost() {
  const { post, actions, cells, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const moves = actions.filter(one => one !== 'edit')
  const isReasonWrong = answer?.refusal === 'reason-needed' || answer?.refusal === 'reason-too-long'
  const problem = answer === undefined ? undefined : t(moveRefusals[answer.refusal])
  return (
    <Page
      title={post.title}
      titleLang="zh-CN"
      crumbs={[{ to: '/recruitment', label: t(recruitmentText.title) }]}
      actions={
        actions.includes('edit') && (
          <Link className={button.button} to={`/recruitment/posts/${post.id}/edit`}>
            {t(recruitmentText.edit)}
          </Link>
        )
      }
      asOf={<Status kind={postLooks[post.status]} label={t(postStatusWords[post.status])} />}
    >
      {problem !== undefined && !isReasonWrong && <Notice kind="problem">{problem}</Notice>}
      {done !== null && answer === undefined && <Notice kind="done">{t(recruitmentText[done])}</Notice>}
      {post.status === 'returned' && (
        <Notice kind="problem">{t(recruitmentText.returnedAnswer, { reason: post.statusReason })}</Notice>
      )}
      {post.status === 'cancelled' && (
        <Notice kind="problem">{t(postText.cancelledAnswer, { reason: post.statusReason })}</Notice>
      )}
      {moves.length > 0 && (
        <Section title={t(recruitmentText.handle)}>
          <PostMoves
            moves={moves}
            entered={answer?.entered ?? {}}
            error={isReasonWrong ? problem : undefined}
          />
        </Section>
      )}
      {post.publishedAt !== null && (
        <p>
          <Link className={button.primary} to={`/recruitment/posts/${post.id}/candidates`}>
            {t(wayText.candidates)}
          </Link>{' '}
          <Link to={`/posts/${post.number}`}>{t(recruitmentText.publicPage)}</Link>
        </p>
      )}
      <CellList post={post} cells={cells} />
      <PostFacts post={post} />
    </Page>
  )
}
