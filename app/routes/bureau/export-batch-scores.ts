import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { readScoringSheet } from '#app/features/title-applications/read-scoring-sheet.server.ts'
import { scoringList } from '#app/features/title-applications/scoring.list.ts'
import { ScoringSearch } from '#app/features/title-applications/scoring-search.ts'
import { inSheetOrder } from '#app/features/title-applications/scoring-sheet.rule.ts'
import { exportList } from '#app/http/exports.server.ts'
import { parseParams, parseSearch } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })

/** The scoring sheet of a batch in the order of its page. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.publishTitles(actor)) throw forbidden()

  const { id } = parseParams(params, Params)
  const { sort, order: direction } = parseSearch(request, ScoringSearch)
  const sheet = await readScoringSheet(db, scopeOf(actor), { batchId: id, today: today() })
  if (sheet === null) throw notFound()
  const codes = sheet.indicators.map(one => one.code)
  const rows = inSheetOrder(sheet.rows, { by: sort, isRising: direction === 'rising' }, codes)
  return exportList(scoringList(sheet.indicators), rows, {
    ...{ request, context, asOf: today(), of: sheet.batch.name },
  })
}
