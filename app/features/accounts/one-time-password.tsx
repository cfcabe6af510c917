import { useSay } from '#app/i18n/use-say.ts'
import { Notice } from '#app/ui/page.tsx'
import { accountsText } from './accounts.text.ts'

/** A password on the only page that ever shows it. */
export function OneTimePassword({ login, password }: { login: string; password: string }) {
  const t = useSay()
  return (
    <Notice kind="done">
      <p>{t(accountsText.passwordOnce, { login })}</p>
      <p>
        <output aria-label={t(accountsText.password)}>
          <code>{password}</code>
        </output>
      </p>
    </Notice>
  )
}
