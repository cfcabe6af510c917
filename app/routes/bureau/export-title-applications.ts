import type { LoaderFunctionArgs } from '@remix-run/node'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { readTitleApplications } from '#app/features/title-applications/read-title-applications.server.ts'
import { TitleApplicationSearch } from '#app/features/title-applications/title-application-search.ts'
import { titleApplicationsList } from '#app/features/title-applications/title-applications.list.ts'
import { exportList } from '#app/http/exports.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { db } from '#db/index.server.ts'

/** The applications of the reader’s schools by the filters of their page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeTitles(actor)) throw forbidden()

  const { batch, state } = parseSearch(request, TitleApplicationSearch)
  const asked = { today: today(), now: now(), locale: await localeOf(request), batchId: batch, state }
  const { rows } = await readTitleApplications(db, scopeOf(actor), asked)
  return exportList(titleApplicationsList, rows, { request, context, asOf: today() })
}
