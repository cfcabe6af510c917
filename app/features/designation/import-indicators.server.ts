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
import {
  duplicatesOf,
  problemAt,
  rowsTold,
  shownRecord,
  stagedTable,
} from '#app/features/schools/sheet-rows.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import { readTable, type TableRow } from '#app/spreadsheet/read-table.ts'
import type { ProblemValues } from '#app/spreadsheet/reading.ts'
import type { Db, Tx } from '#db/tables.ts'
import { lockRow } from '#db/write.server.ts'
import { copyToDraft, draftOf } from './edit-indicators.server.ts'
import { type Indicator, indicatorProblem } from './indicator.rule.ts'
import {
  deleteIndicators,
  indicatorsOf,
  insertIndicators,
  listSets,
  type SetIndicator,
  updateIndicator,
} from './indicators.queries.server.ts'
import { type IndicatorRecord, indicatorsSheet } from './indicators.sheet.ts'

type Row = TableRow<typeof indicatorsSheet>
type Verdict = 'new' | 'changed' | 'unchanged'

/** Indicators from a workbook, into the version that is being drafted; a file without one begins it. */
export const indicatorsImport: SheetImport = {
  async stage(db, grids, { scope }): Promise<StagedImport> {
    const table = readTable(grids, indicatorsSheet, () => ({}))
    const { repeated, contradicting } = duplicatesOf(table.rows, record => record.code)
    const standing = await newestIndicators(db)
    const rows: StagedRow[] = []
    const problems = new Map<Row, Problem>()
    for (const row of table.rows) {
      if (row.record === null || repeated.has(row)) continue
      const indicator = indicatorOf(row.record)
      const twice = contradicting.get(row)
      const problem = scope.kind === 'city' ? indicatorProblem(indicator) : 'not-allowed'
      if (problem !== null) problems.set(row, problemOf(row, problem))
      else if (twice !== undefined) problems.set(row, problemOf(row, 'twice', rowsTold(twice)))
      else rows.push(stagedRow(row, indicator, standing.get(indicator.code)))
    }
    return stagedTable(indicatorsSheet, table, { rows, problems, repeated })
  },

  async commit(tx, rows, context): Promise<Json[]> {
    if (rows.every(row => row.verdict === 'unchanged')) return []
    const setId = await draftFor(tx, context)
    const standing = new Map((await indicatorsOf(tx, setId)).map(one => [one.code, one]))
    const changes: Json[] = []
    for (const row of rows) {
      const indicator = row.data as unknown as Indicator
      const known = standing.get(indicator.code)
      if (verdictOf(indicator, known) !== row.verdict) throw staleImport(row)
      if (row.verdict === 'unchanged') continue
      if (known === undefined) {
        const [id = ''] = await insertIndicators(tx, setId, [indicator])
        changes.push({ kind: 'indicator.add', id, set: setId, after: { ...indicator } })
      } else {
        await updateIndicator(tx, known.id, indicator)
        const { id, ...before } = known
        changes.push({ kind: 'indicator.change', id, set: setId, before, after: { ...indicator } })
      }
    }
    return changes
  },

  undo: undoIndicators,
}

async function newestIndicators(db: Db): Promise<Map<string, SetIndicator>> {
  const [newest] = await listSets(db)
  const indicators = newest === undefined ? [] : await indicatorsOf(db, newest.id)
  return new Map(indicators.map(one => [one.code, one]))
}

/** The draft under its lock; begun as a copy of the newest version where there is none. */
async function draftFor(tx: Tx, { now }: ImportContext): Promise<string> {
  const draft = await draftOf(tx)
  if (draft !== undefined) {
    await lockRow(tx, 'indicator_set', draft.id)
    return draft.id
  }
  return (await copyToDraft(tx, now)).id
}

function indicatorOf({ code, title, kind, most, how, figure }: IndicatorRecord): Indicator {
  return { code, title, kind, most: most ?? 0, how: how ?? '', figure: figure ?? '' }
}

function recordOf({ most, how, figure, ...indicator }: Indicator): IndicatorRecord {
  return { ...indicator, most: most === 0 ? null : most, how: how || null, figure: figure || null }
}

/** The indicators of the newest version as rows of their sheet; a draft is the city's own until it is published. */
export async function indicatorRecords(db: Db, scope: Scope): Promise<IndicatorRecord[]> {
  const newest = (await listSets(db)).find(set => scope.kind === 'city' || set.publishedAt !== null)
  const indicators = newest === undefined ? [] : await indicatorsOf(db, newest.id)
  return indicators.map(({ id: _id, ...indicator }) => recordOf(indicator))
}

const facts = ['title', 'kind', 'most', 'how', 'figure'] as const

function isSame(one: Indicator, other: Indicator): boolean {
  return facts.every(fact => one[fact] === other[fact])
}

function verdictOf(indicator: Indicator, known: Indicator | undefined): Verdict {
  if (known === undefined) return 'new'
  return isSame(indicator, known) ? 'unchanged' : 'changed'
}

function stagedRow({ sheet, row }: Row, indicator: Indicator, known: SetIndicator | undefined): StagedRow {
  const shown = (one: Indicator) => shownRecord(indicatorsSheet, recordOf(one))
  const verdict = verdictOf(indicator, known)
  const staged = { sheet, row, verdict, data: { ...indicator }, shown: shown(indicator) }
  return verdict === 'changed' && known !== undefined ? { ...staged, before: shown(known) } : staged
}

const columnOf: Record<string, keyof IndicatorRecord> = {
  'points-out-of-bounds': 'most',
  'veto-has-points': 'most',
  'how-too-long': 'how',
  'title-missing': 'title',
  'title-too-long': 'title',
}

function problemOf(row: Row, code: string, values?: ProblemValues): Problem {
  const found = { code: `indicator.${code}`, ...(values !== undefined && { values }) }
  return problemAt(indicatorsSheet, row, columnOf[code] ?? 'code', found)
}

interface IndicatorChange {
  id: string
  set: string
  before?: Indicator
  after: Indicator
}

/** Gives the draft back what it was, while it is a draft and nobody changed what the import wrote. */
async function undoIndicators(tx: Tx, changes: readonly Json[], { scope }: UndoContext): Promise<UndoAnswer> {
  if (scope.kind !== 'city') return { ok: false, refusal: 'not-yours' }
  const given = changes as unknown as IndicatorChange[]
  const draft = await draftOf(tx)
  if (draft !== undefined) await lockRow(tx, 'indicator_set', draft.id)
  const standing = new Map(
    draft === undefined ? [] : (await indicatorsOf(tx, draft.id)).map(one => [one.id, one] as const),
  )
  for (const { id, after } of given) {
    const known = standing.get(id)
    if (known === undefined || !isSame(known, after)) return { ok: false, refusal: 'changed-since', by: null }
  }
  await deleteIndicators(
    tx,
    given.filter(change => change.before === undefined).map(change => change.id),
  )
  for (const { id, before } of given) if (before !== undefined) await updateIndicator(tx, id, before)
  return { ok: true }
}
