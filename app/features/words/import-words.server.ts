import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import type {
  Json,
  SheetImport,
  StagedImport,
  StagedRow,
  UndoAnswer,
  UndoContext,
} from '#app/features/imports/sheet-import.ts'
import { staleImport } from '#app/features/imports/stale-import.ts'
import { findSchoolByCode } from '#app/features/schools/schools.queries.server.ts'
import {
  duplicatesOf,
  problemAt,
  rowsTold,
  shownRecord,
  stagedTable,
} from '#app/features/schools/sheet-rows.ts'
import { listUnitNames } from '#app/features/schools/units.queries.server.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import { readTable, type TableRow } from '#app/spreadsheet/read-table.ts'
import type { ProblemValues } from '#app/spreadsheet/reading.ts'
import type { Db, Tx, WordKind } from '#db/tables.ts'
import { aliasKey, isUniqueViolation, lockRow } from '#db/write.server.ts'
import { rankerOf } from './rank-words.server.ts'
import { type Owner, type Vocabularies, type WordProblem, wordKinds, wordProblem } from './word.rule.ts'
import { mayKeepWords, ownOf, type PlacedOwner } from './word-permission.rule.ts'
import {
  deleteWord,
  findWord,
  insertWords,
  type KeptWord,
  listWords,
  updateMeaning,
} from './words.queries.server.ts'
import { type WordRecord, wordsSheet } from './words.sheet.ts'

type Row = TableRow<typeof wordsSheet>

/** What a row says, as it is kept from preview to commit. */
interface WordEntry {
  place: string
  kind: WordKind
  word: string
  meaning: string
}

/**
 * Words from a workbook, by whose they are, kind and word. None is ever removed by an import. What words may mean is
 * the business of other features: `vocabulariesOf` asks them.
 */
export function wordsImportOf(vocabulariesOf: (db: Db) => Promise<Vocabularies>): SheetImport {
  return {
    async stage(db, grids, { scope, today }): Promise<StagedImport> {
      const vocabularies = await vocabulariesOf(db)
      const table = readTable(grids, wordsSheet, () => contextOf(vocabularies))
      const standing = await standingIn(db, scope, today)
      const owners = await ownersIn(db, scope, table.rows, today)
      const ownerOf = ({ place }: { place: string | null }) => owners.get(place ?? '') ?? null
      const { repeated, contradicting } = duplicatesOf(table.rows, record => {
        const owner = ownerOf(record)
        return owner === null ? `${record.place} ${aliasKey(record.word)}` : keyOf(owner, record)
      })
      const rows: StagedRow[] = []
      const problems = new Map<Row, Problem>()
      for (const row of table.rows) {
        if (row.record === null || repeated.has(row)) continue
        const entry = entryOf(row.record)
        const owner = ownerOf(entry)
        const known = owner === null ? undefined : standing.get(keyOf(owner, entry))
        const problem = problemOf(entry, { scope, owner, known }, vocabularies)
        const twice = contradicting.get(row)
        if (problem !== null) problems.set(row, problemIn(row, problem))
        else if (twice !== undefined) problems.set(row, problemIn(row, 'twice', rowsTold(twice)))
        else rows.push(stagedRow(row, row.record, known, vocabularies))
      }
      const schoolId = scope.kind === 'school' ? scope.schoolId : null
      return stagedTable(wordsSheet, table, { rows, problems, repeated }, schoolId)
    },

    async commit(tx, rows, { scope, today, now, actor }): Promise<Json[]> {
      const vocabularies = await vocabulariesOf(tx)
      const standing = await standingIn(tx, scope, today)
      const changes: Json[] = []
      for (const row of rows) {
        const entry = row.data as unknown as WordEntry
        const owner = await ownerNamed(tx, scope, entry.place, today)
        const known = owner === null ? undefined : standing.get(keyOf(owner, entry))
        if (problemOf(entry, { scope, owner, known }, vocabularies) !== null || owner === null)
          throw staleImport(row)
        if (verdictOf(entry, known) !== row.verdict) throw staleImport(row)
        if (row.verdict === 'unchanged') continue
        const change = await write(tx, { entry, owner, known, by: actor.name, at: now })
        if (change === null) throw staleImport(row)
        changes.push(change)
      }
      return changes
    },

    undo: undoWords,
  }
}

function contextOf(vocabularies: Vocabularies) {
  const rankers = new Map(
    wordKinds.map(kind => {
      const { meanings } = vocabularies[kind]
      return [kind, rankerOf(meanings.map(({ code, keys }) => ({ code, names: keys })))] as const
    }),
  )
  return {
    vocabularies,
    keyOf: aliasKey,
    closeTo: (kind: WordKind, name: string) =>
      (rankers.get(kind)?.(name) ?? []).flatMap(
        code => vocabularies[kind].meanings.find(one => one.code === code) ?? [],
      ),
  }
}

async function standingIn(db: Db, scope: Scope, today: Day): Promise<ReadonlyMap<string, KeptWord>> {
  const words = await listWords(db, scope, { asOf: today })
  return new Map(words.map(word => [keyOf(word.owner, word), word]))
}

function keyOf(owner: Owner, { kind, word }: { kind: WordKind; word: string }): string {
  return [owner.kind, owner.id, kind, aliasKey(word)].join(' ')
}

async function ownersIn(
  db: Db,
  scope: Scope,
  rows: readonly Row[],
  today: Day,
): Promise<ReadonlyMap<string, PlacedOwner | null>> {
  const places = new Set(rows.map(({ record }) => record?.place ?? ''))
  const owners = new Map<string, PlacedOwner | null>()
  for (const place of places) owners.set(place, await ownerNamed(db, scope, place, today))
  return owners
}

