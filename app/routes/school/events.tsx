import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { schoolYearOf, today } from '#app/calendar-day.ts'
import { EventSearch } from '#app/features/events/event-search.ts'
import { EventList, EventShares } from '#app/features/events/event-tables.tsx'
import { eventsText as text } from '#app/features/events/events.text.ts'
import { readEvents } from '#app/features/events/read-events.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import field from '#app/ui/field.module.css'
import { SelectField } from '#app/ui/field.tsx'
import { EmptyState, Notice, Page, Section } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const yearsBack = 4

/** The traditional sports that came to the schools of the scope in a school year, and those to come. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeEvents(actor)) throw forbidden()
  const current = schoolYearOf(today())
  const year = parseSearch(request, EventSearch).year ?? current
  const asked = { year, today: today(), locale: await localeOf(request) }
  const years = Array.from({ length: yearsBack + 1 }, (_, back) => current - back)
  return {
    ...(await readEvents(db, scopeOf(actor), asked)),
    year,
    years: years.includes(year) ? years : [year, ...years],
    mayImport: can.importSheets(actor),
    mayChange: can.changeEvents(actor),
    isRemoved: parseSearch(request, EventSearch).done === 'removed',
  }
}

export default function Events() {
  const { total, byMonth, bySport, byUnit, coming, held, year, years, mayImport, mayChange, isRemoved } =
    useLoaderData<typeof loader>()
  const t = useSay()
  return (
    <Page
      exports={{
        lists: [
          { of: 'events', label: t(text.event) },
          { of: 'months', label: t(text.byMonth) },
          { of: 'sports', label: t(text.bySport) },
          { of: 'units', label: t(text.byUnit) },
        ],
      }}
      title={t(text.title)}
      answer={t(text.answer, total)}
      actions={
        <div className={button.row}>
          {mayChange && (
            <Link className={button.primary} to="/events/new">
              {t(text.add)}
            </Link>
          )}
          <Link className={button.button} to="/events/calendar">
            {t(text.calendar)}
          </Link>
          {mayImport && (
            <Link className={button.button} to="/import?sheet=events">
              {t(text.importExcel)}
            </Link>
          )}
          {mayImport && (
            <a className={button.button} href="/templates/events.xlsx">
              {t(text.template)}
            </a>
          )}
          <a className={button.button} href="/exports?sheet=events">
            {t(text.exportExcel)}
          </a>
        </div>
      }
    >
      {isRemoved && <Notice kind="done">{t(text.removed)}</Notice>}
      <Form className={field.filters}>
        <SelectField name="year" label={t(text.year)} defaultValue={String(year)}>
          {years.map(one => (
            <option key={one} value={one}>
              {`${one}–${one + 1}`}
            </option>
          ))}
        </SelectField>
        <button className={button.button}>{t(text.show)}</button>
      </Form>
      {coming.length + held.length === 0 && <EmptyState>{t(text.nothing)}</EmptyState>}
      {coming.length > 0 && (
        <Section title={t(text.coming)}>
          <EventList label={t(text.coming)} lines={coming} />
        </Section>
      )}
      {held.length > 0 && (
        <>
          <Section title={t(text.byMonth)}>
            <EventShares label={t(text.byMonth)} heading={t(text.month)} rows={byMonth} />
          </Section>
          <Section title={t(text.bySport)}>
            <EventShares label={t(text.bySport)} heading={t(text.sport)} rows={bySport} />
          </Section>
          <Section title={t(text.byUnit)}>
            <EventShares label={t(text.byUnit)} heading={t(text.unit)} rows={byUnit} />
          </Section>
          <Section title={t(text.held)}>
            <EventList label={t(text.held)} lines={held} />
          </Section>
        </>
      )}
    </Page>
  )
}
