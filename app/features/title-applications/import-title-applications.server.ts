import type { Scope } from '#app/auth/scope.ts'
import type {
  ImportContext,
  Json,
  SheetImport,
  StagedImport,
  StagedRow,
} from '#app/features/imports/sheet-import.ts'
import { staleImport } from '#app/features/imports/stale-import.ts'
import { json, nothingBut, personalNumberProblem } from '#app/features/instructors/roster-workbook.ts'
import { schoolReader } from '#app/features/schools/school-reader.server.ts'
import type { SchoolRow } from '#app/features/schools/schools.queries.server.ts'
import { problemAt, setAside, shownColumns, shownRecord } from '#app/features/schools/sheet-rows.ts'
import { sportReader } from '#app/features/sports/sport-reader.server.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import { readTable, type TableRow } from '#app/spreadsheet/read-table.ts'
import type { Tx } from '#db/tables.ts'
import { aliasKey, isUniqueViolation, lockRow } from '#db/write.server.ts'
import { contradictingTitleRows } from './contradicting-title-rows.ts'
import { type FoundInRow, found, saidBy, wordsAsRead, wrongInRow, wrongKind } from './judge-title-row.ts'
import { writeTitleDraft } from './save-title-draft.server.ts'
import type { TitleDraft } from './self-score.rule.ts'
import { saidPoints, sportRefs } from './title-application-records.server.ts'
import { insertTitleApplication } from './title-application-writes.queries.server.ts'
import { type TitleApplicationRecord, titleApplicationsSheet } from './title-applications.sheet.ts'
import {
  draftWith,
  type SaidInRow,
  type StandingOfRow,
  standingOfRow,
  stillStands,
  verdictOfRow,
} from './title-row.rule.ts'
import { appendTitleStep } from './title-steps.queries.server.ts'
import { isInTime, isWritable } from './title-way.rule.ts'
import {
  loadTitlesToWrite,
  nothingYet,
  type TitleRowOf,
  type TitlesToWrite,
  titleKey,
  titleRowOf,
} from './titles-to-write.server.ts'
import { type TitleWriting, undoTitleApplications } from './undo-title-applications.server.ts'

type Row = TableRow<typeof titleApplicationsSheet>

/** What a row says, as it is kept from preview to commit. */
interface StagedEntry {
  batchId: string
  code: string
  indicator: string
  said: SaidInRow
  /** What stood when the file was looked at: whoever wrote something else since is not written over. */
  seen: StandingOfRow
}

/** Applications from a workbook, written by their school alone; what no row says stays as it stands. */
export const titleApplicationsImport: SheetImport = {
  async stage(db, grids, context): Promise<StagedImport> {
    const { scope } = context
    const personal = personalNumberProblem(grids)
    if (personal !== null) return nothingBut({ ...personal, code: 'title-application.personal-number' })
    const sports = await sportReader(db, context)
    const inForce = await loadTitlesToWrite(db, context)
    const batches = [...inForce.batches.values()]
    const schools = await schoolReader(db, context)
    const table = readTable(grids, titleApplicationsSheet, () => ({ ...sports, ...schools, batches }))
    const { repeated, contradicting } = contradictingTitleRows(table.rows)
    const rows: StagedRow[] = []
    const problems: Problem[] = []
    const rejected: { sheet: string; row: number }[] = []
    for (const row of table.rows) {
      if (repeated.has(row)) continue
      const judged = row.record === null ? null : judge(row.record, inForce, context)
      const wrong = [...(contradicting.get(row) ?? []), ...(judged?.ok === false ? judged.found : [])]
      if (judged?.ok === true && wrong.length === 0) rows.push(stagedRow(row, judged, inForce))
      else rejected.push({ sheet: row.sheet, row: row.row })
      problems.push(...wrong.map(({ column, ...one }) => problemAt(titleApplicationsSheet, row, column, one)))
    }
    return {
      ...{ rows, rejected, problems: [...table.problems, ...problems] },
      ...{ ignored: setAside(table, repeated), columns: shownColumns(titleApplicationsSheet) },
      ...{ firstDay: null, lastDay: null, schoolId: scope.kind === 'school' ? scope.schoolId : null },
    }
  },

  async commit(tx, rows, context): Promise<Json[]> {
    const groups = new Map<string, StagedRow[]>()
    for (const row of rows) {
      const key = titleKey(entryOf(row))
      groups.set(key, [...(groups.get(key) ?? []), row])
    }
    const { standing } = await loadTitlesToWrite(tx, context)
    const ids = [...groups.keys()].flatMap(key => standing.get(key)?.application?.id ?? [])
    for (const id of ids.sort()) await lockRow(tx, 'title_application', id)
    const inForce = await loadTitlesToWrite(tx, context)
    const changes: Json[] = []
    for (const group of groups.values()) {
      for (const row of group) if (!isStillSo(row, inForce, context)) throw staleImport(row)
      const [first, ...others] = group.filter(row => row.verdict !== 'unchanged')
      if (first !== undefined) changes.push(json(await write(tx, [first, ...others], inForce, context)))
    }
    return changes
  },

  undo: undoTitleApplications,
}

function entryOf(row: StagedRow): StagedEntry {
  return row.data as unknown as StagedEntry
}

type Judged =
  | {
      ok: true
      verdict: StagedRow['verdict']
      entry: StagedEntry
      record: TitleApplicationRecord
      of: TitleRowOf
    }
  | { ok: false; found: FoundInRow[] }

