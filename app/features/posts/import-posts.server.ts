import type { Json, SheetImport, StagedImport, StagedRow } from '#app/features/imports/sheet-import.ts'
import { staleImport } from '#app/features/imports/stale-import.ts'
import { schoolReader } from '#app/features/schools/school-reader.server.ts'
import {
  duplicatesOf,
  type OtherRows,
  problemAt,
  rowsTold,
  setAside,
  shownColumns,
  shownRecord,
} from '#app/features/schools/sheet-rows.ts'
import { sportReader } from '#app/features/sports/sport-reader.server.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import { readTable, type TableRow } from '#app/spreadsheet/read-table.ts'
import type { Tx } from '#db/tables.ts'
import { lockRow, newId } from '#db/write.server.ts'
import { type CoachPostRecord, coachPostsSheet } from './coach-posts.sheet.ts'
import { type Judgement, judgePost } from './judge-post.server.ts'
import type { PostRow } from './plan-post.rule.ts'
import { contentOnly } from './post.rule.ts'
import { insertPost, nextNumbers, updatePost } from './post-writes.queries.server.ts'
import { loadPostsInForce, type PostsInForce } from './posts-in-force.server.ts'
import { detailOf } from './save-post.server.ts'
import { undoPosts } from './undo-posts.server.ts'

type Row = TableRow<typeof coachPostsSheet>
type Planned = Extract<Judgement, { ok: true }>

/** What a row says, as it is kept from preview to commit. */
interface StagedPost {
  number: string | null
  round: string
  row: PostRow
  /** When the post that stood was last changed; null where none stood. */
  stood: string | null
}

/** Posts from a workbook as drafts of their rounds. What is submitted or published is never changed by an import. */
export const postsImport: SheetImport = {
  async stage(db, grids, context): Promise<StagedImport> {
    const inForce = await loadPostsInForce(db, context)
    const sports = await sportReader(db, context)
    const schools = await schoolReader(db, context)
    const table = readTable(grids, coachPostsSheet, () => ({ ...sports, ...schools }))
    const { repeated, contradicting } = duplicatesOf(table.rows, keyOfRecord)
    const staged: StagedRow[] = []
    const problems: Problem[] = []
    const rejected: { sheet: string; row: number }[] = []
    for (const row of table.rows) {
      if (repeated.has(row)) continue
      const found =
        row.record === null ? null : judgeRow(row, row.record, contradicting.get(row), inForce, context)
      if (found?.ok === true) staged.push(stagedRow(row, row.record!, found.planned, inForce))
      else rejected.push({ sheet: row.sheet, row: row.row })
      if (found?.ok === false) problems.push(...found.problems)
    }
    return {
      rows: staged,
      problems: [...table.problems, ...problems],
      rejected,
      ignored: setAside(table, repeated),
      columns: shownColumns(coachPostsSheet),
      firstDay: null,
      lastDay: null,
      schoolId: context.scope.kind === 'school' ? context.scope.schoolId : null,
    }
  },

  async commit(tx, rows, context): Promise<Json[]> {
    const before = await loadPostsInForce(tx, context)
    // Who drafts in a round by page waits for this import, and the other way about.
    for (const id of before.rounds.map(round => round.id).sort()) await lockRow(tx, 'coach_round', id)
    // Who changes one of the posts by page does so before, and then the row is stale, or finds it changed afterwards.
    const held = new Set(rows.flatMap(row => standingId(row, before, context)))
    for (const id of [...held].sort()) await lockRow(tx, 'coach_post', id)
    const inForce = await loadPostsInForce(tx, context)
    const planned = rows.map(row => {
      const { stood } = row.data as unknown as StagedPost
      const judged = judgeStaged(row, inForce, context)
      if (!judged.ok || judged.verdict !== row.verdict) throw staleImport(row)
      if (judged.verdict === 'new') return judged
      if (judged.standing.updatedAt !== stood || !held.has(judged.standing.id)) throw staleImport(row)
      return judged
    })
    return writePosts(tx, planned, context)
  },

  undo: undoPosts,
}

/** Two rows are the same post when they name the same number, or the same round, schools, sport and title. */
function keyOfRecord({ number, round, schools, sport, title }: CoachPostRecord): string {
  return number ?? [round, [...schools].sort().join(), sport.code, title].join('|')
}

type JudgeContext = Parameters<typeof judgePost>[2]

function judgeStaged({ data }: StagedRow, inForce: PostsInForce, context: JudgeContext): Judgement {
  const { number, round, row } = data as unknown as StagedPost
  return judgePost({ number, round, row }, inForce, context)
}

