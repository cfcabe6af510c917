import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { type Scope, scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { isDay, today } from '#app/calendar-day.ts'
import { coverageText } from '#app/features/program/coverage.text.ts'
import { exportCoverage, exportPlacementsBehind } from '#app/features/program/export-coverage.server.ts'
import { findUnit } from '#app/features/regions/units.queries.server.ts'
import { downloadPieces, exportFormat, exportName } from '#app/http/exports.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { type Locale, say } from '#app/i18n/text.ts'
import { db } from '#db/index.server.ts'

const Search = z.object({
  asOf: z.string().refine(isDay).optional(),
  unit: z.string().max(8).optional(),
  sport: z.string().max(30).optional(),
  of: z.enum(['figures', 'placements']).default('figures'),
  format: exportFormat,
})

const writers = { figures: exportCoverage, placements: exportPlacementsBehind }

/** The figures of the coverage pages, or the placements behind them. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeCoverage(actor)) throw forbidden()
  const { asOf = today(), unit: unitCode, sport, of, format } = parseSearch(request, Search)
  const locale = await localeOf(request)
  const asked = { asOf, unitCode, sport, locale, format, seesChecks: can.recordEntryChecks(actor) }
  const pieces = await writers[of](db, scopeOf(actor), asked)
  if (pieces === null) throw notFound()
  const place = await placeOf(scopeOf(actor), unitCode, locale)
  const title = [say(locale, coverageText.fileNames[of]), place, sport].filter(Boolean).join('_')
  return downloadPieces(pieces, await exportName(request, title, asOf, format), context)
}

/** Whose figures the file holds: a unit takes out its own. */
async function placeOf(scope: Scope, asked: string | undefined, locale: Locale): Promise<string> {
  const code = asked ?? (scope.kind === 'unit' ? scope.unitCode : undefined)
  const unit = code === undefined ? undefined : await findUnit(db, code)
  if (unit === undefined) return say(locale, coverageText.wholeCity)
  return locale === 'en' ? unit.nameEn : unit.name
}
