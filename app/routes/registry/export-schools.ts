import type { LoaderFunctionArgs } from '@remix-run/node'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { exportSheet } from '#app/features/imports/export-sheet.server.ts'
import { sheetTitles } from '#app/features/imports/imports.text.ts'
import { filterOf, SchoolSearch } from '#app/features/schools/school-search.ts'
import { downloadPieces, exportFormat, exportName } from '#app/http/exports.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { say } from '#app/i18n/text.ts'
import { db } from '#db/index.server.ts'

const Search = SchoolSearch.extend({ format: exportFormat })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeRegistry(actor)) throw forbidden()
  const { format, ...search } = parseSearch(request, Search)
  const { asOf, ...filter } = filterOf(search, today())
  const locale = await localeOf(request)
  const pieces = await exportSheet(db, scopeOf(actor), 'schools', { asOf, filter, format, locale })
  const name = await exportName(request, say(locale, sheetTitles.schools), asOf, format)
  return downloadPieces(pieces, name, context)
}