/** The post that a row would change, if there is one. */
function standingId(row: StagedRow, inForce: PostsInForce, context: JudgeContext): string[] {
  const judged = judgeStaged(row, inForce, context)
  return judged.ok && judged.verdict !== 'new' ? [judged.standing.id] : []
}

function judgeRow(
  row: Row,
  record: CoachPostRecord,
  twice: OtherRows | undefined,
  inForce: PostsInForce,
  context: JudgeContext,
): { ok: true; planned: Planned } | { ok: false; problems: Problem[] } {
  if (twice !== undefined) {
    const values = rowsTold(twice)
    return {
      ok: false,
      problems: [problemAt(coachPostsSheet, row, 'title', { code: 'coach-post.twice', values })],
    }
  }
  const asked = { number: record.number, round: record.round, row: saidBy(row, record, inForce) }
  const judged = judgePost(asked, inForce, context)
  if (judged.ok) return { ok: true, planned: judged }
  const problems = judged.problems.map(({ key, code }) => {
    const column = key === 'schoolIds' ? 'schools' : key
    return problemAt(coachPostsSheet, row, column, { code })
  })
  return { ok: false, problems }
}

/** An empty cell says none or the usual; a column that the file does not have says nothing. */
function saidBy({ cells }: Row, record: CoachPostRecord, { grounds }: PostsInForce): PostRow {
  const { number: _number, round: _round, schools, sport, isPooled, ...plain } = record
  const empty: Record<string, unknown> = {
    leastGrade: '',
    resultInstead: '',
    leastEducation: '',
    certificate: 'NONE',
    leastExperience: 0,
    isReserved: false,
    shortListRatio: 3,
    pay: '',
    duties: '',
  }
  const said = Object.entries(plain)
    .filter(([key]) => (cells as Partial<Record<string, string>>)[key] !== undefined)
    .map(([key, value]) => [key, value ?? empty[key] ?? null])
  const schoolIds = schools.map(code => grounds.schools.find(school => school.code === code)?.id ?? code)
  return {
    ...Object.fromEntries(said),
    schoolIds,
    sport: sport.code,
    ...(isPooled !== null && { isPooled }),
  }
}

function stagedRow(row: Row, record: CoachPostRecord, planned: Planned, inForce: PostsInForce): StagedRow {
  const { sheet, row: number } = row
  const stands = planned.verdict === 'new' ? null : planned.standing
  const said = saidBy(row, record, inForce)
  const data = { number: record.number, round: record.round, row: said, stood: stands?.updatedAt ?? null }
  const shown = shownRecord(coachPostsSheet, {
    ...record,
    ...planned.content,
    number: stands?.number ?? null,
    // The content of a post that stands holds whole rows of these.
    round: record.round,
    schools: record.schools,
    sport: record.sport,
  })
  const staged: StagedRow = {
    sheet,
    row: number,
    verdict: planned.verdict,
    data: data as unknown as Json,
    shown,
  }
  if (planned.verdict !== 'changed' || stands === null) return staged
  const before = {
    ...contentOnly(stands),
    number: stands.number,
    round: stands.round.name,
    schools: stands.schools.map(school => school.code ?? ''),
    sport: { code: stands.sport, name: stands.sportName },
  }
  return { ...staged, before: shownRecord(coachPostsSheet, before) }
}

async function writePosts(
  tx: Tx,
  planned: readonly Planned[],
  { today, now, actor }: { today: string; now: string; actor: { name: string } },
): Promise<Json[]> {
  const added = planned.filter(one => one.verdict === 'new')
  const numbers = added.length > 0 ? await nextNumbers(tx, Number(today.slice(0, 4)), added.length) : []
  const changes: Json[] = []
  for (const [at, { round, content }] of added.entries()) {
    const id = newId()
    const place = { roundId: round.id, unitCode: round.unitCode }
    await insertPost(tx, { id, number: numbers[at] ?? '', ...place, content, by: actor.name, now })
    changes.push({ kind: 'coach-post.draft', id, after: detailOf(content) })
  }
  for (const one of planned) {
    if (one.verdict !== 'changed') continue
    await updatePost(tx, one.standing.id, one.content, now)
    changes.push({
      kind: 'coach-post.change',
      id: one.standing.id,
      stood: one.standing.updatedAt,
      before: detailOf(one.standing),
      after: detailOf(one.content),
    })
  }
  return changes
}
