import type { LoaderFunctionArgs } from '@remix-run/node'
import { can } from '#app/auth/permissions.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { stateOf } from '#app/features/accounts/account.rule.ts'
import { AccountSearch } from '#app/features/accounts/account-search.ts'
import { accountsList } from '#app/features/accounts/accounts.list.ts'
import { listAccounts } from '#app/features/accounts/accounts.queries.server.ts'
import { exportList } from '#app/http/exports.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

/** The accounts that somebody manages, by the filters of their page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.manageAccounts(actor)) throw forbidden()

  const { page: _, unit, ...search } = parseSearch(request, AccountSearch)
  const accounts = await listAccounts(db, actor, { ...search, unitCode: unit }, today())
  const rows = accounts.map(row => ({ ...row, state: stateOf(row, now()) }))
  return exportList(accountsList, rows, { request, context, asOf: today() })
}
