import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { findSchoolByCode, listSchools } from '#app/features/schools/schools.queries.server.ts'
import { listSports } from '#app/features/sports/sports.queries.server.ts'
import type { Locale } from '#app/i18n/text.ts'
import type { Db } from '#db/tables.ts'
import { codesIn } from './post-form.ts'

/** The schools and sports that the author of a post chooses from; a school is its own and chooses none. */
export async function postChoices(db: Db, scope: Scope, asked: { today: Day; locale: Locale }) {
  const schools = await listSchools(db, scope, { asOf: asked.today, openOnly: true })
  const sports = await listSports(db)
  return {
    schools:
      scope.kind === 'school'
        ? null
        : schools.flatMap(({ code, name }) => (code === null ? [] : [{ code, name }])),
    sports: sports.map(({ code, name, nameEn }) => ({ code, name: asked.locale === 'en' ? nameEn : name })),
  }
}

/** The schools that a form names by code; a school names itself. One that the scope does not see stays its code. */
export async function schoolIdsOf(db: Db, scope: Scope, codes: string, today: Day): Promise<string[]> {
  if (scope.kind === 'school') return [scope.schoolId]
  const ids: string[] = []
  for (const code of codesIn(codes)) ids.push((await findSchoolByCode(db, scope, code, today))?.id ?? code)
  return ids
}