/** Whose words a row's 范围 means: nothing for one's own, else a unit or a school of the scope. */
async function ownerNamed(db: Db, scope: Scope, place: string, today: Day): Promise<PlacedOwner | null> {
  const own = ownOf(scope)
  if (place === '') return own === null ? null : { ...own, unitCode: own.kind === 'unit' ? own.id : null }
  const key = aliasKey(place)
  const unit = (await listUnitNames(db)).find(one => one.keys.includes(key))
  if (unit !== undefined) return { kind: 'unit', id: unit.code, unitCode: unit.code }
  const school = await findSchoolByCode(db, scope, key, today)
  return school === undefined ? null : { kind: 'school', id: school.id, unitCode: school.unitCode }
}

function entryOf({ place, kind, word, meaning }: WordRecord): WordEntry {
  return { place: place ?? '', kind, word, meaning: meaning.code }
}

function problemOf(
  entry: WordEntry,
  { scope, owner, known }: { scope: Scope; owner: PlacedOwner | null; known: KeptWord | undefined },
  vocabularies: Vocabularies,
): WordProblem | 'place-unknown' | 'not-allowed' | null {
  if (owner === null) return 'place-unknown'
  if (!mayKeepWords(scope, owner)) return 'not-allowed'
  // What stands was right when it was taught: it is not held against what became known since.
  if (verdictOf(entry, known) === 'unchanged') return null
  return wordProblem({ ...entry, key: aliasKey(entry.word) }, vocabularies[entry.kind])
}

function verdictOf({ meaning }: WordEntry, known: KeptWord | undefined): StagedRow['verdict'] {
  if (known === undefined) return 'new'
  return known.meaning === meaning ? 'unchanged' : 'changed'
}

function problemIn(row: Row, code: string, values?: ProblemValues): Problem {
  const columns: Record<string, keyof WordRecord> = {
    'place-unknown': 'place',
    'not-allowed': 'place',
    'meaning-unknown': 'meaning',
  }
  const found = { code: `word.${code}`, ...(values !== undefined && { values }) }
  return problemAt(wordsSheet, row, columns[code] ?? 'word', found)
}

function stagedRow(
  { sheet, row }: Row,
  record: WordRecord,
  known: KeptWord | undefined,
  vocabularies: Vocabularies,
): StagedRow {
  const entry = entryOf(record)
  const verdict = verdictOf(entry, known)
  const staged = { sheet, row, verdict, data: { ...entry }, shown: shownRecord(wordsSheet, record) }
  if (verdict !== 'changed' || known === undefined) return staged
  const meaning = { code: known.meaning, name: nameOf(vocabularies, known) }
  return { ...staged, before: shownRecord(wordsSheet, { ...record, meaning }) }
}

function nameOf(vocabularies: Vocabularies, { kind, meaning }: { kind: WordKind; meaning: string }): string {
  return vocabularies[kind].meanings.find(one => one.code === meaning)?.name ?? meaning
}

interface WordChange {
  id: string
  /** Missing where the import added the word. */
  before?: { meaning: string; by: string; at: string }
  after: string
}

/** Null where somebody else was there first. */
async function write(
  tx: Tx,
  given: { entry: WordEntry; owner: Owner; known: KeptWord | undefined; by: string; at: string },
): Promise<Json> {
  const { entry, owner, known, by, at } = given
  const { kind, word, meaning } = entry
  if (known !== undefined) {
    if (!(await updateMeaning(tx, known.id, { seen: known.meaning, meaning, by, at }))) return null
    const before = { meaning: known.meaning, by: known.addedBy, at: known.updatedAt }
    return { kind: 'word.change', id: known.id, before, after: meaning }
  }
  try {
    const one = { owner, kind, word, key: aliasKey(word), meaning, addedBy: by }
    const [id = ''] = await insertWords(tx, [one], at)
    return { kind: 'word.add', id, after: meaning }
  } catch (error) {
    if (isUniqueViolation(error)) return null
    throw error
  }
}

/** Takes back what an import taught, while nobody taught it otherwise since. */
async function undoWords(
  tx: Tx,
  changes: readonly Json[],
  { scope, today }: UndoContext,
): Promise<UndoAnswer> {
  const given = changes as unknown as WordChange[]
  for (const { id, after } of given) {
    await lockRow(tx, 'value_word', id)
    const known = await findWord(tx, scope, id, today)
    if (known === undefined || known.meaning !== after)
      return { ok: false, refusal: 'changed-since', by: null }
    if (!mayKeepWords(scope, known.owner)) return { ok: false, refusal: 'not-yours' }
  }
  for (const { id, before, after } of given)
    if (before === undefined) await deleteWord(tx, id, after)
    else await updateMeaning(tx, id, { seen: after, ...before })
  return { ok: true }
}

/** The words that the scope keeps as rows of their sheet, so that importing them changes nothing. */
export async function wordRecords(
  db: Db,
  scope: Scope,
  asked: { asOf: Day; unitCode?: string; schoolId?: string },
  vocabularies: Vocabularies,
): Promise<WordRecord[]> {
  const { asOf, unitCode, schoolId } = asked
  const words = (await listWords(db, scope, { asOf })).filter(({ owner }) => {
    if (schoolId !== undefined) return owner.kind === 'school' && owner.id === schoolId
    return unitCode === undefined || owner.unitCode === unitCode
  })
  return words
    .filter(({ owner }) => mayKeepWords(scope, owner))
    .flatMap(({ ownerCode, kind, word, meaning }) =>
      ownerCode === null
        ? []
        : [
            {
              place: ownerCode || null,
              ...{ kind, word },
              meaning: { code: meaning, name: nameOf(vocabularies, { kind, meaning }) },
            },
          ],
    )
}
