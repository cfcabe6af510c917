import type { LoaderFunctionArgs } from '@remix-run/node'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { readRenewals } from '#app/features/reevaluation/read-renewals.server.ts'
import { RenewalSearch } from '#app/features/reevaluation/renewal-search.ts'
import { renewalsList } from '#app/features/reevaluation/renewals.list.ts'
import { exportList } from '#app/http/exports.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { db } from '#db/index.server.ts'

/** What is due about titles, all of it or of the one kind that the address asks for. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeTitles(actor)) throw forbidden()

  const search = parseSearch(request, RenewalSearch)
  const asked = { today: today(), search, locale: await localeOf(request), isWhole: true }
  const { lists, reportsDue } = await readRenewals(db, scopeOf(actor), asked)
  const isLate = today() > reportsDue
  const rows = lists.flatMap(({ kind, lines }) => lines.map(line => ({ ...line, kind, isLate })))
  return exportList(renewalsList, rows, { request, context, asOf: today() })
}
