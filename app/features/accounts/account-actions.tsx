import { Form, Link } from '@remix-run/react'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Section } from '#app/ui/page.tsx'
import { accountsText } from './accounts.text.ts'

/** A new password for somebody else's account, and closing or opening it. */
export function AccountActions({ id, isDisabled }: { id: string; isDisabled: boolean }) {
  const t = useSay()
  return (
    <Section title={t(accountsText.otherActions)}>
      <p>
        <Link to={`/admin/accounts/${id}/password`}>{t(accountsText.resetPassword)}</Link>
      </p>
      <Form method="post" action={`/admin/accounts/${id}/disabled`}>
        {!isDisabled && <p>{t(accountsText.disableLead)}</p>}
        <button
          className={isDisabled ? button.button : button.danger}
          name="disabled"
          value={isDisabled ? '0' : '1'}
        >
          {t(isDisabled ? accountsText.enable : accountsText.disable)}
        </button>
      </Form>
    </Section>
  )
}
