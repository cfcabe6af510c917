import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { complianceText } from '#app/features/compliance/compliance.text.ts'
import { complianceOverview } from '#app/features/compliance/compliance-overview.server.ts'
import { PeriodSearch } from '#app/features/compliance/compliance-search.ts'
import { exportCompliance } from '#app/features/compliance/export-compliance.server.ts'
import { download } from '#app/http/downloads.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { say } from '#app/i18n/text.ts'
import { db } from '#db/index.server.ts'

const Search = PeriodSearch.extend({ unit: z.string().max(8).optional() })

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeCompliance(actor) || actor.role === 'school') throw forbidden()
  const { period, day = today(), unit } = parseSearch(request, Search)
  const filter = unit === undefined ? {} : { unitCode: unit }
  const overview = await complianceOverview(db, scopeOf(actor), { period, day, today: today(), ...filter })
  const [only] = overview.units
  if (only === undefined) throw notFound()
  const locale = await localeOf(request)
  const isCity = unit === undefined && overview.units.length > 1
  const place = isCity ? say(locale, complianceText.city) : locale === 'en' ? only.nameEn : only.name
  const bytes = await exportCompliance(overview, place, locale)
  return download(bytes, `${place}_每天一小时_${overview.from}_${overview.to}.xlsx`)
}
