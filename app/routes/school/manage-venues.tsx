import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { listVisibleUnits } from '#app/features/regions/units.queries.server.ts'
import { mayPublish, publishList } from '#app/features/venues/publish-list.server.ts'
import { mayKeepVenues } from '#app/features/venues/venue-permission.rule.ts'
import { OtherVenues, VenueTable } from '#app/features/venues/venue-table.tsx'
import { listVenues, venuesNotOpen } from '#app/features/venues/venues.queries.server.ts'
import { venuesText as text } from '#app/features/venues/venues.text.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { badRequest, forbidden } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field, SelectField } from '#app/ui/field.tsx'
import { EmptyState, Notice, Page, Section } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Search = z.object({ done: z.enum(['published', 'saved']).optional() })
const Publish = z.object({ unit: z.string().max(8), document: z.string().max(80).default('') })

/** The venues of the scope as they stand today, and for a unit the way to publish the list of the year. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeVenues(actor)) throw forbidden()
  const scope = scopeOf(actor)
  const isEnglish = (await localeOf(request)) === 'en'
  const units = can.publishVenues(actor)
    ? (await listVisibleUnits(db, scope)).filter(unit => mayPublish(scope, unit.code))
    : []
  const open = await listVenues(db, scope, { asOf: today(), inForceOnly: true })
  const keeps = (venue: { unitCode: string }) => can.changeVenues(actor) && mayKeepVenues(scope, venue)
  return {
    lines: open.map(venue => ({ ...venue, keptId: keeps(venue) ? venue.id : null })),
    others: await venuesNotOpen(db, scope, today()),
    units: units.map(({ code, name, nameEn }) => ({ code, name: isEnglish ? nameEn : name })),
    mayImport: can.importSheets(actor),
    mayAdd: can.changeVenues(actor),
    done: parseSearch(request, Search).done ?? null,
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.publishVenues(actor)) throw forbidden()
  const posted = await request.formData()
  const form = await parseForm(posted, Publish)
  if (!form.ok) throw badRequest()
  const { unit: unitCode, document } = form.value
  const input = { unitCode, document, today: today(), now: now() }
  const published = await publishList(db, scopeOf(actor), actor, input)
  if (published.ok) return redirect('/venues/manage?done=published')
  if (published.refusal === 'not-allowed') throw forbidden()
  return data({ refusal: published.refusal, entered: enteredIn(posted) }, { status: 422 })
}

export default function ManageVenues() {
  const { lines, others, units, mayImport, mayAdd, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const schools = new Set(lines.map(line => line.schoolId)).size
  return (
    <Page
      exports={{
        lists: [
          { of: 'open', label: t(text.manage) },
          ...(others.length > 0 ? [{ of: 'others', label: t(text.others) }] : []),
        ],
      }}
      title={t(text.manage)}
      answer={t(text.ownAnswer, { schools, venues: lines.length })}
      asOf={<Link to="/venues">{t(text.seePublic)}</Link>}
      actions={
        <div className={button.row}>
          {mayAdd && (
            <Link className={button.primary} to="/venues/new">
              {t(text.add)}
            </Link>
          )}
          {mayImport && (
            <Link className={button.button} to="/import?sheet=venues">
              {t(text.importExcel)}
            </Link>
          )}
          {mayImport && (
            <a className={button.button} href="/templates/venues.xlsx">
              {t(text.template)}
            </a>
          )}
          <a className={button.button} href="/exports?sheet=venues">
            {t(text.exportExcel)}
          </a>
        </div>
      }
    >
      {done !== null && answer === undefined && <Notice kind="done">{t(text[done])}</Notice>}
      {answer !== undefined && <Notice kind="problem">{t(text.refusal[answer.refusal])}</Notice>}
      {lines.length === 0 ? (
        <EmptyState>{t(text.nothing)}</EmptyState>
      ) : (
        <VenueTable label={t(text.manage)} lines={lines} />
      )}
      {others.length > 0 && (
        <Section title={t(text.others)}>
          <OtherVenues label={t(text.others)} lines={others} />
        </Section>
      )}
      {units.length > 0 && (
        <Section title={t(text.publish)}>
          <p>{t(text.publishMeans)}</p>
          <Form method="post">
            <SelectField name="unit" label={t(text.unit)} defaultValue={answer?.entered.unit}>
              {units.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </SelectField>
            <Field
              name="document"
              label={t(text.ofDocument)}
              defaultValue={answer?.entered.document ?? ''}
              maxLength={80}
            />
            <button className={button.primary}>{t(text.publish)}</button>
          </Form>
        </Section>
      )}
    </Page>
  )
}
