import type { Scope } from '#app/auth/scope.ts'
import type {
  ImportContext,
  Json,
  SheetImport,
  StagedImport,
  StagedRow,
  UndoAnswer,
  UndoContext,
} from '#app/features/imports/sheet-import.ts'
import { staleImport } from '#app/features/imports/stale-import.ts'
import { nothingBut, personalNumberProblem } from '#app/features/instructors/roster-workbook.ts'
import { standingOf } from '#app/features/posts/post-state.rule.ts'
import {
  bothRows,
  duplicatesOf,
  otherRows,
  problemAt,
  setAside,
  shownColumns,
  shownRecord,
} from '#app/features/schools/sheet-rows.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import { readTable, type TableRow } from '#app/spreadsheet/read-table.ts'
import type { Db, Tx } from '#db/tables.ts'
import { lockRow } from '#db/write.server.ts'
import { type Component, writeScore } from './candidates.queries.server.ts'
import { whyNoScore } from './judge-score.server.ts'
import { components, type Found, judge, judgeScores, type Scores, saidBy } from './judge-score-rows.server.ts'
import type { Score } from './score.rule.ts'
import {
  deleteScore,
  type EnteredScore,
  enteredScore,
  resetScore,
  type Scorable,
  scorables,
} from './scores.queries.server.ts'
import { type ScoreRecord, scoresSheet } from './scores.sheet.ts'

type Row = TableRow<typeof scoresSheet>
/** What a row says, as it is kept from preview to commit. */
interface StagedScores {
  number: string
  scores: Scores
  /** What stood when the file was looked at: whoever entered something else since is not written over. */
  seen: Scores
}

/** Scores from a workbook; one person twice, somebody of another unit or a published score is refused by its cell. */
export const scoresImport: SheetImport = {
  async stage(db, grids, { scope }): Promise<StagedImport> {
    const personal = personalNumberProblem(grids)
    if (personal !== null) return nothingBut({ ...personal, code: 'score.personal-number' })
    const table = readTable(grids, scoresSheet, () => ({}))
    const { repeated, contradicting } = duplicatesOf(table.rows, record => record.number)
    const unread = unreadRowsOf(table.rows)
    const candidates = await candidatesNamed(db, scope, table.rows)
    const rows: StagedRow[] = []
    const problems: Problem[] = []
    const rejected: { sheet: string; row: number }[] = []
    for (const row of table.rows) {
      if (repeated.has(row)) continue
      const found =
        row.record === null
          ? null
          : await judge(
              db,
              scope,
              row.record,
              candidates,
              bothRows(
                contradicting.get(row) ?? otherRows([]),
                otherRows(unread.get(row.record.number) ?? []),
              ),
            )
      if (found?.ok === true) rows.push(stagedRow(row, row.record!, found))
      else rejected.push({ sheet: row.sheet, row: row.row })
      if (found?.ok === false) problems.push(problemAt(scoresSheet, row, found.column, found))
    }
    return {
      rows,
      problems: [...table.problems, ...problems],
      rejected,
      ignored: setAside(table, repeated),
      columns: shownColumns(scoresSheet),
      firstDay: null,
      lastDay: null,
      schoolId: null,
    }
  },

  async commit(tx, rows, context): Promise<Json[]> {
    const staged = rows.map(row => row.data as unknown as StagedScores)
    const candidates = await lockedCandidates(
      tx,
      context.scope,
      staged.map(one => one.number),
    )
    const changes: Json[] = []
    for (const [at, row] of rows.entries()) {
      const { number, scores, seen } = staged[at]!
      const found = await judgeScores(tx, context.scope, candidates.get(number), scores)
      if (!found.ok || found.verdict !== row.verdict) throw staleImport(row)
      if (components.some(one => found.candidate.scores[one] !== seen[one])) throw staleImport(row)
      changes.push(...(await write(tx, found.candidate, scores, context)))
    }
    return changes
  },

  undo: undoScores,
  changedRow: changedScore,
}

async function candidatesNamed(db: Db, scope: Scope, rows: readonly Row[]): Promise<Map<string, Scorable>> {
  const numbers = new Set(rows.flatMap(row => row.record?.number ?? []))
  return byNumber(await scorables(db, scope, { numbers: [...numbers] }))
}

