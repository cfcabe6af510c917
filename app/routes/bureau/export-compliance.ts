import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import {
  schoolComplianceList,
  silentList,
  unitComplianceList,
} from '#app/features/compliance/compliance.list.ts'
import { complianceText } from '#app/features/compliance/compliance.text.ts'
import { complianceOverview } from '#app/features/compliance/compliance-overview.server.ts'
import { PeriodSearch } from '#app/features/compliance/compliance-search.ts'
import { exportCompliance } from '#app/features/compliance/export-compliance.server.ts'
import { silentSchoolsOn } from '#app/features/compliance/silent-schools.server.ts'
import { download } from '#app/http/downloads.server.ts'
import { exportList, exportName } from '#app/http/exports.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { say } from '#app/i18n/text.ts'
import { db } from '#db/index.server.ts'

const Search = PeriodSearch.extend({
  unit: z.string().max(8).optional(),
  of: z.enum(['report', 'units', 'schools', 'silent']).default('report'),
})

/** Compliance in a period as the report that an office signs, or one of the lists of its pages. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeCompliance(actor) || actor.role === 'school') throw forbidden()
  const { period, day = today(), unit, of } = parseSearch(request, Search)
  const filter = unit === undefined ? {} : { unitCode: unit }
  const overview = await complianceOverview(db, scopeOf(actor), { period, day, today: today(), ...filter })
  const { from, to, total } = overview
  const [only] = overview.units
  if (only === undefined) throw notFound()
  const locale = await localeOf(request)
  const named = (one: { name: string; nameEn: string }) => (locale === 'en' ? one.nameEn : one.name)
  const isCity = unit === undefined && overview.units.length > 1
  const place = isCity ? say(locale, complianceText.city) : named(only)
  if (of === 'report') {
    const name = await exportName(request, `${place}_每天一小时_${from.replaceAll('-', '')}`, to, 'xlsx')
    return download(await exportCompliance(overview, place, locale), name)
  }
  const exported = { request, context, asOf: to, of: `${place} ${from}–${to}` }
  if (of === 'silent') {
    const last = overview.silent.day
    const silent =
      last === null ? [] : (await silentSchoolsOn(db, scopeOf(actor), { day: last, ...filter })).silent
    return exportList(silentList, silent, { ...exported, asOf: last ?? to, of: place })
  }
  const words = { unit: say(locale, complianceText.total), school: '' }
  const names = new Map(overview.units.map(one => [one.code, named(one)] as const))
  if (of === 'units') {
    const rows = overview.units.map(one => ({ ...one, unit: named(one), school: '' }))
    return exportList(unitComplianceList, rows, { ...exported, total: { ...total, ...words } })
  }
  const rows = overview.schools.map(one => ({
    ...one,
    unit: names.get(one.unitCode) ?? one.unitCode,
    school: one.name,
  }))
  return exportList(schoolComplianceList, rows, { ...exported, total: { ...total, ...words } })
}
