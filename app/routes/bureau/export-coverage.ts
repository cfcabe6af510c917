import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { isDay, today } from '#app/calendar-day.ts'
import { exportCoverage, exportPlacementsBehind } from '#app/features/program/export-coverage.server.ts'
import { downloadPieces, exportFormat, exportName } from '#app/http/exports.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { db } from '#db/index.server.ts'

const Search = z.object({
  asOf: z.string().refine(isDay).optional(),
  unit: z.string().max(8).optional(),
  sport: z.string().max(30).optional(),
  of: z.enum(['figures', 'placements']).default('figures'),
  format: exportFormat,
})

const parts = {
  figures: { write: exportCoverage, name: '5621覆盖' },
  placements: { write: exportPlacementsBehind, name: '5621布点明细' },
}

/** The figures of the coverage pages, or the placements behind them. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeCoverage(actor)) throw forbidden()
  const { asOf = today(), unit: unitCode, sport, of, format } = parseSearch(request, Search)
  const { write, name } = parts[of]
  const locale = await localeOf(request)
  const asked = { asOf, unitCode, sport, locale, format, seesChecks: can.recordEntryChecks(actor) }
  const pieces = await write(db, scopeOf(actor), asked)
  if (pieces === null) throw notFound()
  const title = [name, unitCode ?? '全市', sport].filter(Boolean).join('_')
  return downloadPieces(pieces, await exportName(request, title, asOf, format), context)
}
