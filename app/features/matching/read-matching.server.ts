import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { listPosts, type Post } from '#app/features/posts/posts.queries.server.ts'
import { listVisibleUnits } from '#app/features/regions/units.queries.server.ts'
import type { Db } from '#db/tables.ts'
import { proposeAssignment, type UnitProposal } from './propose-assignment.server.ts'

export interface MatchingPage {
  unitCode: string
  units: { code: string; name: string; nameEn: string }[]
  proposal: UnitProposal
  posts: Post[]
}

/** The proposal for a unit and its published posts; the scope's first unit unless one is named, null for one not seen. */
export async function readMatching(
  db: Db,
  scope: Scope,
  asked: { unitCode: string | undefined; asOf: Day },
): Promise<MatchingPage | null> {
  const units = await listVisibleUnits(db, scope)
  const unit = asked.unitCode === undefined ? units[0] : units.find(one => one.code === asked.unitCode)
  if (unit === undefined) return null
  const proposal = await proposeAssignment(db, scope, { unitCode: unit.code, asOf: asked.asOf })
  if (proposal === null) return null
  const posts = await listPosts(db, scope, { unitCode: unit.code, status: 'published' })
  return {
    unitCode: unit.code,
    units: units.map(({ code, name, nameEn }) => ({ code, name, nameEn })),
    proposal,
    posts,
  }
}
