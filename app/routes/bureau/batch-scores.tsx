import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { batchText } from '#app/features/designation/batch.text.ts'
import { readScoringSheet } from '#app/features/title-applications/read-scoring-sheet.server.ts'
import styles from '#app/features/title-applications/scoring.module.css'
import { scoringText as text } from '#app/features/title-applications/scoring.text.ts'
import { ScoringSearch } from '#app/features/title-applications/scoring-search.ts'
import { inSheetOrder } from '#app/features/title-applications/scoring-sheet.rule.ts'
import { ScoringTable } from '#app/features/title-applications/scoring-table.tsx'
import { parseParams, parseSearch } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { EmptyState, Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })
/** The scoring sheet of a batch. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.publishTitles(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const { sort, order: direction } = parseSearch(request, ScoringSearch)
  const sheet = await readScoringSheet(db, scopeOf(actor), { batchId: id, today: today() })
  if (sheet === null) throw notFound()
  const order = { by: sort, isRising: direction === 'rising' }
  const codes = sheet.indicators.map(one => one.code)
  return { ...sheet, rows: inSheetOrder(sheet.rows, order, codes), order }
}

export default function BatchScores() {
  const { batch, indicators, rows, order } = useLoaderData<typeof loader>()
  const t = useSay()
  const shown = rows.filter(row => row.judgement !== null).length
  return (
    <Page
      exports
      title={t(text.sheet)}
      crumbs={[
        { to: '/titles/batches', label: t(batchText.title) },
        { to: `/titles/batches/${batch.id}`, label: batch.name, lang: 'zh-CN' },
      ]}
      answer={t(text.sheetAnswer, { count: rows.length, shown })}
      actions={
        <Link className={button.button} to={`/titles/batches/${batch.id}/experts`}>
          {t(text.experts)}
        </Link>
      }
    >
      {rows.length === 0 ? (
        <EmptyState>{t(text.none)}</EmptyState>
      ) : (
        <>
          <ScoringTable label={t(text.sheet)} indicators={indicators} rows={rows} order={order} />
          <p>{t(text.oddMeans)}</p>
        </>
      )}
      <p className={styles.aside}>{t(text.blind)}</p>
    </Page>
  )
}
