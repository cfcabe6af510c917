import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { inCity, now } from '#app/calendar-day.ts'
import { batchText as text } from '#app/features/designation/batch.text.ts'
import { designationText } from '#app/features/designation/designation.text.ts'
import { levelWords } from '#app/features/designation/level.text.ts'
import { readBatch } from '#app/features/designation/read-batch.server.ts'
import { announceBatch } from '#app/features/designation/save-batch.server.ts'
import { noticeText } from '#app/features/title-applications/notice.text.ts'
import { scoringText } from '#app/features/title-applications/scoring.text.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Notice, Page } from '#app/ui/page.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })

/** What a batch says, and for the city the way to announce it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeTitles(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const mayChange = can.changeTitleRules(actor)
  const asked = { id, announcedOnly: !mayChange, locale: await localeOf(request), now: now() }
  const read = await readBatch(db, asked)
  if (read === null) throw notFound()
  return { ...read, mayChange, mayPublish: can.publishTitles(actor) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeTitleRules(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const announced = await announceBatch(db, scopeOf(actor), actor, { id, now: now() })
  if (announced.ok) return redirect(`/titles/batches/${id}`)
  if (announced.refusal === 'not-found') throw notFound()
  if (announced.refusal === 'not-allowed') throw forbidden()
  return data({ refusal: announced.refusal }, { status: 422 })
}

export default function BatchPage() {
  const { batch, quotas, mayChange, mayPublish, state } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const facts = [
    [t(text.level), t(levelWords[batch.level])],
    [t(text.organisers), batch.organisers],
    [t(text.document), batch.document],
    [t(text.opensAt), inCity(batch.opensAt)],
    [t(text.closesAt), inCity(batch.closesAt)],
    [t(text.mostSports), String(batch.mostSports)],
    [t(text.validFrom), batch.validFrom],
    [t(text.validTo), batch.validTo],
    [t(text.publicityDays), String(batch.publicityDays)],
    ...quotas.map(({ name, quota }) => [`${t(text.quotas)} · ${name}`, String(quota)]),
  ]
  return (
    <Page
      title={batch.name}
      titleLang="zh-CN"
      crumbs={[
        { to: '/titles', label: t(designationText.title) },
        { to: '/titles/batches', label: t(text.title) },
      ]}
      answer={t(text.states[state])}
      exports={{
        lists: [
          { of: 'batch', label: t(text.title) },
          ...(quotas.length > 0 ? [{ of: 'quotas', label: t(text.quotas) }] : []),
        ],
      }}
      actions={
        <div className={button.row}>
          {state !== 'draft' && (
            <Link className={button.button} to={`/titles/applications?batch=${batch.id}`}>
              {t(designationText.applications)}
            </Link>
          )}
          {mayPublish && state === 'closed' && (
            <>
              <Link className={button.button} to={`/titles/batches/${batch.id}/experts`}>
                {t(scoringText.experts)}
              </Link>
              <Link className={button.button} to={`/titles/batches/${batch.id}/scores`}>
                {t(scoringText.sheet)}
              </Link>
              <Link className={button.button} to={`/titles/batches/${batch.id}/notice`}>
                {t(noticeText.notice)}
              </Link>
              <Link className={button.button} to={`/titles/batches/${batch.id}/designate`}>
                {t(noticeText.designate)}
              </Link>
            </>
          )}
          {state === 'closed' && (
            <Link className={button.button} to={`/titles/batches/${batch.id}/list`}>
              {t(noticeText.list)}
            </Link>
          )}
          {mayChange && (
            <Link className={button.button} to={`/titles/batches/${batch.id}/change`}>
              {t(text.change)}
            </Link>
          )}
        </div>
      }
    >
      {answer !== undefined && <Notice kind="problem">{t(text.refusal[answer.refusal])}</Notice>}
      <TableFrame label={t(text.title)}>
        <table className={table.table}>
          <tbody>
            {facts.map(([name, value]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td lang="zh-CN">{value}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{t(text.set)}</th>
              <td>
                <Link to={`/titles/indicators?version=${batch.setVersion}`}>
                  {t(text.version, { version: batch.setVersion })}
                </Link>
              </td>
            </tr>
          </tbody>
        </table>
      </TableFrame>
      {mayChange && batch.announcedAt === null && (
        <Form method="post">
          <p>{t(text.announceMeans)}</p>
          <button className={button.primary}>{t(text.announce)}</button>
        </Form>
      )}
    </Page>
  )
}
