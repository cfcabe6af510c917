import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { findSchoolByCode, listSchools } from '#app/features/schools/schools.queries.server.ts'
import { addVenue } from '#app/features/venues/save-venue.server.ts'
import { VenueFields } from '#app/features/venues/venue-fields.tsx'
import { AddVenueForm, fieldOfRefusal, venueOfForm } from '#app/features/venues/venue-form.ts'
import { mayKeepVenues } from '#app/features/venues/venue-permission.rule.ts'
import { venuesText as text } from '#app/features/venues/venues.text.ts'
import { hoursErrors, venueRefusal } from '#app/features/venues/venues-problems.text.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { CodeField, Field } from '#app/ui/field.tsx'
import { Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

/** A venue of one's own school, or of a school that one's unit administers. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeVenues(actor)) throw forbidden()
  const scope = scopeOf(actor)
  const schools =
    actor.role === 'school' ? [] : await listSchools(db, scope, { asOf: today(), openOnly: true })
  const kept = schools.filter(school => mayKeepVenues(scope, school))
  return {
    schools: kept.flatMap(({ code, name }) => (code === null ? [] : [{ code, name }])),
    isSchool: actor.role === 'school',
    today: today(),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeVenues(actor)) throw forbidden()
  const scope = scopeOf(actor)
  const locale = await localeOf(request)
  const posted = await request.formData()
  const form = await parseForm(posted, AddVenueForm, locale)
  const entered = enteredIn(posted)
  if (!form.ok) return data({ errors: form.errors, entered }, { status: 422 })
  const { school: code, name, validFrom, validTo } = form.value
  const read = venueOfForm(form.value)
  if (!read.ok) return data({ errors: hoursErrors(locale, read.unread), entered }, { status: 422 })
  const school = await findSchoolByCode(db, scope, code, today())
  // A school enters its own venues, whichever code it names.
  const schoolId = scope.kind === 'school' ? scope.schoolId : (school?.id ?? '')
  const days = { validFrom, validTo }
  const input = { schoolId, name, venue: read.venue, days, today: today(), now: now() }
  const result = await addVenue(db, scope, actor, input)
  if (result.ok) return redirect('/venues/manage?done=saved')
  if (result.refusal === 'not-found') throw notFound()
  if (result.refusal === 'not-allowed') throw forbidden()
  const errors = { [fieldOfRefusal(result.refusal, 'add')]: venueRefusal(locale, result.refusal) }
  return data({ errors, entered }, { status: 422 })
}

export default function AddVenue() {
  const { schools, isSchool, today: day } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const values: Record<string, string> = answer?.entered ?? { validFrom: day }
  const errors: Record<string, string> = answer?.errors ?? {}
  const given = (name: string) => ({ name, defaultValue: values[name] ?? '', error: errors[name] })
  return (
    <Page title={t(text.add)} crumbs={[{ to: '/venues/manage', label: t(text.manage) }]}>
      <Form method="post">
        {!isSchool && <CodeField {...given('school')} label={t(text.schoolCode)} codes={schools} required />}
        <Field {...given('name')} label={t(text.venue)} maxLength={60} required />
        <VenueFields values={values} errors={errors} />
        <Field {...given('validFrom')} type="date" label={t(text.from)} required />
        <Field {...given('validTo')} type="date" label={t(text.until)} hint={t(text.untilHint)} />
        <button className={button.primary}>{t(text.save)}</button>
      </Form>
    </Page>
  )
}
