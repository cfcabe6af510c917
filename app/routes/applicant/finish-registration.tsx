import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { startSession } from '#app/auth/sessions.server.ts'
import { arrivalOf } from '#app/auth/way-home.ts'
import { accountsText } from '#app/features/accounts/accounts.text.ts'
import { leastLengthFor } from '#app/features/accounts/password.rule.ts'
import { maskAddress } from '#app/features/applicants/address.rule.ts'
import { CodeField, CodeSent } from '#app/features/applicants/code-sent.tsx'
import { consentText } from '#app/features/applicants/consent.text.ts'
import { registerText } from '#app/features/applicants/register.text.ts'
import { registerApplicant } from '#app/features/applicants/register-applicant.server.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { dropPendingAddress, pendingAddress } from '#app/http/pending-address.server.ts'
import { badRequest } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { CheckField, Field } from '#app/ui/field.tsx'
import { Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Registration = z.object({
  code: z.string().max(40).default(''),
  name: z.string().max(200).default(''),
  password: z.string().max(1000).default(''),
  repeated: z.string().max(1000).default(''),
  consent: z.string().optional(),
})

export async function loader({ request }: LoaderFunctionArgs) {
  const pending = await pendingAddress(request, 'REGISTER')
  if (pending === null) throw redirect('/register')
  return { masked: maskAddress(pending), shown: pending.shown }
}

export async function action({ request }: ActionFunctionArgs) {
  const pending = await pendingAddress(request, 'REGISTER')
  if (pending === null) throw redirect('/register')
  const posted = await request.formData()
  const form = await parseForm(posted, Registration)
  if (!form.ok) throw badRequest()
  const { code, name, password, repeated, consent } = form.value
  const entered = enteredIn(posted)
  if (password !== repeated) return data({ refusal: 'not-repeated' as const, entered }, { status: 422 })
  const { channel, value, next } = pending
  const given = {
    address: { channel, value },
    code,
    name,
    password,
    consent: consent !== undefined,
    locale: await localeOf(request),
  }
  const result = await registerApplicant(db, given, new Date())
  if (!result.ok) return data({ refusal: result.refusal, entered }, { status: 422 })
  const headers = new Headers({ 'Set-Cookie': await startSession(db, request, result.accountId) })
  headers.append('Set-Cookie', await dropPendingAddress())
  return redirect(arrivalOf('applicant', next), { headers })
}

export default function FinishRegistration() {
  const { masked, shown } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const entered: Record<string, string> = answer?.entered ?? {}
  const problem = useProblems(answer?.refusal)
  return (
    <Page title={t(registerText.register)}>
      <CodeSent masked={masked} shown={shown} again="/register" />
      <Form method="post">
        <CodeField value={entered.code} error={problem.code} />
        <Field
          name="name"
          label={t(registerText.name)}
          hint={t(registerText.nameHint)}
          autoComplete="name"
          defaultValue={entered.name}
          error={problem.name}
          required
        />
        <Field
          name="password"
          type="password"
          label={t(accountsText.password)}
          hint={t(accountsText.passwordHint, { least: leastLengthFor('applicant') })}
          autoComplete="new-password"
          error={problem.password}
          required
        />
        <Field
          name="repeated"
          type="password"
          label={t(accountsText.repeatPassword)}
          autoComplete="new-password"
          error={problem.repeated}
          required
        />
        <p>{t(consentText.SENSITIVE.text)}</p>
        <CheckField
          name="consent"
          label={t(registerText.consentBox)}
          defaultChecked={entered.consent !== undefined}
          error={problem.consent}
        />
        <button className={button.primary}>{t(registerText.finish)}</button>
      </Form>
    </Page>
  )
}

type Refusal = NonNullable<ReturnType<typeof useActionData<typeof action>>>['refusal']
type Place = 'code' | 'name' | 'password' | 'repeated' | 'consent'

const placeOf: Partial<Record<Refusal, Place>> = {
  'bad-name': 'name',
  'no-consent': 'consent',
  'wrong-code': 'code',
  'not-repeated': 'repeated',
}

/** The refusal in words at the field that it is about. */
function useProblems(refusal: Refusal | undefined): Partial<Record<Place, string>> {
  const t = useSay()
  if (refusal === undefined) return {}
  const own = registerText.refusal
  const words =
    refusal in own ? own[refusal as keyof typeof own] : accountsText.refusal[refusal as 'too-short']
  return { [placeOf[refusal] ?? 'password']: t(words) }
}
