import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireActor, requireSession } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { AccountFacts } from '#app/features/accounts/account-facts.tsx'
import { ownAccount } from '#app/features/accounts/accounts.queries.server.ts'
import { accountsText } from '#app/features/accounts/accounts.text.ts'
import { renameMyself } from '#app/features/accounts/own-account.server.ts'
import { SessionTable } from '#app/features/accounts/session-table.tsx'
import { sessionsOf } from '#app/features/accounts/sessions.queries.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { badRequest, notFound } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field } from '#app/ui/field.tsx'
import { Notice, Page, Section } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const done = {
  name: accountsText.saved,
  password: accountsText.passwordChanged,
  sessions: accountsText.othersSignedOut,
}
const Search = z.object({ done: z.enum(['name', 'password', 'sessions']).optional() })
const Profile = z.object({ name: z.string().max(1000).default('') })

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const { storedSessionId } = await requireSession(request)
  const account = await ownAccount(db, actor.id, today())
  if (account === undefined) throw notFound()
  const sessions = (await sessionsOf(db, actor.id)).map(({ storedId, ...session }) => ({
    ...session,
    isThis: storedId === storedSessionId,
  }))
  return { account, sessions, done: parseSearch(request, Search).done }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const form = await parseForm(request, Profile)
  if (!form.ok) throw badRequest()
  const result = await renameMyself(db, actor, form.value.name)
  if (!result.ok) return data({ refusal: result.refusal, name: form.value.name }, { status: 422 })
  return redirect('/account?done=name')
}

export default function MyAccount() {
  const { account, sessions, done: what } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  return (
    <Page
      title={t(accountsText.myAccount)}
      actions={
        <Link className={button.button} to="/account/password">
          {t(accountsText.changePassword)}
        </Link>
      }
    >
      {what !== undefined && answer === undefined && <Notice kind="done">{t(done[what])}</Notice>}
      <Section title={t(accountsText.profile)}>
        <AccountFacts account={account} />
        <Form method="post">
          <Field
            name="name"
            label={t(accountsText.name)}
            autoComplete="name"
            required
            maxLength={60}
            defaultValue={answer?.name ?? account.name}
            error={answer && t(accountsText.refusal[answer.refusal])}
          />
          <button className={button.primary}>{t(accountsText.save)}</button>
        </Form>
      </Section>
      <Section title={t(accountsText.sessions)}>
        <SessionTable sessions={sessions} />
        {sessions.length > 1 && (
          <Form method="post" action="/account/sign-out-others">
            <button className={button.button}>{t(accountsText.signOutOthers)}</button>
          </Form>
        )}
      </Section>
    </Page>
  )
}
