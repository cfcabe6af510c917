import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { batchText } from '#app/features/designation/batch.text.ts'
import { readScoringSheet } from '#app/features/title-applications/read-scoring-sheet.server.ts'
import { scoringText as text } from '#app/features/title-applications/scoring.text.ts'
import { inSheetOrder, type SheetRow } from '#app/features/title-applications/scoring-sheet.rule.ts'
import { pointsText } from '#app/features/title-applications/self-score.rule.ts'
import { parseParams, parseSearch } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { EmptyState, Page } from '#app/ui/page.tsx'
import { Status } from '#app/ui/status.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })
const Search = z.object({
  sort: z.string().max(12).default('school'),
  rising: z.enum(['0', '1']).default('1'),
})

/** The scoring sheet of a batch: a row an application, with means, spread and what is to be looked at. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.publishTitles(actor)) throw forbidden()
  const { id: batchId } = parseParams(params, Params)
  const { sort, rising } = parseSearch(request, Search)
  const sheet = await readScoringSheet(db, scopeOf(actor), { batchId, today: today() })
  if (sheet === null) throw notFound()
  return { ...sheet, rows: inSheetOrder(sheet.rows, { by: sort, isRising: rising === '1' }), sort, rising }
}

export default function BatchScores() {
  const { batch, indicators, rows, sort, rising } = useLoaderData<typeof loader>()
  const t = useSay()
  const ready = rows.filter(row => row.judgement !== null).length
  const heading = (by: string, label: string) => (
    <th
      scope="col"
      key={by}
      className={by === 'school' ? undefined : table.number}
      aria-sort={sort === by ? (rising === '1' ? 'ascending' : 'descending') : undefined}
    >
      <Link to={`?sort=${by}&rising=${sort === by && rising === '0' ? '1' : '0'}`}>{label}</Link>
    </th>
  )
  return (
    <Page
      title={t(text.sheet)}
      crumbs={[
        { to: '/titles/batches', label: t(batchText.title) },
        { to: `/titles/batches/${batch.id}`, label: batch.name, lang: 'zh-CN' },
      ]}
      answer={t(text.sheetAnswer, { count: rows.length, ready })}
      asOf={t(text.blind)}
    >
      {rows.length === 0 ? (
        <EmptyState>{t(text.nobody)}</EmptyState>
      ) : (
        <TableFrame label={t(text.sheet)}>
          <table className={`${table.table} ${table.sticky}`}>
            <thead>
              <tr>
                {heading('school', t(text.school))}
                {heading('total', t(text.mean))}
                {heading('range', t(text.range))}
                {heading('deviation', t(text.deviation))}
                {heading('done', t(text.done))}
                <th scope="col">{t(text.flags)}</th>
                {indicators.map(one => heading(one.code, one.code))}
              </tr>
            </thead>
            <tbody>
              {rows.map(row => (
                <ScoredRow key={row.id} row={row} codes={indicators.map(one => one.code)} />
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </Page>
  )
}

function ScoredRow({ row, codes }: { row: SheetRow; codes: readonly string[] }) {
  const t = useSay()
  const said = (points: number | null | undefined) =>
    points === null || points === undefined ? '—' : pointsText(points)
  const { judgement } = row
  return (
    <tr>
      <th scope="row">
        <Link to={`/titles/applications/${row.id}/scores`} lang="zh-CN">
          {row.schoolName}
        </Link>
      </th>
      <td className={table.number}>{said(judgement?.mean)}</td>
      <td className={table.number}>{said(judgement?.spread?.range)}</td>
      <td className={table.number}>{said(judgement?.spread?.deviation)}</td>
      <td className={table.number}>{`${row.done}/${row.asked}`}</td>
      <td className={table.nowrap}>
        {judgement !== null && judgement.odd.length > 0 && (
          <Status kind="warn" label={t(text.odd, { count: judgement.odd.length })} />
        )}
        {judgement?.vetoes.map(veto => (
          <Status key={veto.code} kind="missing" label={t(text.vetoed, veto)} />
        ))}
      </td>
      {codes.map(code => (
        <td key={code} className={table.number}>
          {said(judgement?.means.find(one => one.code === code)?.mean)}
          {judgement?.oddPoints.some(one => one.code === code) && ' ▲'}
        </td>
      ))}
    </tr>
  )
}
