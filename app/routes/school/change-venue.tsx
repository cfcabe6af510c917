import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { changeVenue } from '#app/features/venues/save-venue.server.ts'
import { VenueFields } from '#app/features/venues/venue-fields.tsx'
import { ChangeVenueForm, fieldOfRefusal, formOfVenue, venueOfForm } from '#app/features/venues/venue-form.ts'
import { mayKeepVenues } from '#app/features/venues/venue-permission.rule.ts'
import { findVenue } from '#app/features/venues/venues.queries.server.ts'
import { venuesText as text } from '#app/features/venues/venues.text.ts'
import { hoursErrors, venueRefusal } from '#app/features/venues/venues-problems.text.ts'
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
  const form = await parseForm(posted, ChangeVenueForm, locale)
  const entered = enteredIn(posted)
  if (!form.ok) return data({ errors: form.errors, entered }, { status: 422 })
  const read = venueOfForm(form.value)
  if (!read.ok) return data({ errors: hoursErrors(locale, read.unread), entered }, { status: 422 })
  const input = { id, from: form.value.from, venue: read.venue, today: today(), now: now() }
  const result = await changeVenue(db, scopeOf(actor), actor, input)
  if (result.ok) return redirect('/venues/manage?done=saved')
  if (result.refusal === 'not-found') throw notFound()
  if (result.refusal === 'not-allowed') throw forbidden()
  const errors = { [fieldOfRefusal(result.refusal, 'change')]: venueRefusal(locale, result.refusal) }
  return data({ errors, entered }, { status: 422 })
}

export default function ChangeVenue() {
  const { venue, today: day } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const from = day < venue.validFrom || day > venue.validTo ? venue.validFrom : day
  const values: Record<string, string> = answer?.entered ?? { from, ...formOfVenue(venue) }
  const errors: Record<string, string> = answer?.errors ?? {}
  return (
    <Page
      title={t(text.changeVenue)}
      crumbs={[{ to: '/venues/manage', label: t(text.manage) }]}
      answer={<span lang="zh-CN">{`${venue.schoolName} · ${venue.name}`}</span>}
      asOf={t(text.changeMeans)}
    >
      <Form method="post">
        <Field
          name="from"
          type="date"
          label={t(text.changesFrom)}
          defaultValue={values.from}
          error={errors.from}
          required
        />
        <VenueFields values={values} errors={errors} />
        <button className={button.primary}>{t(text.save)}</button>
      </Form>
    </Page>
  )
}
