import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import type { CalendarDayKind } from '#app/features/calendar/calendar.rule.ts'
import { monthOf } from '#app/features/calendar/month.server.ts'
import { listUnits } from '#app/features/regions/units.queries.server.ts'
import type { Locale } from '#app/i18n/text.ts'
import type { Db, Stage } from '#db/tables.ts'
import { listEvents, schoolsWithEvents } from './events.queries.server.ts'
import { traditionalSports } from './read-event.server.ts'

interface MonthAsked {
  /** '2026-11' */
  month: string
  sport?: string | undefined
  unitCode?: string | undefined
  schoolId?: string | undefined
  today: Day
  locale: Locale
}

/** What a day is where it is no plain day of the week, for a stage or '' for every one. */
export interface DayMark {
  stage: Stage | ''
  kind: CalendarDayKind
}

export interface DayOfEvents {
  day: Day
  marks: DayMark[]
  events: { id: string; title: string; schoolName: string; sportName: string }[]
}

/** A month of events in the scope, Monday first, with the days that the calendar of the place marks. */
export async function readMonth(db: Db, scope: Scope, asked: MonthAsked) {
  const { month, sport, unitCode, schoolId, today, locale } = asked
  const place = scope.kind === 'unit' ? scope.unitCode : (unitCode ?? '')
  const calendar = await monthOf(db, scope, { month, unitCode: place, today })
  const events = await listEvents(db, scope, {
    ...{ asOf: today, from: `${month}-01`, to: `${month}-31` },
    ...(sport !== undefined && { sport }),
    ...(unitCode !== undefined && { unitCode }),
    ...(schoolId !== undefined && { schoolId }),
  })
  const sports = await traditionalSports(db, locale)
  const nameOf = new Map(sports.map(({ code, name }) => [code, name]))
  const lines = events.map(event => ({ ...event, sportName: nameOf.get(event.sport) ?? event.sport }))
  const dayOf = ({ day, kinds }: { day: Day; kinds: DayMark[] }): DayOfEvents => ({
    day,
    marks: kinds.filter(({ kind }) => kind !== 'school_day' && kind !== 'weekend'),
    events: lines
      .filter(event => event.day === day)
      .map(({ id, title, schoolName, sportName }) => ({ id, title, schoolName, sportName })),
  })
  const units = scope.kind === 'city' ? await listUnits(db) : []
  return {
    month,
    lines,
    weeks: calendar.weeks.map(week => week.map(day => (day === null ? null : dayOf(day)))),
    events: events.length,
    schoolsHolding: new Set(events.map(event => event.schoolId)).size,
    unpublished: calendar.unpublished,
    sports,
    units: units.map(({ code, name, nameEn }) => ({ code, name: locale === 'en' ? nameEn : name })),
    schools: scope.kind === 'school' ? [] : await schoolsWithEvents(db, scope, today),
  }
}
