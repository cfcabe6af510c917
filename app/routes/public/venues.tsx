import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { inCity, today } from '#app/calendar-day.ts'
import { listUnits } from '#app/features/regions/units.queries.server.ts'
import { VenueSearch } from '#app/features/venues/venue-search.ts'
import { VenueTable } from '#app/features/venues/venue-table.tsx'
import { listsOf, publishedYears } from '#app/features/venues/venues.queries.server.ts'
import { venuesText as text } from '#app/features/venues/venues.text.ts'
import { parseSearch } from '#app/http/params.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import field from '#app/ui/field.module.css'
import { SelectField } from '#app/ui/field.tsx'
import { EmptyState, Page, Section } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

/** For everybody: which schools of which unit open what to the public, and when, as it was published for the year. */
export async function loader({ request }: LoaderFunctionArgs) {
  const search = parseSearch(request, VenueSearch)
  const years = await publishedYears(db)
  const year = search.year ?? years[0] ?? Number(today().slice(0, 4))
  const isEnglish = (await localeOf(request)) === 'en'
  const units = new Map((await listUnits(db)).map(unit => [unit.code, isEnglish ? unit.nameEn : unit.name]))
  const lists = (await listsOf(db, year)).map(list => ({
    ...list,
    unitName: units.get(list.unitCode) ?? list.unitCode,
  }))
  return {
    year,
    years,
    chosen: search.unit ?? '',
    units: lists.map(({ unitCode, unitName }) => ({ code: unitCode, name: unitName })),
    lists: lists.filter(list => search.unit === undefined || list.unitCode === search.unit),
  }
}

export default function Venues() {
  const { year, years, chosen, units, lists } = useLoaderData<typeof loader>()
  const t = useSay()
  const lines = lists.flatMap(list => list.lines)
  const schools = new Set(
    lists.flatMap(list => list.lines.map(line => `${list.unitCode} ${line.schoolName}`)),
  )
  return (
    <Page
      exports
      title={t(text.title)}
      answer={
        lines.length === 0
          ? t(text.nothingPublished)
          : t(text.publicAnswer, { year, schools: schools.size, venues: lines.length })
      }
    >
      <Form className={field.filters}>
        <SelectField name="year" label={t(text.year)} defaultValue={String(year)}>
          {(years.length === 0 ? [year] : years).map(one => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </SelectField>
        <SelectField name="unit" label={t(text.unit)} defaultValue={chosen}>
          <option value="">{t(text.all)}</option>
          {units.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
        <button className={button.button}>{t(text.show)}</button>
      </Form>
      {lists.length === 0 && <EmptyState>{t(text.nothingPublished)}</EmptyState>}
      {lists.map(list => (
        <Section title={list.unitName} key={list.unitCode}>
          <p>
            {t(text.asOf, {
              asOf: list.asOf,
              at: inCity(list.publishedAt).slice(0, 10),
              document: list.document,
            })}
          </p>
          <VenueTable label={list.unitName} lines={list.lines} />
        </Section>
      ))}
    </Page>
  )
}
