import { Link } from '@remix-run/react'
import { useSay } from '#app/i18n/use-say.ts'
import { Field } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/page.tsx'
import { registerText } from './register.text.ts'
import { codeLimits } from './verification.rule.ts'

/** Where the code went, masked, and on an installation without a gateway the code itself. */
export function CodeSent({ masked, shown, again }: { masked: string; shown: string | null; again: string }) {
  const t = useSay()
  return (
    <>
      <p>
        {t(registerText.codeSent, { address: masked, minutes: codeLimits.minutes })}{' '}
        <Link to={again}>{t(registerText.again)}</Link>
      </p>
      {shown !== null && <Notice kind="done">{t(registerText.codeShown, { code: shown })}</Notice>}
    </>
  )
}

export function CodeField({ value, error }: { value?: string; error?: string }) {
  const t = useSay()
  return (
    <Field
      name="code"
      label={t(registerText.code)}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={12}
      defaultValue={value}
      error={error}
      required
    />
  )
}
