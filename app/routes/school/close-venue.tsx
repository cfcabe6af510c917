import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { closeVenue } from '#app/features/venues/save-venue.server.ts'
import { CloseVenueForm, fieldOfRefusal } from '#app/features/venues/venue-form.ts'
import { mayKeepVenues } from '#app/features/venues/venue-permission.rule.ts'
import { findVenue } from '#app/features/venues/venues.queries.server.ts'
import { venuesText as text } from '#app/features/venues/venues.text.ts'
import { venueRefusal } from '#app/features/venues/venues-problems.text.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field } from '#app/ui/field.tsx'
import { Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeVenues(actor)) throw forbidden()
  const scope = scopeOf(actor)
  const venue = await findVenue(db, scope, parseParams(params, Params).id, today())
  if (venue === undefined) throw notFound()
  if (!mayKeepVenues(scope, venue)) throw forbidden()
  return { venue, today: today() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeVenues(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const locale = await localeOf(request)
  const posted = await request.formData()
  const form = await parseForm(posted, CloseVenueForm, locale)
  const entered = enteredIn(posted)
  if (!form.ok) return data({ errors: form.errors, entered }, { status: 422 })
  const result = await closeVenue(db, scopeOf(actor), actor, { ...form.value, id, today: today() })
  if (result.ok) return redirect('/venues/manage?done=saved')
  if (result.refusal === 'not-found') throw notFound()
  if (result.refusal === 'not-allowed') throw forbidden()
  const errors = { [fieldOfRefusal(result.refusal, 'close')]: venueRefusal(locale, result.refusal) }
  return data({ errors, entered }, { status: 422 })
}

export default function CloseVenue() {
  const { venue, today: day } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const values: Record<string, string> = answer?.entered ?? { lastDay: day }
  const errors: Record<string, string> = answer?.errors ?? {}
  const given = (name: string) => ({ name, defaultValue: values[name] ?? '', error: errors[name] })
  return (
    <Page
      title={t(text.closeVenue)}
      crumbs={[{ to: '/venues/manage', label: t(text.manage) }]}
      answer={<span lang="zh-CN">{`${venue.schoolName} · ${venue.name}`}</span>}
      asOf={t(text.closeMeans)}
    >
      <Form method="post">
        <Field {...given('lastDay')} type="date" label={t(text.lastDay)} required />
        <Field {...given('reason')} label={t(text.reason)} maxLength={200} required />
        <button className={button.danger}>{t(text.close)}</button>
      </Form>
    </Page>
  )
}
