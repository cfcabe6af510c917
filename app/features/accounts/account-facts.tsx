import { useSay } from '#app/i18n/use-say.ts'
import type { Role } from '#db/tables.ts'
import styles from './account-facts.module.css'
import { accountsText } from './accounts.text.ts'

interface AccountFactsProps {
  account: {
    login: string
    role: Role
    unitName: string | null
    schoolName: string | null
    schoolCode: string | null
  }
}

/** What an account is and where it belongs. */
export function AccountFacts({ account }: AccountFactsProps) {
  const t = useSay()
  return (
    <dl className={styles.facts}>
      <dt>{t(accountsText.login)}</dt>
      <dd>{account.login}</dd>
      <dt>{t(accountsText.role)}</dt>
      <dd>{t(accountsText.roles[account.role])}</dd>
      {account.unitName !== null && (
        <>
          <dt>{t(accountsText.unit)}</dt>
          <dd>{account.unitName}</dd>
        </>
      )}
      {account.schoolName !== null && (
        <>
          <dt>{t(accountsText.school)}</dt>
          <dd>
            {account.schoolName} {account.schoolCode}
          </dd>
        </>
      )}
    </dl>
  )
}
