import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { indicatorsList } from '#app/features/designation/indicators.list.ts'
import { indicatorsOf, listSets } from '#app/features/designation/indicators.queries.server.ts'
import { indicatorsText } from '#app/features/designation/indicators.text.ts'
import { exportList } from '#app/http/exports.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { say } from '#app/i18n/text.ts'
import { db } from '#db/index.server.ts'

const Search = z.object({ version: z.coerce.number().int().min(1).max(9999).optional() })

/** The indicators of the version that the page shows. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeTitles(actor)) throw forbidden()

  const { version } = parseSearch(request, Search)
  // A draft is the city's own until it is published.
  const sets = (await listSets(db)).filter(set => can.changeTitleRules(actor) || set.publishedAt !== null)
  const shown = sets.find(set => version === undefined || set.version === version)
  if (shown === undefined) throw notFound()
  const of = `${say(await localeOf(request), indicatorsText.version)} ${shown.version}`
  return exportList(indicatorsList, await indicatorsOf(db, shown.id), { request, context, asOf: today(), of })
}
