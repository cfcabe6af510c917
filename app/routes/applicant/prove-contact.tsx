import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { maskAddress } from '#app/features/applicants/address.rule.ts'
import { changeContact } from '#app/features/applicants/change-profile.server.ts'
import { CodeField, CodeSent } from '#app/features/applicants/code-sent.tsx'
import { profileText } from '#app/features/applicants/profile.text.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { dropPendingAddress, pendingAddress } from '#app/http/pending-address.server.ts'
import { badRequest, forbidden, notFound } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Proof = z.object({ code: z.string().max(40).default('') })

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.keepProfile(actor)) throw forbidden()
  const pending = await pendingAddress(request, 'CONTACT')
  if (pending === null) throw redirect('/profile/contact')
  return { masked: maskAddress(pending), shown: pending.shown }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.keepProfile(actor)) throw forbidden()
  const pending = await pendingAddress(request, 'CONTACT')
  if (pending === null) throw redirect('/profile/contact')
  const form = await parseForm(request, Proof)
  if (!form.ok) throw badRequest()
  const { channel, value } = pending
  const given = { address: { channel, value }, code: form.value.code }
  const result = await changeContact(db, actor, given, new Date())
  if (result.ok)
    return redirect('/profile?saved=1', { headers: { 'Set-Cookie': await dropPendingAddress() } })
  if (result.refusal === 'no-profile') throw notFound()
  return data({ refusal: result.refusal, code: form.value.code }, { status: 422 })
}

export default function ProveContact() {
  const { masked, shown } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const error = answer === undefined ? undefined : t(profileText.refusal[answer.refusal])
  return (
    <Page title={t(profileText.parts.contact)} crumbs={[{ to: '/profile', label: t(profileText.title) }]}>
      <CodeSent masked={masked} shown={shown} again="/profile/contact" />
      <Form method="post">
        <CodeField value={answer?.code} error={error} />
        <button className={button.primary}>{t(profileText.prove)}</button>
      </Form>
    </Page>
  )
}
