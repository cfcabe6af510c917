import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { TravelForm } from '#app/features/instructors/instructor-form.ts'
import { instructorsText as text } from '#app/features/instructors/instructors.text.ts'
import { setTravel } from '#app/features/instructors/set-travel.server.ts'
import { readTravel } from '#app/features/instructors/travel-setting.queries.server.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field } from '#app/ui/field.tsx'
import { Notice, Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Search = z.object({ saved: z.literal('1').optional() })

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeTravel(actor)) throw forbidden()
  return { travel: await readTravel(db), saved: parseSearch(request, Search).saved === '1' }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeTravel(actor)) throw forbidden()
  const posted = await request.formData()
  const form = await parseForm(posted, TravelForm, await localeOf(request))
  if (!form.ok) return data({ errors: form.errors, entered: enteredIn(posted) }, { status: 422 })
  await setTravel(db, actor, form.value)
  return redirect('/settings/travel?saved=1')
}

export default function TravelSetting() {
  const { travel, saved } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const given = (name: keyof typeof travel) => ({
    name,
    label: t(text[name]),
    defaultValue: answer?.entered[name] ?? String(travel[name]),
    error: answer?.errors[name],
  })
  return (
    <Page
      title={t(text.travel)}
      crumbs={[{ to: '/coaches', label: t(text.title) }]}
      answer={t(text.travelAnswer)}
    >
      {saved && !answer && <Notice kind="done">{t(text.saved)}</Notice>}
      <Form method="post">
        <Field {...given('kmPerHour')} type="number" min={3} max={120} step="any" required />
        <Field {...given('detour')} type="number" min={1} max={3} step="0.05" required />
        <Field {...given('marginMinutes')} type="number" min={1} max={120} required />
        <button className={button.primary}>{t(text.save)}</button>
      </Form>
    </Page>
  )
}
