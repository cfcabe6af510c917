import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { listSchools } from '#app/features/schools/schools.queries.server.ts'
import { listSports } from '#app/features/sports/sports.queries.server.ts'
import type { Locale } from '#app/i18n/text.ts'
import type { Db } from '#db/tables.ts'

/** The schools of the scope that are open, and the sports, for choosing. */
export async function placementOptions(db: Db, scope: Scope, asked: { today: Day; locale: Locale }) {
  const schools = await listSchools(db, scope, { asOf: asked.today, openOnly: true })
  const sports = await listSports(db)
  return {
    schools: schools.flatMap(({ code, name }) => (code === null ? [] : [{ code, name }])),
    sports: sports.map(({ code, name, nameEn }) => ({ code, name: asked.locale === 'en' ? nameEn : name })),
  }
}
