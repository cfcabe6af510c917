import { samplePost, sampleRound } from '#db/samples.ts'
import type { Database, Db, Stage } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'

type PostRow = ReturnType<typeof samplePost>
type RoundRow = ReturnType<typeof sampleRound>

/** A published post with its round, stages and schools, unless they are given; answers what it inserted. */
export async function insertPost(
  db: Db,
  given: {
    round?: Partial<RoundRow> | RoundRow
    post?: Partial<Database['coach_post']>
    stages?: readonly Stage[]
    /** Of a pooled post; a school's own post is served at `post.school_id`. */
    schoolIds?: readonly string[]
  } = {},
): Promise<{ round: RoundRow; post: PostRow }> {
  const round = sampleRound(given.round)
  const standing = await db.selectFrom('coach_round').select('id').where('id', '=', round.id).execute()
  if (standing.length === 0) await insertAll(db, 'coach_round', [round])
  const post = samplePost({ unit_code: round.unit_code, ...given.post, round_id: round.id })
  await insertAll(db, 'coach_post', [post])
  const stages = given.stages ?? ['primary']
  await insertAll(
    db,
    'coach_post_stage',
    stages.map(stage => ({ post_id: post.id, stage })),
  )
  const own = post.school_id === null || post.school_id === undefined ? [] : [post.school_id]
  const schoolIds = given.schoolIds ?? own
  await insertAll(
    db,
    'coach_post_school',
    schoolIds.map(school_id => ({ post_id: post.id, school_id })),
  )
  return { round, post }
}
