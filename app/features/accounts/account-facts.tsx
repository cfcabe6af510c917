import { useSay } from '#app/i18n/use-say.ts'
import { Facts } from '#app/ui/facts.tsx'
import type { Role } from '#db/tables.ts'
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
  const { schoolName, schoolCode } = account
  return (
    <Facts
      facts={[
        [t(accountsText.login), account.login],
        [t(accountsText.role), t(accountsText.roles[account.role])],
        [t(accountsText.unit), account.unitName],
        [t(accountsText.school), schoolName && `${schoolName} ${schoolCode ?? ''}`],
      ]}
    />
  )
}
