import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireSession } from '#app/auth/session.server.ts'
import { inCity } from '#app/calendar-day.ts'
import { accountsText } from '#app/features/accounts/accounts.text.ts'
import { type ChangePasswordResult, changePassword } from '#app/features/accounts/change-password.server.ts'
import { leastLengthFor } from '#app/features/accounts/password.rule.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { badRequest } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field } from '#app/ui/field.tsx'
import { Notice, Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Passwords = z.object({
  current: z.string().max(1000).default(''),
  next: z.string().max(1000).default(''),
  repeated: z.string().max(1000).default(''),
})

type Refused = Extract<ChangePasswordResult, { ok: false }> | { refusal: 'not-repeated' }

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, mustChangePassword } = await requireSession(request)
  return { mustChangePassword, least: leastLengthFor(actor.role) }
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor, storedSessionId } = await requireSession(request)
  const form = await parseForm(request, Passwords)
  if (!form.ok) throw badRequest()
  const refuse = (refused: Refused) => data({ refused }, { status: 422 })
  if (form.value.next !== form.value.repeated) return refuse({ refusal: 'not-repeated' })
  const result = await changePassword(db, actor, { ...form.value, storedSessionId }, new Date())
  if (!result.ok) return refuse(result)
  return redirect('/account?done=password')
}

export default function ChangePassword() {
  const { mustChangePassword, least } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const problem = useProblem(answer?.refused)
  const t = useSay()
  return (
    <Page
      title={t(accountsText.changePassword)}
      answer={mustChangePassword ? t(accountsText.mustChange) : undefined}
    >
      {problem !== null && <Notice kind="problem">{problem}</Notice>}
      <Form method="post">
        <Field
          name="current"
          type="password"
          label={t(accountsText.currentPassword)}
          autoComplete="current-password"
          required
        />
        <Field
          name="next"
          type="password"
          label={t(accountsText.newPassword)}
          hint={t(accountsText.passwordHint, { least })}
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
        <button className={button.primary}>{t(accountsText.changePassword)}</button>
      </Form>
      {mustChangePassword && (
        <Form method="post" action="/sign-out" reloadDocument>
          <button className={button.quiet}>{t(accountsText.signOut)}</button>
        </Form>
      )}
    </Page>
  )
}

function useProblem(refused: Refused | undefined): string | null {
  const t = useSay()
  if (refused === undefined) return null
  switch (refused.refusal) {
    case 'locked':
      return t(accountsText.locked, { until: inCity(refused.until) })
    case 'wrong':
      return t(accountsText.wrongCurrent)
    case 'same':
      return t(accountsText.samePassword)
    case 'not-repeated':
      return t(accountsText.notRepeated)
    default:
      return t(accountsText.refusal[refused.refusal])
  }
}
