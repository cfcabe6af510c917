import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { fieldOf, stateOf } from '#app/features/accounts/account.rule.ts'
import { AccountActions } from '#app/features/accounts/account-actions.tsx'
import { AccountFields } from '#app/features/accounts/account-form.tsx'
import { AccountStatus } from '#app/features/accounts/account-table.tsx'
import { findAccount } from '#app/features/accounts/accounts.queries.server.ts'
import { accountsText } from '#app/features/accounts/accounts.text.ts'
import { changeAccount } from '#app/features/accounts/change-account.server.ts'
import { accountChoices } from '#app/features/accounts/choices.server.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseParams, parseSearch } from '#app/http/params.ts'
import { badRequest, forbidden, notFound } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Notice, Page, Section } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string() })
const Search = z.object({
  done: z.literal('saved').optional(),
  refused: z.enum(['yourself', 'last-admin']).optional(),
})
const Account = z.object({
  name: z.string().max(200).default(''),
  role: z.enum(['city', 'unit', 'school', 'applicant', 'expert', 'auditor', 'admin']),
  unitCode: z.string().max(20).nullable().default(null),
  schoolCode: z.string().trim().max(20).nullable().default(null),
})

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.manageAccounts(actor)) throw forbidden()
  const account = await findAccount(db, actor, parseParams(params, Params).id, today())
  if (account === undefined) throw notFound()
  return {
    account,
    state: stateOf(account, now()),
    isMine: account.id === actor.id,
    choices: await accountChoices(db, actor, today()),
    ...parseSearch(request, Search),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.manageAccounts(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const entered = await request.formData()
  const form = await parseForm(entered, Account)
  if (!form.ok) throw badRequest()
  const result = await changeAccount(db, actor, id, form.value, today())
  if (result.ok) return redirect(`/admin/accounts/${id}?done=saved`)
  if (result.refusal === 'not-found') throw notFound()
  return data({ refusal: result.refusal, entered: enteredIn(entered) }, { status: 422 })
}

export default function EditAccount() {
  const { account, state, isMine, choices, done, refused } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const refusal = answer?.refusal ?? refused
  const field = refusal && fieldOf(refusal)
  const problem = refusal && t(accountsText.refusal[refusal])
  return (
    <Page
      title={`${account.name} (${account.login})`}
      crumbs={[{ to: '/admin/accounts', label: t(accountsText.accounts) }]}
      answer={<AccountStatus state={state} />}
    >
      {field === null && <Notice kind="problem">{problem}</Notice>}
      {done !== undefined && refusal === undefined && <Notice kind="done">{t(accountsText.saved)}</Notice>}
      <Section title={t(accountsText.profile)}>
        <Form method="post">
          <AccountFields
            {...choices}
            entered={answer?.entered ?? account}
            errors={field ? { [field]: problem } : {}}
          />
          <button className={button.primary}>{t(accountsText.save)}</button>
        </Form>
      </Section>
      {!isMine && <AccountActions id={account.id} isDisabled={account.disabledAt !== null} />}
    </Page>
  )
}
