import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { accountsText } from '#app/features/accounts/accounts.text.ts'
import { leastLengthFor } from '#app/features/accounts/password.rule.ts'
import { maskAddress } from '#app/features/applicants/address.rule.ts'
import { CodeField, CodeSent } from '#app/features/applicants/code-sent.tsx'
import { recoverPassword } from '#app/features/applicants/recover-password.server.ts'
import { registerText } from '#app/features/applicants/register.text.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { pendingAddress } from '#app/http/pending-address.server.ts'
import { badRequest } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field } from '#app/ui/field.tsx'
import { Notice, Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Recovery = z.object({
  code: z.string().max(40).default(''),
  password: z.string().max(1000).default(''),
})

export async function loader({ request }: LoaderFunctionArgs) {
  const pending = await pendingAddress(request, 'RECOVER')
  if (pending === null) throw redirect('/recover')
  return { masked: maskAddress(pending), shown: pending.shown }
}

export async function action({ request }: ActionFunctionArgs) {
  const pending = await pendingAddress(request, 'RECOVER')
  if (pending === null) throw redirect('/recover')
  const posted = await request.formData()
  const form = await parseForm(posted, Recovery)
  if (!form.ok) throw badRequest()
  const { channel, value } = pending
  const result = await recoverPassword(db, { address: { channel, value }, ...form.value }, new Date())
  const { code = '' } = enteredIn(posted)
  if (!result.ok) return data({ refusal: result.refusal, code }, { status: 422 })
  return { refusal: null, code: '' }
}

export default function FinishRecovery() {
  const { masked, shown } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  if (answer?.refusal === null) {
    return (
      <Page title={t(registerText.recover)}>
        <Notice kind="done">{t(registerText.recovered)}</Notice>
        <Link className={button.primary} to="/sign-in">
          {t(accountsText.signIn)}
        </Link>
      </Page>
    )
  }
  const refusal = answer?.refusal
  const isOfCode = refusal === 'wrong-code'
  return (
    <Page title={t(registerText.recover)}>
      <CodeSent masked={masked} shown={shown} again="/recover" />
      <Form method="post">
        <CodeField
          value={answer?.code}
          error={isOfCode ? t(registerText.refusal['wrong-code']) : undefined}
        />
        <Field
          name="password"
          type="password"
          label={t(accountsText.newPassword)}
          hint={t(accountsText.passwordHint, { least: leastLengthFor('applicant') })}
          autoComplete="new-password"
          error={refusal === undefined || isOfCode ? undefined : t(accountsText.refusal[refusal])}
          required
        />
        <button className={button.primary}>{t(registerText.setPassword)}</button>
      </Form>
    </Page>
  )
}
