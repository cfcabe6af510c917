import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { exportSheet } from '#app/features/imports/export-sheet.server.ts'
import { sheetTitles } from '#app/features/imports/imports.text.ts'
import { readTimetable } from '#app/features/timetable/read-timetable.server.ts'
import { timetableList, timetableRows } from '#app/features/timetable/timetable.list.ts'
import { TimetableSearch } from '#app/features/timetable/timetable-search.ts'
import { downloadPieces, exportFormat, exportList, exportName } from '#app/http/exports.server.ts'
import { parseParams, parseSearch } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { say } from '#app/i18n/text.ts'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })
const Search = TimetableSearch.extend({ of: z.literal('sheet').optional(), format: exportFormat })

/** The timetable of a school as its page shows it, or whole, of every day, as a sheet that can be imported again. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeTimetables(actor)) throw forbidden()

  const { id } = parseParams(params, Params)
  const { day = today(), grade, kind, of, format } = parseSearch(request, Search)
  const scope = scopeOf(actor)
  const timetable = await readTimetable(db, scope, { schoolId: id, day, today: today(), grade, kind })
  if (timetable === undefined) throw notFound()
  const { school, lines } = timetable
  if (of === undefined)
    return exportList(timetableList, timetableRows(lines), { request, context, asOf: day, of: school.name })
  const locale = await localeOf(request)
  const pieces = await exportSheet(db, scope, 'timetable', { asOf: today(), schoolId: id, format, locale })
  const name = `${say(locale, sheetTitles.timetable)} ${school.name}`
  return downloadPieces(pieces, await exportName(request, name, today(), format), context)
}
