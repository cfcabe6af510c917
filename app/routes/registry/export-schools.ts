import type { LoaderFunctionArgs } from '@remix-run/node'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { exportSheet } from '#app/features/imports/export-sheet.server.ts'
import { sheetTitles } from '#app/features/imports/imports.text.ts'
import { filterOf, SchoolSearch } from '#app/features/schools/school-search.ts'
import { download } from '#app/http/downloads.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { say } from '#app/i18n/text.ts'
import { db } from '#db/index.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeRegistry(actor)) throw forbidden()
  const { asOf, ...filter } = filterOf(parseSearch(request, SchoolSearch), today())
  const locale = await localeOf(request)
  const bytes = await exportSheet(db, scopeOf(actor), 'schools', { asOf, filter, format: 'xlsx', locale })
  return download(bytes, `${say(locale, sheetTitles.schools)}_${asOf}.xlsx`)
}
