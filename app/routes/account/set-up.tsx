import { type ActionFunctionArgs, data, redirect } from '@remix-run/node'
import { Form, Link, useActionData } from '@remix-run/react'
import { z } from 'zod'
import { startSession } from '#app/auth/sessions.server.ts'
import { hasAccounts } from '#app/features/accounts/accounts.queries.server.ts'
import { accountsText } from '#app/features/accounts/accounts.text.ts'
import { createFirstAdministrator } from '#app/features/accounts/create-first-administrator.server.ts'
import { leastLengthFor } from '#app/features/accounts/password.rule.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { badRequest, notFound } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field } from '#app/ui/field.tsx'
import { Notice, Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Administrator = z.object({
  login: z.string().max(200).default(''),
  name: z.string().max(200).default(''),
  password: z.string().max(1000).default(''),
  repeated: z.string().max(1000).default(''),
})

export async function loader() {
  if (await hasAccounts(db)) throw notFound()
  return null
}

export async function action({ request }: ActionFunctionArgs) {
  if (await hasAccounts(db)) throw notFound()
  const entered = await request.formData()
  const form = await parseForm(entered, Administrator)
  if (!form.ok) throw badRequest()
  const { login, name } = enteredIn(entered)
  if (form.value.password !== form.value.repeated)
    return data({ refusal: 'not-repeated' as const, login, name }, { status: 422 })
  const result = await createFirstAdministrator(db, form.value)
  if (!result.ok) return data({ refusal: result.refusal, login, name }, { status: 422 })
  return redirect('/', { headers: { 'Set-Cookie': await startSession(db, request, result.accountId) } })
}

export default function SetUp() {
  const answer = useActionData<typeof action>()
  const t = useSay()
  return (
    <Page title={t(accountsText.setUp)} answer={t(accountsText.setUpLead)}>
      {answer !== undefined && (
        <Notice kind="problem">
          {t(wordsOf(answer.refusal))}{' '}
          {answer.refusal === 'already-set-up' && <Link to="/sign-in">{t(accountsText.signIn)}</Link>}
        </Notice>
      )}
      <Form method="post">
        <Field
          name="login"
          label={t(accountsText.login)}
          hint={t(accountsText.loginHint)}
          autoComplete="username"
          required
          defaultValue={answer?.login}
        />
        <Field
          name="name"
          label={t(accountsText.name)}
          autoComplete="name"
          required
          defaultValue={answer?.name}
        />
        <Field
          name="password"
          type="password"
          label={t(accountsText.password)}
          hint={t(accountsText.passwordHint, { least: leastLengthFor('admin') })}
          autoComplete="new-password"
          required
        />
        <Field
          name="repeated"
          type="password"
          label={t(accountsText.repeatPassword)}
          autoComplete="new-password"
          required
        />
        <button className={button.primary}>{t(accountsText.setUpAction)}</button>
      </Form>
    </Page>
  )
}

type Refusal = NonNullable<ReturnType<typeof useActionData<typeof action>>>['refusal']

function wordsOf(refusal: Refusal) {
  if (refusal === 'not-repeated') return accountsText.notRepeated
  return refusal === 'already-set-up' ? accountsText.alreadySetUp : accountsText.refusal[refusal]
}
