import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { fieldOf } from '#app/features/accounts/account.rule.ts'
import { AccountFields } from '#app/features/accounts/account-form.tsx'
import { accountsText } from '#app/features/accounts/accounts.text.ts'
import { accountChoices } from '#app/features/accounts/choices.server.ts'
import { createAccount } from '#app/features/accounts/create-account.server.ts'
import { OneTimePassword } from '#app/features/accounts/one-time-password.tsx'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { badRequest, forbidden } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field } from '#app/ui/field.tsx'
import { Notice, Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Account = z.object({
  login: z.string().max(200).default(''),
  name: z.string().max(200).default(''),
  role: z.enum(['city', 'unit', 'school', 'applicant', 'expert', 'auditor', 'admin']),
  unitCode: z.string().max(20).nullable().default(null),
  schoolCode: z.string().trim().max(20).nullable().default(null),
})

export const headers = () => ({ 'Cache-Control': 'no-store' })

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.manageAccounts(actor)) throw forbidden()
  return accountChoices(db, actor, today())
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.manageAccounts(actor)) throw forbidden()
  const entered = await request.formData()
  const form = await parseForm(entered, Account)
  if (!form.ok) throw badRequest()
  const result = await createAccount(db, actor, { ...form.value, password: null }, today())
  if (!result.ok) return data({ refusal: result.refusal, entered: enteredIn(entered) }, { status: 422 })
  return { created: { id: result.id, login: form.value.login, password: result.password } }
}

export default function CreateAccount() {
  const choices = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const crumbs = [{ to: '/admin/accounts', label: t(accountsText.accounts) }]
  if (answer !== undefined && 'created' in answer) {
    return (
      <Page title={t(accountsText.createAccount)} crumbs={crumbs}>
        <OneTimePassword login={answer.created.login} password={answer.created.password} />
        <Link className={button.button} to={`/admin/accounts/${answer.created.id}`}>
          {t(accountsText.back)}
        </Link>
      </Page>
    )
  }
  const entered: Record<string, string> = answer?.entered ?? {}
  const field = answer && fieldOf(answer.refusal)
  const problem = answer && t(accountsText.refusal[answer.refusal])
  return (
    <Page title={t(accountsText.createAccount)} crumbs={crumbs}>
      {field === null && <Notice kind="problem">{problem}</Notice>}
      <Form method="post">
        <Field
          name="login"
          label={t(accountsText.login)}
          hint={t(accountsText.loginHint)}
          autoComplete="off"
          required
          maxLength={60}
          defaultValue={entered.login}
          error={field === 'login' ? problem : undefined}
        />
        <AccountFields {...choices} entered={entered} errors={field ? { [field]: problem } : {}} />
        <button className={button.primary}>{t(accountsText.create)}</button>
      </Form>
    </Page>
  )
}
