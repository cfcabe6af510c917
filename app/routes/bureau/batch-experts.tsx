import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { batchText } from '#app/features/designation/batch.text.ts'
import { appointExperts, type RefusedPair } from '#app/features/title-applications/appoint-experts.server.ts'
import { ExpertAppointments } from '#app/features/title-applications/expert-appointments.tsx'
import { leastExperts } from '#app/features/title-applications/move-title-application.server.ts'
import { readExperts } from '#app/features/title-applications/read-experts.server.ts'
import styles from '#app/features/title-applications/scoring.module.css'
import { scoringText as text } from '#app/features/title-applications/scoring.text.ts'
import { takeBackReview } from '#app/features/title-applications/take-back-review.server.ts'
import { parseParams, parseSearch } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { EmptyState, Notice, Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })
const Search = z.object({
  unit: z.string().max(8).optional(),
  done: z.enum(['appointed', 'takenBack']).optional(),
})
const mostChosen = 500

/** Who scores which application of a batch; experts are asked for many at once. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.publishTitles(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const { unit, done } = parseSearch(request, Search)
  const read = await readExperts(db, scopeOf(actor), { batchId: id, unit, today: today() })
  if (read === null) throw notFound()
  return { ...read, leastExperts, unit: unit ?? null, done: done ?? null }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.publishTitles(actor)) throw forbidden()
  const { id: batchId } = parseParams(params, Params)
  const { unit } = parseSearch(request, Search)
  const scope = scopeOf(actor)
  const at = { today: today(), now: now() }
  const posted = await request.formData()
  const back = (done: string) =>
    redirect(`/titles/batches/${batchId}/experts?${new URLSearchParams({ ...(unit && { unit }), done })}`)
  const nothing = { appointing: null, takingBack: null, pairs: [] as RefusedPair[] }
  const takeBack = posted.get('takeBack')
  if (typeof takeBack === 'string') {
    const taken = await takeBackReview(db, scope, actor, { id: takeBack, ...at })
    if (taken.ok) return back('takenBack')
    return data({ ...nothing, takingBack: taken.refusal, chosen: chosenIn(posted) }, { status: 422 })
  }
  const chosen = chosenIn(posted)
  const read = chosen.isAll ? await readExperts(db, scope, { batchId, unit, today: at.today }) : null
  const appointed = await appointExperts(db, scope, actor, {
    ...{ batchId, ...at, accountIds: chosen.experts },
    applicationIds: chosen.isAll ? (read?.applications ?? []).map(one => one.id) : chosen.applications,
  })
  if (appointed.ok) return back('appointed')
  const refused =
    appointed.refusal === 'pairs' ? { pairs: appointed.pairs } : { appointing: appointed.refusal }
  return data({ ...nothing, ...refused, chosen }, { status: 422 })
}

function chosenIn(posted: FormData) {
  const idsOf = (name: string) =>
    posted
      .getAll(name)
      .map(String)
      .filter(id => id.length === 26)
      .slice(0, mostChosen)
  return { applications: idsOf('application'), experts: idsOf('expert'), isAll: posted.has('all') }
}

export default function BatchExperts() {
  const {
    batch,
    units,
    experts,
    applications,
    leastExperts: least,
    unit,
    done,
  } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const ready = applications.filter(
    one => one.reviews.filter(review => review.state === 'done').length >= least,
  ).length
  return (
    <Page
      title={t(text.experts)}
      crumbs={[
        { to: '/titles/batches', label: t(batchText.title) },
        { to: `/titles/batches/${batch.id}`, label: batch.name, lang: 'zh-CN' },
      ]}
      answer={t(text.answer, { count: applications.length, ready, least })}
      exports
      actions={
        <Link className={button.button} to={`/titles/batches/${batch.id}/scores`}>
          {t(text.sheet)}
        </Link>
      }
    >
      {done !== null && answer === undefined && <Notice kind="done">{t(text[done])}</Notice>}
      {answer?.appointing && <Notice kind="problem">{t(text.appointRefusal[answer.appointing])}</Notice>}
      {answer?.takingBack && <Notice kind="problem">{t(text.takeBackRefusal[answer.takingBack])}</Notice>}
      {answer !== undefined && answer.pairs.length > 0 && <RefusedPairs pairs={answer.pairs} />}
      {units.length > 1 && (
        <p className={button.row}>
          <Link className={button.button} to="?" aria-current={unit === null ? 'page' : undefined}>
            {t(text.allUnits)}
          </Link>
          {units.map(({ code, name }) => (
            <Link
              className={button.button}
              key={code}
              to={`?unit=${code}`}
              aria-current={unit === code ? 'page' : undefined}
              lang="zh-CN"
            >
              {name}
            </Link>
          ))}
        </p>
      )}
      {applications.length > 0 && (
        <Form method="post">
          {experts.length === 0 ? (
            <EmptyState>{t(text.noExperts)}</EmptyState>
          ) : (
            <>
              <p>{t(text.appointMeans)}</p>
              <fieldset className={styles.experts}>
                <legend>{t(text.experts)}</legend>
                {experts.map(({ id, name, asked }) => (
                  <label key={id} lang="zh-CN">
                    <input
                      type="checkbox"
                      name="expert"
                      value={id}
                      defaultChecked={answer?.chosen.experts.includes(id)}
                    />{' '}
                    {t(text.askedOf, { name, asked })}
                  </label>
                ))}
              </fieldset>
              <p className={button.row}>
                <button className={button.primary}>{t(text.appoint)}</button>
                <label>
                  <input type="checkbox" name="all" defaultChecked={answer?.chosen.isAll} />{' '}
                  {t(text.chooseAll)}
                </label>
              </p>
            </>
          )}
          <ExpertAppointments applications={applications} chosen={answer?.chosen.applications ?? []} />
        </Form>
      )}
    </Page>
  )
}

/** Which expert cannot score which application, and why. */
function RefusedPairs({ pairs }: { pairs: readonly RefusedPair[] }) {
  const { experts, applications } = useLoaderData<typeof loader>()
  const t = useSay()
  const expertOf = (id: string) => experts.find(one => one.id === id)?.name ?? ''
  const schoolOf = (id: string) => applications.find(one => one.id === id)?.schoolName ?? ''
  return (
    <Notice kind="problem">
      {t(text.refusedPairs, { count: pairs.length })}
      <ul>
        {pairs.map(({ applicationId, accountId, refusal }) => (
          <li key={`${applicationId} ${accountId}`}>
            {t(text.pair, {
              ...{ expert: expertOf(accountId), school: schoolOf(applicationId) },
              why: t(text.pairRefusal[refusal]),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
