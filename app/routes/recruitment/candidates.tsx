import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { type Actor, scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { stateWords } from '#app/features/applications/application-states.text.ts'
import { CandidateSearch } from '#app/features/applications/candidate-search.ts'
import { CandidateTable } from '#app/features/applications/candidate-table.tsx'
import { interviewsText } from '#app/features/applications/interviews.text.ts'
import { moveMany } from '#app/features/applications/move-many.server.ts'
import { objectionsTo } from '#app/features/applications/objections.queries.server.ts'
import { publishRanking, publishShortList } from '#app/features/applications/rank-candidates.server.ts'
import { candidatesAPage, readCandidates } from '#app/features/applications/read-candidate.server.ts'
import { type PlainAction, plainActions } from '#app/features/applications/way.rule.ts'
import { moveRefusalWords, wayText } from '#app/features/applications/way.text.ts'
import { ObjectionList } from '#app/features/objections/objection-list.tsx'
import { objectionsText } from '#app/features/objections/objections.text.ts'
import { recruitmentText } from '#app/features/posts/posts.text.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { parseParams, parseSearch } from '#app/http/params.ts'
import { badRequest, forbidden, notFound } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { EmptyState, Notice, Page, Section } from '#app/ui/page.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })
const Publication = z.object({ publish: z.enum(['short-list', 'ranking']) })
const Moves = z.object({ action: z.enum(plainActions) })
const mostChosen = 500

/** Who applied to a post and where each stands; the short list and the ranking are published for all at once. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeRecruitment(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const { done, page, state } = parseSearch(request, CandidateSearch)
  const chosen = { page, ...(state !== undefined && { state }) }
  const read = await readCandidates(db, scopeOf(actor), id, chosen)
  if (read === null) throw notFound()
  const mayAct = can.preparePosts(actor)
  return {
    ...read,
    mayAct,
    mayShortList: mayAct && read.mayShortList,
    mayRank: mayAct && read.mayRank,
    mayAnswer: mayAct && read.mayAnswer,
    // Who objects is known to those who look into it, and to nobody else.
    objections: mayAct && read.mayAnswer ? await objectionsTo(db, id) : [],
    plain: mayAct ? read.plainActions : [],
    done: done === '1',
    page,
    state: state ?? null,
    pageSize: candidatesAPage,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.preparePosts(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const posted = await request.formData()
  const moves = await parseForm(posted, Moves)
  if (moves.ok) return moveChosen(actor, posted.getAll('chosen').map(String), moves.value.action)
  const form = await parseForm(posted, Publication)
  if (!form.ok) throw badRequest()
  const publish = form.value.publish === 'ranking' ? publishRanking : publishShortList
  const result = await publish(db, scopeOf(actor), actor, { postId: id, now: now() })
  if (result.ok) return redirect(`/recruitment/posts/${id}/candidates?done=1`)
  if (result.refusal === 'not-found') throw notFound()
  if (result.refusal === 'not-allowed') throw forbidden()
  return data({ refusal: result.refusal }, { status: 422 })
}

async function moveChosen(actor: Actor, chosen: readonly string[], move: PlainAction) {
  const ids = chosen.filter(id => id.length === 26).slice(0, mostChosen)
  const done = await moveMany(db, scopeOf(actor), actor, { ids, action: move, today: today(), now: now() })
  const isWhole = done.moved > 0 && done.refused.length === 0
  return data({ done }, { status: isWhole ? 200 : 422 })
}

export default function Candidates() {
  const { post, candidates, states, total, objections, recruiting, ...rest } = useLoaderData<typeof loader>()
  const { mayAct, mayShortList, mayRank, mayAnswer, done, plain, page, state, pageSize } = rest
  const shown = state === null ? total : (states.find(one => one.state === state)?.count ?? 0)
  const answer = useActionData<typeof action>()
  const t = useSay()
  return (
    <Page
      exports
      title={t(wayText.candidates)}
      crumbs={[
        { to: '/recruitment', label: t(recruitmentText.title) },
        { to: `/recruitment/posts/${post.id}`, label: post.title, lang: 'zh-CN' },
      ]}
      answer={t(wayText.count, { count: total, quota: post.quota })}
    >
      {done && answer === undefined && <Notice kind="done">{t(wayText.done)}</Notice>}
      {answer !== undefined && 'refusal' in answer && (
        <Notice kind="problem">{t(wayText.rankRefusal[answer.refusal])}</Notice>
      )}
      {answer !== undefined && 'done' in answer && <MovedMany done={answer.done} />}
      {states.length > 1 && (
        <p className={button.row}>
          <Link className={button.button} to="?" aria-current={state === null ? 'page' : undefined}>
            {`${t(wayText.everybody)} ${total}`}
          </Link>
          {states.map(one => (
            <Link
              className={button.button}
              key={one.state}
              to={`?state=${one.state}`}
              aria-current={state === one.state ? 'page' : undefined}
            >
              {`${t(stateWords[one.state])} ${one.count}`}
            </Link>
          ))}
        </p>
      )}
      {candidates.length === 0 ? (
        <EmptyState>{t(wayText.nobody)}</EmptyState>
      ) : (
        <Form method="post">
          <CandidateTable candidates={candidates} isChoice={plain.length > 0} />
          {plain.length > 0 && (
            <p className={button.row}>
              {t(wayText.forChosen)}
              {plain.map(one => (
                <button className={button.button} name="action" value={one} key={one}>
                  {t(wayText.actions[one])}
                </button>
              ))}
            </p>
          )}
        </Form>
      )}
      {shown > pageSize && <Pager page={page} pageSize={pageSize} total={shown} />}
      {mayAct && (
        <p className={button.row}>
          <Link className={button.button} to={`/recruitment/posts/${post.id}/interviews`}>
            {t(interviewsText.title)}
          </Link>
        </p>
      )}
      {(mayShortList || mayRank) && (
        <p className={button.row}>
          <a className={button.button} href="/templates/scores.xlsx">
            {t(wayText.scoreTemplate)}
          </a>
          <Link className={button.button} to="/import?sheet=scores">
            {t(wayText.importScores)}
          </Link>
        </p>
      )}
      {(mayShortList || mayRank) && (
        <Form method="post">
          <p>{t(wayText.rankMeans)}</p>
          <p className={button.row}>
            {mayShortList && (
              <button className={button.primary} name="publish" value="short-list">
                {t(wayText.shortList)}
              </button>
            )}
            {mayRank && (
              <button className={button.primary} name="publish" value="ranking">
                {t(wayText.ranking)}
              </button>
            )}
          </p>
        </Form>
      )}
      {recruiting.publicityFrom !== null && mayAnswer && (
        <Section title={t(objectionsText.title)}>
          <ObjectionList objections={objections} place={`/recruitment/posts/${post.id}/objections`} />
        </Section>
      )}
    </Page>
  )
}

/** Who was moved, and who was not and why. */
function MovedMany({ done }: { done: Awaited<ReturnType<typeof moveMany>> }) {
  const { candidates } = useLoaderData<typeof loader>()
  const t = useSay()
  if (done.moved + done.refused.length === 0) return <Notice kind="problem">{t(wayText.nobodyChosen)}</Notice>
  const nameOf = (id: string) => candidates.find(one => one.id === id)?.name ?? ''
  return (
    <Notice kind={done.refused.length === 0 ? 'done' : 'problem'}>
      {t(wayText.movedMany, { moved: done.moved })}
      {done.refused.length > 0 && (
        <ul>
          {done.refused.map(({ id, refusal }) => (
            <li key={id}>
              <span lang="zh-CN">{nameOf(id)}</span> {t(moveRefusalWords(refusal))}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  )
}
