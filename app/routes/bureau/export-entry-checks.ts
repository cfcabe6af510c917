import type { LoaderFunctionArgs } from '@remix-run/node'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { entryChecksList } from '#app/features/instructors/instructors.list.ts'
import { listEntryChecks } from '#app/features/instructors/list-entry-checks.server.ts'
import { listVisibleUnits } from '#app/features/regions/units.queries.server.ts'
import { exportList } from '#app/http/exports.server.ts'
import { forbidden } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { db } from '#db/index.server.ts'

/** Whose entry check stands how, for the two offices that may know. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.recordEntryChecks(actor)) throw forbidden()

  const isEnglish = (await localeOf(request)) === 'en'
  const units = await listVisibleUnits(db, scopeOf(actor))
  const names = new Map(units.map(unit => [unit.code, isEnglish ? unit.nameEn : unit.name]))
  const people = await listEntryChecks(db, scopeOf(actor), today())
  const rows = people.map(one => ({ ...one, unit: names.get(one.unitCode) ?? one.unitCode }))
  return exportList(entryChecksList, rows, { request, context, asOf: today() })
}
