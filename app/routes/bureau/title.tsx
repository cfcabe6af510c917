import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { openEnd, today } from '#app/calendar-day.ts'
import { designationText as text } from '#app/features/designation/designation.text.ts'
import { levelWords } from '#app/features/designation/level.text.ts'
import { readTitle } from '#app/features/designation/read-titles.server.ts'
import { TitleStatus } from '#app/features/designation/title-status.tsx'
import { readTitleLife } from '#app/features/reevaluation/read-title-life.server.ts'
import { reevaluationText } from '#app/features/reevaluation/reevaluation.text.ts'
import { TitleLife } from '#app/features/reevaluation/title-life.tsx'
import { hasCertificate } from '#app/features/title-applications/certificate.server.ts'
import { noticeText } from '#app/features/title-applications/notice.text.ts'
import { parseParams, parseSearch } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Notice, Page, Section } from '#app/ui/page.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })
const lists = [
  ['title', text.list],
  ['reviews', reevaluationText.reviews],
  ['reports', reevaluationText.reports],
  ['suspensions', text.suspensions],
] as const
const Search = z.object({ done: z.literal('1').optional() })

/** One title: what it says, how it stands today, what was decided about it, and what is due. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeTitles(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const asked = { id, asOf: today(), locale: await localeOf(request) }
  const read = await readTitle(db, scopeOf(actor), asked)
  const life = await readTitleLife(db, scopeOf(actor), { id, today: asked.asOf })
  if (read === null || life === null) throw notFound()
  const steps = can.changeTitles(actor) ? read.steps : []
  const isPrintable = await hasCertificate(db, read)
  const mayChange = can.changeTitles(actor)
  const shown = { ...life, actions: mayChange ? life.actions : [] }
  return { ...read, life: shown, steps, isPrintable, done: parseSearch(request, Search).done === '1' }
}

export default function Title() {
  const { line, certificate, end, suspensions, steps, life, isPrintable, done } =
    useLoaderData<typeof loader>()
  const t = useSay()
  const facts = [
    [t(text.level), t(levelWords[line.level])],
    [t(text.sport), line.sportName],
    [t(text.unit), line.unitName],
    [t(text.from), line.validFrom],
    [t(text.until), line.validTo],
    [t(text.batch), line.batch],
    [t(text.document), line.document],
    [t(text.certificate), certificate],
    ...(end === null
      ? []
      : [
          [t(text.reason), end.reason],
          [t(text.ofDocument), end.document],
        ]),
  ]
  return (
    <Page
      title={line.schoolName}
      titleLang="zh-CN"
      crumbs={[{ to: '/titles', label: t(text.title) }]}
      answer={<TitleStatus state={line.state} why={line.why} />}
      exports={{ lists: lists.map(([of, label]) => ({ of, label: t(label) })) }}
      actions={
        <div className={button.row}>
          {isPrintable && (
            <a className={button.button} href={`/titles/${line.id}/certificate.pdf`}>
              {t(noticeText.certificate)}
            </a>
          )}
          {steps.map(step => (
            <Link className={button.button} key={step} to={`/titles/${line.id}/${step}`}>
              {t(text.steps[step])}
            </Link>
          ))}
        </div>
      }
    >
      {done && <Notice kind="done">{t(text.done)}</Notice>}
      <TableFrame label={t(text.list)}>
        <table className={table.table}>
          <tbody>
            {facts.map(([name, value]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td lang="zh-CN">{value === '' ? '—' : value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <TitleLife titleId={line.id} {...life} />
      <Section title={t(text.suspensions)}>
        {suspensions.length === 0 ? (
          <p>{t(text.none)}</p>
        ) : (
          <TableFrame label={t(text.suspensions)}>
            <table className={table.table}>
              <thead>
                <tr>
                  <th scope="col">{t(text.from)}</th>
                  <th scope="col">{t(text.until)}</th>
                  <th scope="col">{t(text.reason)}</th>
                  <th scope="col">{t(text.ofDocument)}</th>
                </tr>
              </thead>
              <tbody>
                {suspensions.map(one => (
                  <tr key={one.id}>
                    <th scope="row">{one.validFrom}</th>
                    <td>{one.validTo === openEnd ? '' : one.validTo}</td>
                    <td>{one.reason}</td>
                    <td>{one.document}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableFrame>
        )}
      </Section>
    </Page>
  )
}
