import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { contentAfter, type PostRow, saysTheSame } from './plan-post.rule.ts'
import { type PostContent, type PostField, postKey, postProblems } from './post.rule.ts'
import { placeOf } from './post-place.server.ts'
import { mayDo, standingOf } from './post-state.rule.ts'
import type { Post } from './posts.queries.server.ts'
import type { PostsInForce } from './posts-in-force.server.ts'
import { isOver } from './round.rule.ts'
import type { RoundRow } from './rounds.queries.server.ts'

type JudgedField = PostField | 'number' | 'round' | 'schools'

interface RowProblem {
  key: JudgedField
  code: string
}

export type Judgement =
  | { ok: true; verdict: 'new'; round: RoundRow; content: PostContent }
  | { ok: true; verdict: 'changed' | 'unchanged'; round: RoundRow; standing: Post; content: PostContent }
  | { ok: false; problems: RowProblem[] }

interface Asked {
  number: string | null
  round: string
  row: PostRow
}

/** What a row of the sheet would do to what stands, or everything that speaks against it. */
export function judgePost(
  { number, round: roundName, row }: Asked,
  inForce: PostsInForce,
  { scope, today, now }: { scope: Scope; today: Day; now: string },
): Judgement {
  const numbered = number === null ? null : (inForce.posts.find(post => post.number === number) ?? undefined)
  if (numbered === undefined) return refused('number', 'coach-post.number-unknown')
  const round = roundOf(roundName, row, numbered, inForce)
  if (round === null) return refused('round', 'coach-post.round-unknown')
  if (numbered !== null && numbered.roundId !== round.id) return refused('round', 'coach-post.other-round')
  const twin = twinOf(row, round, inForce)
  const standing = numbered ?? twin ?? null
  const content = contentAfter(row, standing)
  if (standing !== null && saysTheSame(content, standing))
    return { ok: true, verdict: 'unchanged', round, standing, content }
  if (numbered !== null && twin !== undefined && twin.id !== numbered.id)
    return refused('title', 'coach-post.already-there')
  if (standing !== null && !mayDo(standing.status, 'edit', standingOf(scope, standing)))
    return refused(numbered === null ? 'title' : 'number', 'coach-post.not-to-change')
  if (isOver(round, now)) return refused('round', 'coach-post.round-over')
  const found = Object.entries(postProblems(content, placeOf(inForce.grounds, content, round, today)))
  const problems = found.map(([field, problem]) => ({ key: keyOf(field), code: `coach-post.${problem}` }))
  if (scope.kind === 'school' && content.isPooled)
    problems.push({ key: 'isPooled', code: 'coach-post.pooled-by-unit' })
  if (problems.length > 0) return { ok: false, problems }
  return standing === null
    ? { ok: true, verdict: 'new', round, content }
    : { ok: true, verdict: 'changed', round, standing, content }
}

function refused(key: JudgedField, code: string): Judgement {
  return { ok: false, problems: [{ key, code }] }
}

function keyOf(field: string): JudgedField {
  return field === 'schoolIds' ? 'schools' : (field as PostField)
}

/** Rounds of several units may bear one name: the post's own counts, else that of the first school's unit. */
function roundOf(
  name: string,
  row: PostRow,
  numbered: Post | null,
  { rounds, grounds }: PostsInForce,
): RoundRow | null {
  const named = rounds.filter(round => round.name === name)
  const unit = grounds.schools.find(school => school.id === row.schoolIds[0])?.unitCode
  const own = named.find(round => round.id === numbered?.roundId)
  return (
    own ?? named.find(round => round.unitCode === unit) ?? (named.length === 1 ? (named[0] ?? null) : null)
  )
}

function twinOf(row: PostRow, round: RoundRow, { posts }: PostsInForce): Post | undefined {
  const key = postKey(contentAfter(row, null))
  return posts.find(post => post.roundId === round.id && post.status !== 'cancelled' && postKey(post) === key)
}
