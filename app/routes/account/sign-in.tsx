import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { actorOf } from '#app/auth/session.server.ts'
import { startSession } from '#app/auth/sessions.server.ts'
import { arrivalOf } from '#app/auth/way-home.ts'
import { inCity } from '#app/calendar-day.ts'
import { hasAccounts } from '#app/features/accounts/accounts.queries.server.ts'
import { accountsText } from '#app/features/accounts/accounts.text.ts'
import { type SignInResult, signIn } from '#app/features/accounts/sign-in.server.ts'
import { loginOf } from '#app/features/applicants/recover-password.server.ts'
import { registerText } from '#app/features/applicants/register.text.ts'
import { personalDataText } from '#app/features/personal-data/personal-data.text.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { badRequest } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field } from '#app/ui/field.tsx'
import { Notice, Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Search = z.object({
  next: z.string().optional(),
  'signed-out': z.string().optional(),
  erased: z.string().optional(),
})
const Credentials = z.object({
  login: z.string().max(200).default(''),
  password: z.string().max(1000).default(''),
})

export async function loader({ request }: LoaderFunctionArgs) {
  if (!(await hasAccounts(db))) throw redirect('/setup')
  const search = parseSearch(request, Search)
  const actor = await actorOf(request)
  if (actor !== null) throw redirect(arrivalOf(actor.role, search.next ?? null))
  const onward = search.next === undefined ? '' : `?${new URLSearchParams({ next: search.next })}`
  return { signedOut: search['signed-out'] !== undefined, erased: search.erased !== undefined, onward }
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await parseForm(request, Credentials)
  if (!form.ok) throw badRequest()
  const { next } = parseSearch(request, Search)
  const { login, password } = form.value
  const result = await signIn(db, { login: await loginOf(db, login), password }, new Date())
  if (!result.ok) {
    const status = result.refusal === 'locked' ? 429 : 401
    return data({ refused: result, login }, { status })
  }
  const cookie = await startSession(db, request, result.accountId)
  return redirect(arrivalOf(result.role, next ?? null), { headers: { 'Set-Cookie': cookie } })
}

export default function SignIn() {
  const { signedOut, erased, onward } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const problem = useProblem(answer?.refused)
  const t = useSay()
  return (
    <Page title={t(accountsText.signIn)}>
      {problem !== null && <Notice kind="problem">{problem}</Notice>}
      {answer === undefined && erased && <Notice kind="done">{t(personalDataText.erased)}</Notice>}
      {answer === undefined && signedOut && <Notice kind="done">{t(accountsText.signedOut)}</Notice>}
      <Form method="post">
        <Field
          name="login"
          label={t(accountsText.loginOrAddress)}
          autoComplete="username"
          autoCapitalize="none"
          required
          defaultValue={answer?.login}
        />
        <Field
          name="password"
          type="password"
          label={t(accountsText.password)}
          hint={t(accountsText.signInHint)}
          autoComplete="current-password"
          required
        />
        <button className={button.primary}>{t(accountsText.signIn)}</button>
      </Form>
      <p>
        {t(registerText.registerLead)} <Link to={`/register${onward}`}>{t(registerText.register)}</Link>
        {' · '}
        <Link to="/recover">{t(registerText.recover)}</Link>
      </p>
    </Page>
  )
}

function useProblem(refused: Extract<SignInResult, { ok: false }> | undefined): string | null {
  const t = useSay()
  if (refused === undefined) return null
  return refused.refusal === 'locked'
    ? t(accountsText.locked, { until: inCity(refused.until) })
    : t(accountsText.signInRefusal[refused.refusal])
}
