import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { addDays, today } from '#app/calendar-day.ts'
import { calendarText } from '#app/features/calendar/calendar.text.ts'
import { EntryForm } from '#app/features/calendar/entry-form.tsx'
import { EntryTable } from '#app/features/calendar/entry-table.tsx'
import { monthOf } from '#app/features/calendar/month.server.ts'
import { MonthGrid } from '#app/features/calendar/month-grid.tsx'
import { MonthSearch } from '#app/features/calendar/month-search.ts'
import { TermTable } from '#app/features/calendar/term-table.tsx'
import { YearTable } from '#app/features/calendar/year-table.tsx'
import { listUnits } from '#app/features/regions/units.queries.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden } from '#app/http/responses.ts'
import { useLocale, useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { SelectField } from '#app/ui/field.tsx'
import { Notice, Page, Section } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeCalendar(actor)) throw forbidden()
  const scope = scopeOf(actor)
  const { month = today().slice(0, 7), unit, done } = parseSearch(request, MonthSearch)
  const unitCode = scope.kind === 'city' ? (unit ?? '') : (actor.unitCode ?? '')
  return {
    ...(await monthOf(db, scope, { month, unitCode, today: today() })),
    units: scope.kind === 'city' ? await listUnits(db) : [],
    unitCode,
    isCity: scope.kind === 'city',
    mayEdit: can.editCalendar(actor),
    done: done ?? null,
  }
}

export default function CalendarPage() {
  const page = useLoaderData<typeof loader>()
  const t = useSay()
  const locale = useLocale()
  const { month, units, unitCode, mayEdit } = page
  const unit = units.find(one => one.code === unitCode)
  const place = unit === undefined ? t(calendarText.cityWide) : locale === 'en' ? unit.nameEn : unit.name
  const to = (other: string) => `?${new URLSearchParams({ month: other, unit: unitCode })}`
  return (
    <Page
      exports={{
        lists: [
          { of: 'days', label: t(calendarText.entries) },
          { of: 'terms', label: t(calendarText.terms) },
        ],
      }}
      title={t(calendarText.title)}
      answer={t(calendarText.answer, { month, days: page.schoolDays, place })}
    >
      {page.done !== null && <Notice kind="done">{t(calendarText[page.done])}</Notice>}
      {page.unpublished.length > 0 && (
        <Notice kind="problem">{t(calendarText.unpublished, { years: page.unpublished.join('、') })}</Notice>
      )}
      <Form className={button.row}>
        <Link className={button.quiet} rel="prev" to={to(addDays(`${month}-01`, -1).slice(0, 7))}>
          ‹ {t(calendarText.before)}
        </Link>
        <input
          key={month}
          type="month"
          name="month"
          defaultValue={month}
          aria-label={t(calendarText.month)}
        />
        {units.length > 0 && (
          <SelectField name="unit" label={t(calendarText.unit)} defaultValue={unitCode}>
            <option value="">{t(calendarText.cityWide)}</option>
            {units.map(one => (
              <option key={one.code} value={one.code}>
                {locale === 'en' ? one.nameEn : one.name}
              </option>
            ))}
          </SelectField>
        )}
        <button className={button.button}>{t(calendarText.show)}</button>
        <Link className={button.quiet} rel="next" to={to(addDays(`${month}-28`, 7).slice(0, 7))}>
          {t(calendarText.after)} ›
        </Link>
      </Form>
      <Section title={`${month} · ${place}`}>
        <MonthGrid weeks={page.weeks} />
      </Section>
      <Section title={t(calendarText.entries)}>
        <EntryTable month={month} entries={mayEdit ? page.entries : readOnly(page.entries)} />
      </Section>
      {mayEdit && (
        <Section title={t(calendarText.add)}>
          <EntryForm entered={{ place: page.isCity ? '' : unitCode }} errors={{}} />
        </Section>
      )}
      <Section title={t(calendarText.terms)}>
        <TermTable terms={page.terms} changeable={mayEdit && page.isCity} />
      </Section>
      <Section title={t(calendarText.years)}>
        <YearTable years={page.years} changeable={mayEdit && page.isCity} />
      </Section>
    </Page>
  )
}

function readOnly<Entry extends { changeable: boolean }>(entries: readonly Entry[]): Entry[] {
  return entries.map(entry => ({ ...entry, changeable: false }))
}
