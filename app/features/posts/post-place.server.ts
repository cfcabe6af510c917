import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { listSchools, type SchoolRow, stagesOfSchools } from '#app/features/schools/schools.queries.server.ts'
import { listSports } from '#app/features/sports/sports.queries.server.ts'
import type { Db, Stage } from '#db/tables.ts'
import type { PostContent, PostPlace, PostSchool } from './post.rule.ts'

/** All against which posts of the scope are judged on a day. */
export interface PostGrounds {
  schools: readonly (SchoolRow & { stages: Stage[] })[]
  sports: ReadonlySet<string>
}

export async function loadPostGrounds(db: Db, scope: Scope, today: Day): Promise<PostGrounds> {
  const schools = await listSchools(db, scope, { asOf: today })
  const stages = await stagesOfSchools(db, scope, today)
  const sports = await listSports(db)
  return {
    schools: schools.map(school => ({ ...school, stages: stages.get(school.id) ?? [] })),
    sports: new Set(sports.map(sport => sport.code)),
  }
}

export function placeOf(
  grounds: PostGrounds,
  post: Pick<PostContent, 'schoolIds' | 'sport'>,
  round: PostPlace['round'],
  today: Day,
): PostPlace {
  const schools: PostSchool[] = grounds.schools
    .filter(school => post.schoolIds.includes(school.id))
    .map(({ id, unitCode, stages, openedOn, closedOn }) => ({
      id,
      unitCode,
      stages,
      isOpen: openedOn <= today && today < closedOn,
    }))
  return { isSportKnown: grounds.sports.has(post.sport), schools, round }
}
