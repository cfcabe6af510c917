import { Link } from '@remix-run/react'
import { inCity } from '#app/calendar-day.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { Status } from '#app/ui/status.tsx'
import styles from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import type { Role } from '#db/tables.ts'
import { accountsText } from './accounts.text.ts'

type AccountState = 'active' | 'disabled' | 'locked'

interface AccountTableProps {
  accounts: {
    id: string
    login: string
    name: string
    role: Role
    unitName: string | null
    schoolName: string | null
    createdAt: string
    state: AccountState
  }[]
}

export function AccountTable({ accounts }: AccountTableProps) {
  const t = useSay()
  return (
    <TableFrame label={t(accountsText.accounts)}>
      <table className={`${styles.table} ${styles.sticky}`}>
        <thead>
          <tr>
            <th scope="col">{t(accountsText.login)}</th>
            <th scope="col">{t(accountsText.name)}</th>
            <th scope="col">{t(accountsText.role)}</th>
            <th scope="col">
              {t(accountsText.unit)} / {t(accountsText.school)}
            </th>
            <th scope="col">{t(accountsText.state)}</th>
            <th scope="col">{t(accountsText.createdAt)}</th>
          </tr>
        </thead>
        <tbody>
          {accounts.map(account => (
            <tr key={account.id}>
              <th scope="row">
                <Link to={`/admin/accounts/${account.id}`}>{account.login}</Link>
              </th>
              <td>{account.name}</td>
              <td>{t(accountsText.roles[account.role])}</td>
              <td>{account.schoolName ?? account.unitName ?? ''}</td>
              <td>
                <AccountStatus state={account.state} />
              </td>
              <td className={styles.nowrap}>{inCity(account.createdAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

export function AccountStatus({ state }: { state: AccountState }) {
  const t = useSay()
  if (state === 'disabled') return <Status kind="exempt" label={t(accountsText.disabled)} />
  if (state === 'locked') return <Status kind="warn" label={t(accountsText.lockedNow)} />
  return <Status kind="met" label={t(accountsText.active)} />
}
