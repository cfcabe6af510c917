import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { designationText } from '#app/features/designation/designation.text.ts'
import { readTitles, titleLines } from '#app/features/designation/read-titles.server.ts'
import { TitleSearch } from '#app/features/designation/title-search.ts'
import { titleSharesList, titlesList, trajectoryList } from '#app/features/designation/titles.list.ts'
import { stageWords } from '#app/features/schools/schools.text.ts'
import { exportList } from '#app/http/exports.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { say } from '#app/i18n/text.ts'
import { db } from '#db/index.server.ts'
import type { Stage } from '#db/tables.ts'

const Search = TitleSearch.extend({
  of: z.enum(['titles', 'units', 'sports', 'stages', 'trajectory']).default('titles'),
})

/** The titles by the filters of their page, or one of its tables of figures. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeTitles(actor)) throw forbidden()

  const { of, ...search } = parseSearch(request, Search)
  const asOf = search.asOf ?? today()
  const asked = { asOf, search, locale: await localeOf(request) }
  const exported = { request, context, asOf }
  if (of === 'titles') return exportList(titlesList, await titleLines(db, scopeOf(actor), asked), exported)
  const read = await readTitles(db, scopeOf(actor), asked)
  if (read === null) throw notFound()
  if (of === 'trajectory') return exportList(trajectoryList, read.trajectory, exported)
  if (of === 'sports')
    return exportList(titleSharesList(designationText.bySport, designationText.sport), read.bySport, exported)
  if (of === 'stages') {
    const rows = read.byStage.map(row => ({ ...row, name: say(asked.locale, stageWords[row.key as Stage]) }))
    return exportList(titleSharesList(designationText.byStage, designationText.stage), rows, exported)
  }
  const total = {
    name: say(asked.locale, designationText.total),
    schools: read.schools,
    living: read.livingSchools,
  }
  const list = titleSharesList(designationText.byUnit, designationText.unit)
  return exportList(list, read.byUnit, { ...exported, total })
}
