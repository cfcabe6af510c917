import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { profileText } from '#app/features/applicants/profile.text.ts'
import { readProfile } from '#app/features/applicants/read-profile.server.ts'
import { registerText } from '#app/features/applicants/register.text.ts'
import { sendCode } from '#app/features/applicants/send-code.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { keepPendingAddress } from '#app/http/pending-address.server.ts'
import { badRequest, forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field } from '#app/ui/field.tsx'
import { Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Asked = z.object({ address: z.string().max(300).default('') })

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.keepProfile(actor)) throw forbidden()
  const profile = await readProfile(db, actor.id)
  if (profile === null) throw notFound()
  return { phone: profile.phone, email: profile.email }
}

/** Sends a code to the number or address that is to be added. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.keepProfile(actor)) throw forbidden()
  const form = await parseForm(request, Asked)
  if (!form.ok) throw badRequest()
  const { address } = form.value
  const locale = await localeOf(request)
  const sent = await sendCode(
    db,
    { purpose: 'CONTACT', address, client: context.client ?? '', locale },
    new Date(),
  )
  if (!sent.ok) return data({ refusal: sent.refusal, address }, { status: 422 })
  const pending = { purpose: 'CONTACT' as const, ...sent.address, next: null, shown: sent.shown }
  return redirect('/profile/contact/prove', {
    headers: { 'Set-Cookie': await keepPendingAddress(pending) },
  })
}

export default function ProfileContact() {
  const { phone, email } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const held = [phone, email].filter(Boolean).join(' · ')
  return (
    <Page
      title={t(profileText.parts.contact)}
      crumbs={[{ to: '/profile', label: t(profileText.title) }]}
      answer={held === '' ? undefined : held}
      asOf={t(profileText.contactLead)}
    >
      <Form method="post">
        <Field
          name="address"
          label={t(registerText.address)}
          defaultValue={answer?.address}
          error={answer === undefined ? undefined : t(registerText.codeRefusal[answer.refusal])}
          required
        />
        <button className={button.primary}>{t(registerText.sendCode)}</button>
      </Form>
    </Page>
  )
}
