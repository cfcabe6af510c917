import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { isDay, mondayOf, today } from '#app/calendar-day.ts'
import { exportSheet } from '#app/features/imports/export-sheet.server.ts'
import { exportedSheets, exportsFor } from '#app/features/imports/importable.rule.ts'
import { sheetTitles } from '#app/features/imports/imports.text.ts'
import { downloadPieces, exportFormat, exportName } from '#app/http/exports.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { say } from '#app/i18n/text.ts'
import { db } from '#db/index.server.ts'

const day = z.string().refine(isDay).optional()
const Search = z.object({
  sheet: z.enum(exportedSheets),
  from: day,
  to: day,
  format: exportFormat,
})

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeImports(actor)) throw forbidden()
  const { sheet, from, to, format } = parseSearch(request, Search)
  if (!exportsFor(actor.role).includes(sheet)) throw forbidden()
  const asOf = today()
  const locale = await localeOf(request)
  // A log has a row for every activity: without days the week is meant; every other sheet is asked for whole.
  const isLog = sheet === 'activity-log'
  const pieces = await exportSheet(db, scopeOf(actor), sheet, {
    asOf,
    format,
    locale,
    ...((from !== undefined || isLog) && { from: from ?? mondayOf(to ?? asOf) }),
    ...((to !== undefined || isLog) && { to: to ?? asOf }),
  })
  return downloadPieces(
    pieces,
    await exportName(request, say(locale, sheetTitles[sheet]), asOf, format),
    context,
  )
}
