import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { isDay, today } from '#app/calendar-day.ts'
import { exportCoverage } from '#app/features/program/export-coverage.server.ts'
import { download } from '#app/http/downloads.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { db } from '#db/index.server.ts'

const Search = z.object({ asOf: z.string().refine(isDay).optional(), unit: z.string().max(8).optional() })

/** The figures of the coverage page as a workbook. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeCoverage(actor)) throw forbidden()
  const { asOf = today(), unit: unitCode } = parseSearch(request, Search)
  const bytes = await exportCoverage(db, scopeOf(actor), { asOf, unitCode, locale: await localeOf(request) })
  if (bytes === null) throw notFound()
  return download(bytes, `5621覆盖-${unitCode ?? '全市'}-${asOf}.xlsx`)
}
