import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { findAccount } from '#app/features/accounts/accounts.queries.server.ts'
import { accountsText } from '#app/features/accounts/accounts.text.ts'
import { OneTimePassword } from '#app/features/accounts/one-time-password.tsx'
import { resetPassword } from '#app/features/accounts/reset-password.server.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string() })

export const headers = () => ({ 'Cache-Control': 'no-store' })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.manageAccounts(actor)) throw forbidden()
  const account = await findAccount(db, actor, parseParams(params, Params).id, today())
  if (account === undefined) throw notFound()
  return { id: account.id, login: account.login, name: account.name }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.manageAccounts(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const result = await resetPassword(db, actor, id, today())
  if (result.ok) return { password: result.password }
  if (result.refusal === 'not-found') throw notFound()
  return redirect(`/admin/accounts/${id}?refused=${result.refusal}`)
}

export default function ResetPassword() {
  const { id, login, name } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  return (
    <Page
      title={t(accountsText.resetPassword)}
      crumbs={[
        { to: '/admin/accounts', label: t(accountsText.accounts) },
        { to: `/admin/accounts/${id}`, label: `${name} (${login})` },
      ]}
    >
      {answer !== undefined ? (
        <>
          <OneTimePassword login={login} password={answer.password} />
          <Link className={button.button} to={`/admin/accounts/${id}`}>
            {t(accountsText.back)}
          </Link>
        </>
      ) : (
        <Form method="post">
          <p>{t(accountsText.resetLead)}</p>
          <button className={button.primary}>{t(accountsText.resetPassword)}</button>
        </Form>
      )}
    </Page>
  )
}
