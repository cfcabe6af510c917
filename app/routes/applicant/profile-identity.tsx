import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now } from '#app/calendar-day.ts'
import { changeIdentity } from '#app/features/applicants/change-profile.server.ts'
import { profileText } from '#app/features/applicants/profile.text.ts'
import { readProfile } from '#app/features/applicants/read-profile.server.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { badRequest, forbidden, notFound } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field } from '#app/ui/field.tsx'
import { Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Identity = z.object({
  name: z.string().max(200).default(''),
  idNumber: z.string().max(100).default(''),
})

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.keepProfile(actor)) throw forbidden()
  const profile = await readProfile(db, actor.id)
  if (profile === null) throw notFound()
  return { name: profile.name }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.keepProfile(actor)) throw forbidden()
  const posted = await request.formData()
  const form = await parseForm(posted, Identity)
  if (!form.ok) throw badRequest()
  const result = await changeIdentity(db, actor, form.value, now())
  if (result.ok) return redirect('/profile?saved=1')
  if (result.refusal === 'no-profile') throw notFound()
  return data({ refusal: result.refusal, entered: enteredIn(posted) }, { status: 422 })
}

export default function ProfileIdentity() {
  const { name } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const problem = answer === undefined ? undefined : t(profileText.refusal[answer.refusal])
  const isOfName = answer?.refusal === 'bad-name'
  return (
    <Page title={t(profileText.parts.identity)} crumbs={[{ to: '/profile', label: t(profileText.title) }]}>
      <Form method="post" autoComplete="off">
        <Field
          name="name"
          label={t(profileText.name)}
          autoComplete="name"
          defaultValue={answer?.entered.name ?? name}
          error={isOfName ? problem : undefined}
          required
        />
        <Field
          name="idNumber"
          label={t(profileText.idNumber)}
          hint={t(profileText.idNumberHint)}
          defaultValue={answer?.entered.idNumber}
          error={isOfName ? undefined : problem}
          required
        />
        <button className={button.primary}>{t(profileText.save)}</button>
      </Form>
    </Page>
  )
}
