import type { Scope } from '#app/auth/scope.ts'
import { addDays, type Day, dayOf, daysBetween, mondayOf } from '#app/calendar-day.ts'
import { findSchool } from '#app/features/schools/schools.queries.server.ts'
import type { Db, Stage } from '#db/tables.ts'
import {
  type HolidayYear,
  listEntries,
  listHolidayYears,
  loadCalendar,
  type NamedEntry,
} from './calendar.queries.server.ts'
import { type CalendarDayKind, dayKindOf, isTaught, type Term, unpublishedYearsOf } from './calendar.rule.ts'
import { type Layer, mayChangeLayer } from './calendar-permission.rule.ts'

const stages: readonly Stage[] = ['primary', 'junior', 'senior']

interface MonthDay {
  day: Day
  /** What the day is for each stage; the three together where they agree. */
  kinds: { stage: Stage | ''; kind: CalendarDayKind }[]
}

/** A month as one place keeps it, and the entries behind it. */
export interface Month {
  /** '2025-09' */
  month: string
  /** From the Monday of the first week; null for days of the neighbouring months. */
  weeks: (MonthDay | null)[][]
  /** School days of any stage. */
  schoolDays: number
  entries: (NamedEntry & { changeable: boolean })[]
  terms: readonly Term[]
  years: HolidayYear[]
  unpublished: number[]
}

/** The month of the unit (or, for a school, of the school itself); without one the city's own. */
export async function monthOf(
  db: Db,
  scope: Scope,
  asked: { month: string; unitCode: string; today: Day },
): Promise<Month> {
  const range = rangeOf(asked.month)
  const calendar = await loadCalendar(db, range)
  const place = await placeOf(db, scope, asked)
  const days = daysBetween(range.from, range.to).map(day => {
    const kinds = stages.map(stage => ({ stage, kind: dayKindOf(calendar, place, stage, day) }))
    return { day, kinds: agreed(kinds) }
  })
  const years = await listHolidayYears(db)
  const published = years.filter(year => year.published).map(year => year.year)
  return {
    month: asked.month,
    weeks: weeksOf(days, range.from),
    schoolDays: days.filter(({ kinds }) => kinds.some(({ kind }) => isTaught(kind))).length,
    entries: (await listEntries(db, scope, { ...range, asOf: asked.today })).map(entry => ({
      ...entry,
      changeable: mayChangeLayer(scope, layerOfEntry(entry, scope)),
    })),
    terms: calendar.terms,
    years,
    unpublished: unpublishedYearsOf(published, range.from, range.to),
  }
}

function rangeOf(month: string): { from: Day; to: Day } {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))]
  const from = `${month}-01`
  const next = (number === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, number + 1, 1)) ?? from
  return { from, to: addDays(next, -1) }
}

async function placeOf(db: Db, scope: Scope, asked: { unitCode: string; today: Day }) {
  if (scope.kind !== 'school') return { schoolId: '', unitCode: asked.unitCode }
  const school = await findSchool(db, scope, scope.schoolId, asked.today)
  return { schoolId: scope.schoolId, unitCode: school?.unitCode ?? '' }
}

function agreed(kinds: { stage: Stage; kind: CalendarDayKind }[]): MonthDay['kinds'] {
  const [first] = kinds
  if (first === undefined || kinds.some(({ kind }) => kind !== first.kind)) return kinds
  return [{ stage: '', kind: first.kind }]
}

function weeksOf(days: readonly MonthDay[], first: Day): (MonthDay | null)[][] {
  const known = new Map(days.map(day => [day.day, day] as const))
  const weeks: (MonthDay | null)[][] = []
  for (
    let monday = mondayOf(first);
    monday <= (days[days.length - 1]?.day ?? '');
    monday = addDays(monday, 7)
  )
    weeks.push(daysBetween(monday, addDays(monday, 6)).map(day => known.get(day) ?? null))
  return weeks
}

/** A school's entry that a unit sees in its list may count to it only: the command asks again who administers it. */
function layerOfEntry(entry: NamedEntry, scope: Scope): Layer {
  if (entry.scope === 'national' || entry.scope === 'city') return { kind: entry.scope }
  if (entry.place === entry.scope) return { kind: 'unit', unitCode: entry.scope }
  return { kind: 'school', schoolId: entry.scope, unitCode: scope.kind === 'unit' ? scope.unitCode : '' }
}
