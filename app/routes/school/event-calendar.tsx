import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { addDays, today } from '#app/calendar-day.ts'
import { calendarText } from '#app/features/calendar/calendar.text.ts'
import { EventMonth } from '#app/features/events/event-month.tsx'
import { EventMonthSearch } from '#app/features/events/event-search.ts'
import { eventsText as text } from '#app/features/events/events.text.ts'
import { readMonth } from '#app/features/events/read-month.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import field from '#app/ui/field.module.css'
import { Field, SelectField } from '#app/ui/field.tsx'
import { EmptyState, Notice, Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

/** A month of traditional sports at the schools of the scope, with the holidays. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeEvents(actor)) throw forbidden()
  const { month = today().slice(0, 7), sport, unit, school } = parseSearch(request, EventMonthSearch)
  const locale = await localeOf(request)
  const asked = { month, sport, unitCode: unit, schoolId: school, today: today(), locale }
  return {
    ...(await readMonth(db, scopeOf(actor), asked)),
    chosen: { sport: sport ?? '', unit: unit ?? '', school: school ?? '' },
    today: today(),
  }
}

export default function EventCalendar() {
  const {
    month,
    weeks,
    events,
    schoolsHolding,
    chosen,
    unpublished,
    today: day,
    ...choices
  } = useLoaderData<typeof loader>()
  const t = useSay()
  const to = (other: string) => `?${new URLSearchParams({ month: other, ...chosen })}`
  return (
    <Page
      exports
      title={t(text.calendar)}
      crumbs={[{ to: '/events', label: t(text.title) }]}
      answer={t(text.calendarAnswer, { month, events, schools: schoolsHolding })}
    >
      {unpublished.length > 0 && (
        <Notice kind="problem">{t(calendarText.unpublished, { years: unpublished.join('、') })}</Notice>
      )}
      <Form className={field.filters} key={month}>
        <Field name="month" type="month" label={t(text.month)} defaultValue={month} pattern="20\d\d-\d\d" />
        <Choice name="sport" label={t(text.sport)} chosen={chosen.sport} options={choices.sports} />
        <Choice name="unit" label={t(text.unit)} chosen={chosen.unit} options={choices.units} />
        <Choice name="school" label={t(text.school)} chosen={chosen.school} options={choices.schools} />
        <button className={button.button}>{t(text.show)}</button>
      </Form>
      <p className={button.row}>
        <Link className={button.quiet} rel="prev" to={to(addDays(`${month}-01`, -1).slice(0, 7))}>
          ‹ {t(text.before)}
        </Link>
        <Link className={button.quiet} rel="next" to={to(addDays(`${month}-28`, 7).slice(0, 7))}>
          {t(text.after)} ›
        </Link>
      </p>
      {events === 0 && <EmptyState>{t(text.calendarNothing)}</EmptyState>}
      <EventMonth label={`${t(text.calendar)} ${month}`} today={day} weeks={weeks} />
    </Page>
  )
}

interface ChoiceProps {
  name: string
  label: string
  chosen: string
  options: readonly ({ code: string; name: string } | { id: string; name: string })[]
}

/** One of several; nothing where there is nothing to choose. */
function Choice({ name, label, chosen, options }: ChoiceProps) {
  const t = useSay()
  if (options.length === 0) return null
  return (
    <SelectField name={name} label={label} defaultValue={chosen}>
      <option value="">{t(text.all)}</option>
      {options.map(option => {
        const value = 'code' in option ? option.code : option.id
        return (
          <option key={value} value={value} lang={'id' in option ? 'zh-CN' : undefined}>
            {option.name}
          </option>
        )
      })}
    </SelectField>
  )
}