/** The candidates under the locks of their posts: a list that is being published waits for the import, or goes first. */
async function lockedCandidates(
  tx: Tx,
  scope: Scope,
  numbers: readonly string[],
): Promise<Map<string, Scorable>> {
  const seen = await scorables(tx, scope, { numbers })
  for (const postId of [...new Set(seen.map(one => one.postId))].sort())
    await lockRow(tx, 'coach_post', postId)
  return byNumber(await scorables(tx, scope, { numbers }))
}

function byNumber(candidates: readonly Scorable[]): Map<string, Scorable> {
  return new Map(candidates.map(one => [one.number, one]))
}

/** The rows in which a person stands whose scores cannot be read: another row of theirs may be the wrong one. */
function unreadRowsOf(rows: readonly Row[]): Map<string, number[]> {
  const unread = new Map<string, number[]>()
  for (const { record, values, row } of rows) {
    const { number } = values
    if (record !== null || typeof number !== 'string') continue
    const known = unread.get(number)
    if (known === undefined) unread.set(number, [row])
    else known.push(row)
  }
  return unread
}

function stagedRow(
  row: Row,
  record: ScoreRecord,
  { verdict, candidate }: Extract<Found, { ok: true }>,
): StagedRow {
  const data = {
    number: record.number,
    scores: saidBy(record),
    seen: candidate.scores,
  } satisfies StagedScores
  const person = { number: candidate.number, name: candidate.name, post: candidate.postNumber }
  const shown = shownRecord(scoresSheet, { ...record, ...person })
  const staged: StagedRow = { sheet: row.sheet, row: row.row, verdict, data, shown }
  if (verdict !== 'changed') return staged
  return { ...staged, before: shownRecord(scoresSheet, scoreRecord(candidate)) }
}

/** A candidate as a row of the sheet: exported, it is imported again as unchanged. */
export function scoreRecord({ number, name, postNumber, scores }: Scorable): ScoreRecord {
  const cell = (score: Score | undefined) => (score === undefined ? null : { score })
  return {
    number,
    name,
    post: postNumber,
    written: cell(scores.WRITTEN),
    skill: cell(scores.SKILL),
    extra: cell(scores.EXTRA),
  }
}

async function write(
  tx: Tx,
  candidate: Scorable,
  said: Scores,
  { actor, now }: ImportContext,
): Promise<Json[]> {
  const changes: Json[] = []
  for (const component of components) {
    const score = said[component]
    const before = candidate.scores[component]
    if (score === undefined || score === before) continue
    const stood = await enteredScore(tx, candidate.id, component)
    const entry = { applicationId: candidate.id, component, score, by: actor.name, at: now }
    await writeScore(tx, entry)
    changes.push({
      kind: 'application.score',
      id: candidate.id,
      number: candidate.number,
      component,
      after: score,
      ...(before !== undefined && { before }),
      ...(stood !== undefined && { stood: { ...stood } }),
    })
  }
  return changes
}

interface ScoreChange {
  id: string
  number: string
  component: Component
  after: Score
  /** Missing where the import entered it first. */
  before?: Score
  /** What it replaced, an extra test that no longer counts too; older imports did not keep it. */
  stood?: EnteredScore
}

function changedScore(change: Json): string {
  const { id, component } = change as unknown as ScoreChange
  return `${id} ${component}`
}

/** Gives the scores back what they were, while nothing was entered or published since. */
async function undoScores(tx: Tx, changes: readonly Json[], { scope }: UndoContext): Promise<UndoAnswer> {
  const given = changes as unknown as ScoreChange[]
  const candidates = await lockedCandidates(tx, scope, [...new Set(given.map(one => one.number))])
  for (const { number, component, after } of given) {
    const candidate = candidates.get(number)
    if (candidate === undefined || standingOf(scope, candidate) !== 'reviewer')
      return { ok: false, refusal: 'not-yours' }
    // Whoever stepped back since holds nobody else's scores up.
    const mayChange = candidate.state === 'WITHDRAWN' || (await whyNoScore(tx, candidate, component)) === null
    if (!mayChange || candidate.scores[component] !== after)
      return { ok: false, refusal: 'changed-since', by: null }
  }
  for (const { id, component, before, stood } of given)
    if (stood !== undefined) await writeScore(tx, { applicationId: id, component, ...stood })
    else if (before === undefined) await deleteScore(tx, id, component)
    else await resetScore(tx, id, component, before)
  return { ok: true }
}
