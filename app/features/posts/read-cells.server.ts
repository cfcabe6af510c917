import type { Day } from '#app/calendar-day.ts'
import { placementsOfSchools } from '#app/features/program/placements.queries.server.ts'
import type { Db, Stage } from '#db/tables.ts'
import { cellsOf } from './cells.rule.ts'
import type { Post } from './posts.queries.server.ts'

/** The 5621 cells in force on the day that a coach of the post would make live. */
export async function readCells(
  db: Db,
  post: Pick<Post, 'schoolIds' | 'stages' | 'sport' | 'schools'>,
  today: Day,
): Promise<{ schoolId: string; school: string; stage: Stage }[]> {
  const placements = await placementsOfSchools(db, post.schoolIds)
  const names = new Map(post.schools.map(school => [school.id, school.name]))
  return cellsOf(post, placements, today).map(cell => ({ ...cell, school: names.get(cell.schoolId) ?? '' }))
}

interface Work {
  id: string
  schoolId: string
  sport: string
  stages: readonly Stage[]
  validFrom: Day
  validTo: Day
}

/** The stages of the 5621 cells in force on the day behind which each piece of a coach's work stands that day. */
export async function readCellsOfWork(
  db: Db,
  work: readonly Work[],
  today: Day,
): Promise<Map<string, Stage[]>> {
  const placements = await placementsOfSchools(db, [...new Set(work.map(one => one.schoolId))])
  const held = work.filter(one => one.validFrom <= today && today <= one.validTo)
  return new Map(
    held.map(one => [
      one.id,
      cellsOf({ ...one, schoolIds: [one.schoolId] }, placements, today).map(cell => cell.stage),
    ]),
  )
}
