import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { isDay, today } from '#app/calendar-day.ts'
import { sheetsFor } from '#app/features/imports/importable.rule.ts'
import { sheetTitles } from '#app/features/imports/imports.text.ts'
import { makeTemplate } from '#app/features/imports/make-template.server.ts'
import { isTemplateSheet } from '#app/features/imports/sheet-name.ts'
import { findSchool } from '#app/features/schools/schools.queries.server.ts'
import { download } from '#app/http/downloads.server.ts'
import { parseParams, parseSearch } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { say } from '#app/i18n/text.ts'
import { db } from '#db/index.server.ts'

const Params = z.object({ sheet: z.string().regex(/^[a-z-]{1,30}\.xlsx$/) })
const Search = z.object({
  school: z.string().length(26).optional(),
  day: z.string().refine(isDay).optional(),
})

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.importSheets(actor)) throw forbidden()
  const sheet = parseParams(params, Params).sheet.slice(0, -'.xlsx'.length)
  const asked = parseSearch(request, Search)
  if (!isTemplateSheet(sheet)) throw notFound()
  if (!sheetsFor(actor.role).includes(sheet)) throw forbidden()
  const { day = today() } = asked
  const scope = scopeOf(actor)
  const schoolId = asked.school ?? actor.schoolId
  const school = schoolId === null ? null : await findSchool(db, scope, schoolId, today())
  if (school === undefined) throw notFound()
  // The week matrix is nothing without the classes that stand in it.
  if (sheet === 'activity-week' && school === null) throw notFound()
  const locale = await localeOf(request)
  const bytes = await makeTemplate(db, scope, sheet, { locale, school, day })
  const title = say(locale, sheetTitles[sheet])
  return download(bytes, school === null ? `${title}.xlsx` : `${school.name}_${title}_${day}.xlsx`)
}
