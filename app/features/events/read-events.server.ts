import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { listUnits } from '#app/features/regions/units.queries.server.ts'
import { listSports } from '#app/features/sports/sports.queries.server.ts'
import type { Locale } from '#app/i18n/text.ts'
import type { Db } from '#db/tables.ts'
import { sharesBy } from './event.rule.ts'
import { listEvents } from './events.queries.server.ts'

/** The events of a school year in the scope: what is to come and what was held, by month, sport and unit. */
export async function readEvents(db: Db, scope: Scope, asked: { year: number; today: Day; locale: Locale }) {
  const { year, today, locale } = asked
  const days = { from: `${year}-09-01`, to: `${year + 1}-08-31` }
  const named = ({ name, nameEn }: { name: string; nameEn: string }) => (locale === 'en' ? nameEn : name)
  const units = new Map((await listUnits(db)).map(unit => [unit.code, named(unit)]))
  const sports = new Map((await listSports(db)).map(sport => [sport.code, named(sport)]))
  const events = (await listEvents(db, scope, { asOf: today, ...days })).map(event => ({
    ...event,
    sportName: sports.get(event.sport) ?? event.sport,
  }))
  const held = events.filter(event => event.day <= today)
  const nameIn = (names: ReadonlyMap<string, string>) => (share: { key: string }) =>
    names.get(share.key) ?? share.key
  const sharesOf = (keyOf: (event: (typeof held)[0]) => string, nameOf: (share: { key: string }) => string) =>
    sharesBy(held, keyOf).map(share => ({ ...share, name: nameOf(share) }))
  const [all] = sharesBy(held, () => 'all')
  return {
    total: { events: all?.events ?? 0, schools: all?.schools ?? 0, participants: all?.participants ?? 0 },
    byMonth: sharesOf(
      event => event.day.slice(0, 7),
      share => share.key,
    ),
    bySport: sharesOf(event => event.sport, nameIn(sports)),
    byUnit: sharesOf(event => event.countsUnitCode, nameIn(units)),
    coming: events.filter(event => event.day > today).reverse(),
    held,
  }
}
