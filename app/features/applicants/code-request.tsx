import { Form, Link } from '@remix-run/react'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field } from '#app/ui/field.tsx'
import { Page } from '#app/ui/page.tsx'
import type { CodeRefusal } from './register.rule.ts'
import { registerText } from './register.text.ts'

interface CodeRequestProps {
  purpose: 'register' | 'recover'
  answer: { refusal: CodeRefusal; address: string } | undefined
}

/** Asks where a code is to be sent; what was typed stays when it could not be. */
export function CodeRequest({ purpose, answer }: CodeRequestProps) {
  const t = useSay()
  return (
    <Page title={t(registerText[purpose])} answer={t(registerText[`${purpose}Lead`])}>
      <Form method="post">
        <Field
          name="address"
          label={t(registerText.address)}
          hint={t(registerText.addressHint)}
          autoComplete="username"
          autoCapitalize="none"
          defaultValue={answer?.address}
          error={answer === undefined ? undefined : t(registerText.codeRefusal[answer.refusal])}
          required
        />
        <button className={button.primary}>{t(registerText.sendCode)}</button>
      </Form>
      <p>
        <Link to="/sign-in">{t(registerText.haveAccount)}</Link>
      </p>
    </Page>
  )
}
