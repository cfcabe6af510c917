import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { can } from '#app/auth/permissions.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { managedRoles, stateOf } from '#app/features/accounts/account.rule.ts'
import { AccountFilter } from '#app/features/accounts/account-filter.tsx'
import { AccountSearch } from '#app/features/accounts/account-search.ts'
import { AccountTable } from '#app/features/accounts/account-table.tsx'
import { countAccounts, listAccounts } from '#app/features/accounts/accounts.queries.server.ts'
import { accountsText } from '#app/features/accounts/accounts.text.ts'
import { listUnits } from '#app/features/regions/units.queries.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { EmptyState, Page } from '#app/ui/page.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { db } from '#db/index.server.ts'

const pageSize = 50

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.manageAccounts(actor)) throw forbidden()
  const { page, unit, ...search } = parseSearch(request, AccountSearch)
  const filter = { ...search, unitCode: unit, limit: pageSize, offset: (page - 1) * pageSize }
  const [rows, total] = [
    await listAccounts(db, actor, filter, today()),
    await countAccounts(db, actor, filter, today()),
  ]
  return {
    accounts: rows.map(row => ({ ...row, state: stateOf(row, now()) })),
    total,
    page,
    chosen: { ...search, unit },
    roles: managedRoles(actor.role),
    units: actor.role === 'unit' ? [] : await listUnits(db),
  }
}

export default function Accounts() {
  const { accounts, total, page, chosen, roles, units } = useLoaderData<typeof loader>()
  const t = useSay()
  return (
    <Page
      exports
      title={t(accountsText.accounts)}
      answer={t(accountsText.accountsFound, { count: total })}
      actions={
        <Link className={button.primary} to="/admin/accounts/new">
          {t(accountsText.createAccount)}
        </Link>
      }
    >
      <Form>
        <AccountFilter chosen={chosen} roles={roles} units={units} />
      </Form>
      {accounts.length === 0 ? (
        <EmptyState>{t(accountsText.noAccounts)}</EmptyState>
      ) : (
        <AccountTable accounts={accounts} />
      )}
      <Pager page={page} pageSize={pageSize} total={total} />
    </Page>
  )
}
