import type { LoaderFunctionArgs } from '@remix-run/node'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import {
  InstructorSearch,
  filterOf as instructorFilter,
} from '#app/features/instructors/instructor-search.ts'
import { instructorsList } from '#app/features/instructors/instructors.list.ts'
import { instructorOptions, readRegister } from '#app/features/instructors/read-instructor.server.ts'
import { listVisibleUnits } from '#app/features/regions/units.queries.server.ts'
import { exportList } from '#app/http/exports.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { db } from '#db/index.server.ts'

/** The register of coaches by the filters of its page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeInstructors(actor)) throw forbidden()

  const filter = instructorFilter(parseSearch(request, InstructorSearch), today())
  const scope = scopeOf(actor)
  const locale = await localeOf(request)
  const { sports } = await instructorOptions(db, scope, { today: today(), locale })
  const units = await listVisibleUnits(db, scope)
  const unitName = (code: string) => {
    const unit = units.find(one => one.code === code)
    return (locale === 'en' ? unit?.nameEn : unit?.name) ?? code
  }
  const list = instructorsList({
    unit: unitName,
    sport: code => sports.find(one => one.code === code)?.name ?? code,
  })
  return exportList(list, await readRegister(db, scope, filter), { request, context, asOf: filter.asOf })
}
