import type { Scope } from '#app/auth/scope.ts'
import type { Db } from '#db/tables.ts'
import type { CoachPostRecord } from './coach-posts.sheet.ts'
import { listPosts } from './posts.queries.server.ts'

/**
 * The posts of the scope as rows of their sheet, cancelled ones left out, so that importing them changes nothing. One
 * at a campus without a code cannot be named in a sheet and is left out too.
 */
export async function postRecords(
  db: Db,
  scope: Scope,
  asked: { unitCode?: string; schoolId?: string },
): Promise<CoachPostRecord[]> {
  const { unitCode, schoolId } = asked
  const posts = await listPosts(db, scope, {
    ...(unitCode !== undefined && { unitCode }),
    ...(schoolId !== undefined && { schoolId }),
  })
  return posts
    .filter(post => post.status !== 'cancelled' && post.schools.every(school => school.code !== null))
    .map(post => ({
      ...post,
      round: post.round.name,
      schools: post.schools.map(school => school.code ?? ''),
      sport: { code: post.sport, name: post.sportName },
      stages: [...post.stages],
      pay: post.pay || null,
      duties: post.duties || null,
    }))
}
