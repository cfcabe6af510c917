import type { LoaderFunctionArgs } from '@remix-run/node'
import { today } from '#app/calendar-day.ts'
import { listUnits } from '#app/features/regions/units.queries.server.ts'
import { VenueSearch } from '#app/features/venues/venue-search.ts'
import { venuesList } from '#app/features/venues/venues.list.ts'
import { listsOf, publishedYears } from '#app/features/venues/venues.queries.server.ts'
import { exportList } from '#app/http/exports.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { db } from '#db/index.server.ts'

/** For everybody: the venues that were published for the year, of all units or the one asked for. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const search = parseSearch(request, VenueSearch)
  const year = search.year ?? (await publishedYears(db))[0] ?? Number(today().slice(0, 4))
  const isEnglish = (await localeOf(request)) === 'en'
  const units = new Map((await listUnits(db)).map(unit => [unit.code, isEnglish ? unit.nameEn : unit.name]))
  const lists = await listsOf(db, year)
  const rows = lists
    .filter(list => search.unit === undefined || list.unitCode === search.unit)
    .flatMap(({ unitCode, lines }) =>
      lines.map(line => ({ ...line, unitName: units.get(unitCode) ?? unitCode })),
    )
  return exportList(venuesList, rows, { request, context, asOf: today(), of: String(year) })
}