function judge(record: TitleApplicationRecord, inForce: TitlesToWrite, context: ImportContext): Judged {
  const { batch, code, indicator } = record
  const of = titleRowOf({ batchId: batch.id, code }, inForce)
  if (of === null) return { ok: false, found: [found('code', 'other-school')] }
  const known = of.terms.indicators.find(one => one.code === indicator)
  if (known === undefined) return { ok: false, found: [found('indicator', 'indicator-unknown')] }
  const said = saidBy(record)
  const kind = wrongKind(record, of.terms)
  const wrong = [
    ...otherName('school', record.school, of.school.name),
    ...otherName('title', record.title, known.title),
    ...(kind === null ? wrongInRow(indicator, said, of.terms) : [kind]),
  ]
  if (wrong.length > 0) return { ok: false, found: wrong }
  const seen = standingOfRow(of.standing.draft, indicator, wordsAsRead)
  const verdict = verdictOfRow(said, seen)
  const refusal = verdict === 'unchanged' ? null : whyNotWritten(batch.id, of, inForce, context)
  if (refusal !== null) return { ok: false, found: [refusal] }
  return { ok: true, verdict, entry: { batchId: batch.id, code, indicator, said, seen }, record, of }
}

function otherName(column: 'school' | 'title', given: string | null, name: string): FoundInRow[] {
  const isSame = given === null || aliasKey(given) === aliasKey(name)
  return isSame ? [] : [found(column, column === 'school' ? 'other-name' : 'other-indicator', { name })]
}

/** Why nothing of an application can be written now by this one; null when it can. */
function whyNotWritten(
  batchId: string,
  { school, standing: { application } }: TitleRowOf,
  { batches }: TitlesToWrite,
  { scope, today, now }: Pick<ImportContext, 'scope' | 'today' | 'now'>,
): FoundInRow | null {
  const batch = batches.get(batchId)
  if (!isOwn(scope, school)) return found('code', 'not-allowed')
  if (application !== undefined && !isWritable(application.state)) return found('batch', 'not-writable')
  const mendUntil = application?.mendUntil ?? null
  if (batch === undefined || !isInTime({ ...batch, mendUntil }, now)) return found('batch', 'not-open')
  return application === undefined && school.closedOn <= today ? found('code', 'school-not-open') : null
}

function isOwn(scope: Scope, { id }: SchoolRow): boolean {
  return scope.kind === 'school' && scope.schoolId === id
}

function stagedRow(
  { sheet, row }: Row,
  judged: Extract<Judged, { ok: true }>,
  inForce: TitlesToWrite,
): StagedRow {
  const { verdict, entry, record, of } = judged
  const known = of.terms.indicators.find(one => one.code === entry.indicator)
  const facts = {
    ...{ school: of.school.name, title: known?.title ?? null, most: known?.most ?? null },
    state: of.standing.application?.state ?? null,
  }
  const shown = shownRecord(titleApplicationsSheet, { ...record, ...facts })
  const staged: StagedRow = { sheet, row, verdict, data: json(entry), shown }
  if (verdict !== 'changed' || known === undefined) return staged
  const { said, seen } = entry
  const before = {
    sports: said.sports === undefined ? null : sportRefs(seen.sports, inForce.sportNames),
    statement: said.statement === undefined ? null : seen.statement,
    points: said.points === undefined ? null : saidPoints(known, seen.points),
    evidence: said.evidence === undefined ? null : seen.evidence,
  }
  return { ...staged, before: shownRecord(titleApplicationsSheet, { ...record, ...facts, ...before }) }
}

/** Whether a staged row may still be carried out as it was shown. */
function isStillSo(row: StagedRow, inForce: TitlesToWrite, context: ImportContext): boolean {
  const { indicator, said, seen, ...key } = entryOf(row)
  const of = titleRowOf(key, inForce)
  if (of === null || !of.terms.indicators.some(one => one.code === indicator)) return false
  if (!stillStands(said, seen, standingOfRow(of.standing.draft, indicator, wordsAsRead))) return false
  if (row.verdict === 'unchanged') return true
  return (
    wrongInRow(indicator, said, of.terms).length === 0 &&
    whyNotWritten(key.batchId, of, inForce, context) === null
  )
}

/** Writes what the rows say of one application, and begins it where there is none. */
async function write(
  tx: Tx,
  rows: readonly [StagedRow, ...StagedRow[]],
  inForce: TitlesToWrite,
  { actor: by, now: at }: ImportContext,
): Promise<TitleWriting> {
  const entries = rows.map(entryOf)
  const [{ batchId, code }] = entries as [StagedEntry]
  const { application, draft } = inForce.standing.get(titleKey({ batchId, code })) ?? nothingYet
  const schoolId = inForce.schools.get(code)?.id ?? ''
  const id = application?.id ?? (await begin(tx, rows[0], { batchId, schoolId, by, at }))
  const after = draftWith(draft, entries)
  await writeTitleDraft(tx, id, after, at)
  const named = (one: TitleDraft) => ({
    ...one,
    scores: one.scores.filter(({ code: each }) => entries.some(({ indicator }) => indicator === each)),
  })
  return {
    ...{ kind: 'title-application.write', id, isBegun: application === undefined },
    before: { ...named(draft), updatedAt: application?.updatedAt ?? at },
    after: { ...named(after), updatedAt: at },
  }
}

async function begin(
  tx: Tx,
  row: StagedRow,
  given: { batchId: string; schoolId: string; by: ImportContext['actor']; at: string },
): Promise<string> {
  const { by, at } = given
  try {
    const id = await insertTitleApplication(tx, given)
    await appendTitleStep(tx, id, { from: '', to: 'DRAFT', action: 'begin', by, at })
    return id
  } catch (error) {
    // Somebody has begun it since: the unique key, not a prior read, decides.
    throw isUniqueViolation(error) ? staleImport(row) : error
  }
}
