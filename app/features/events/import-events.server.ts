import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { outsideDays } from '#app/features/imports/only-days.rule.ts'
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
import { schoolReader } from '#app/features/schools/school-reader.server.ts'
import { listSchools } from '#app/features/schools/schools.queries.server.ts'
import {
  duplicatesOf,
  problemAt,
  rowsTold,
  shownRecord,
  stagedTable,
} from '#app/features/schools/sheet-rows.ts'
import { sportReader } from '#app/features/sports/sport-reader.server.ts'
import { listSportNames, listSports } from '#app/features/sports/sports.queries.server.ts'
import { holdFiles } from '#app/files/stored-files.queries.server.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import { readTable, type TableRow } from '#app/spreadsheet/read-table.ts'
import type { ProblemValues } from '#app/spreadsheet/reading.ts'
import type { Db, Tx } from '#db/tables.ts'
import { aliasKey, lockRow } from '#db/write.server.ts'
import { type EventFacts, eventProblem } from './event.rule.ts'
import { pictureOwner } from './event-pictures.queries.server.ts'
import {
  deleteEvent,
  type EventValues,
  findEvent,
  insertEvent,
  listEvents,
  type SchoolEvent,
  updateEvent,
} from './events.queries.server.ts'
import { type EventRecord, eventsSheet } from './events.sheet.ts'

type Row = TableRow<typeof eventsSheet>
type Verdict = StagedRow['verdict']

/** What a row says, as it is kept from preview to commit. */
interface EventEntry extends EventFacts {
  code: string
  sport: string
}

interface InForce {
  schools: ReadonlyMap<string, { id: string; openedOn: Day; closedOn: Day }>
  traditional: ReadonlySet<string>
  /** By keyOf. */
  events: ReadonlyMap<string, SchoolEvent>
}

/** Events from a workbook, by school, day, sport and title. None is ever removed by an import. */
export const eventsImport: SheetImport = {
  async stage(db, grids, context): Promise<StagedImport> {
    const { scope, today, onlyDays } = context
    const inForce = await loadInForce(db, context)
    const sports = await sportReader(db, context)
    const schools = await schoolReader(db, context)
    const table = readTable(grids, eventsSheet, ({ date1904 }) => ({
      ...{ today, date1904, ...sports, ...schools },
    }))
    const { repeated, contradicting } = duplicatesOf(table.rows, record => keyOf(entryOf(record)))
    const rows: StagedRow[] = []
    const problems = new Map<Row, Problem>()
    for (const row of table.rows) {
      if (row.record === null || repeated.has(row)) continue
      const entry = entryOf(row.record)
      const problem = problemOf(entry, inForce, today)
      const twice = contradicting.get(row)
      const outside = outsideDays(entry.day, onlyDays)
      if (outside !== null) problems.set(row, problemAt(eventsSheet, row, 'day', outside))
      else if (problem !== null) problems.set(row, problemIn(row, problem))
      else if (twice !== undefined) problems.set(row, problemIn(row, 'twice', rowsTold(twice)))
      else rows.push(stagedRow(row, row.record, entry, inForce.events.get(keyOf(entry))))
    }
    const schoolId = scope.kind === 'school' ? scope.schoolId : null
    return stagedTable(eventsSheet, table, { rows, problems, repeated }, schoolId)
  },

  async commit(tx, rows, context): Promise<Json[]> {
    const inForce = await loadInForce(tx, context)
    const entries = rows.map(row => row.data as unknown as EventEntry)
    const schoolIds = new Set(entries.flatMap(({ code }) => inForce.schools.get(code)?.id ?? []))
    for (const id of [...schoolIds].sort()) await lockRow(tx, 'school', id)
    const { events } = await loadInForce(tx, context)
    const changes: Json[] = []
    for (const [at, row] of rows.entries()) {
      const entry = entries[at]!
      const school = inForce.schools.get(entry.code)
      const known = events.get(keyOf(entry))
      if (school === undefined || problemOf(entry, inForce, context.today) !== null) throw staleImport(row)
      if (verdictOf(entry, known) !== row.verdict) throw staleImport(row)
      if (row.verdict === 'unchanged') continue
      if (known === undefined) {
        const id = await insertEvent(tx, { ...entry, schoolId: school.id }, context.now)
        const { day, sport, title } = entry
        changes.push({ kind: 'event.add', id, after: { day, sport, title, ...valuesOf(entry) } })
      } else {
        await updateEvent(tx, known.id, entry)
        changes.push({ kind: 'event.change', id: known.id, before: valuesOf(known), after: valuesOf(entry) })
      }
    }
    return changes
  },

  undo: undoEvents,
}

function keyOf(event: { code: string | null; day: Day; sport: string; title: string }): string {
  return [event.code, event.day, event.sport, aliasKey(event.title)].join(' ')
}

async function loadInForce(
  db: Db,
  { scope, today }: Pick<ImportContext, 'scope' | 'today'>,
): Promise<InForce> {
  const schools = await listSchools(db, scope, { asOf: today })
  const events = await listEvents(db, scope, { asOf: today })
  const sports = (await listSports(db)).filter(sport => sport.isTraditional)
  const byCode = schools.flatMap(({ id, code, openedOn, closedOn }) =>
    code === null ? [] : [[code, { id, openedOn, closedOn }] as const],
  )
  return {
    schools: new Map(byCode),
    traditional: new Set(sports.map(sport => sport.code)),
    events: new Map(events.map(event => [keyOf(event), event])),
  }
}

function problemOf(entry: EventEntry, inForce: InForce, today: Day): string | null {
  const school = inForce.schools.get(entry.code)
  if (school === undefined) return 'school-unknown'
  return eventProblem({ ...entry, isTraditional: inForce.traditional.has(entry.sport) }, school, today)
}

function entryOf({ code, day, sport, title, classes, participants, note }: EventRecord): EventEntry {
  return { code, day, sport: sport.code, title, classes, participants, note: note ?? '' }
}

const facts = ['classes', 'participants', 'note'] as const

function valuesOf({ classes, participants, note }: EventValues) {
  return { classes, participants, note }
}

function isSame(one: EventValues, other: EventValues): boolean {
  return facts.every(fact => one[fact] === other[fact])
}

function verdictOf(entry: EventEntry, known: SchoolEvent | undefined): Verdict {
  if (known === undefined) return 'new'
  return isSame(entry, known) ? 'unchanged' : 'changed'
}

function stagedRow(
  { sheet, row }: Row,
  record: EventRecord,
  entry: EventEntry,
  known: SchoolEvent | undefined,
): StagedRow {
  const verdict = verdictOf(entry, known)
  const shown = shownRecord(eventsSheet, record)
  const staged = { sheet, row, verdict, data: { ...entry }, shown }
  if (verdict !== 'changed' || known === undefined) return staged
  return { ...staged, before: shownRecord(eventsSheet, { ...record, ...valuesOf(known) }) }
}

const columnOf: Record<string, keyof EventRecord> = {
  'title-missing': 'title',
  'not-traditional': 'sport',
  'too-far-ahead': 'day',
  'participants-missing': 'participants',
  'nobody-yet': 'participants',
  'personal-number': 'title',
  'school-not-open': 'day',
  twice: 'day',
}

function problemIn(row: Row, code: string, values?: ProblemValues): Problem {
  const found = { code: `event.${code}`, ...(values !== undefined && { values }) }
  return problemAt(eventsSheet, row, columnOf[code] ?? 'code', found)
}

/** The events of the scope as rows of their sheet, so that importing them changes nothing. */
export async function eventRecords(
  db: Db,
  scope: Scope,
  asked: { asOf: Day; unitCode?: string; schoolId?: string },
): Promise<EventRecord[]> {
  const names = new Map((await listSportNames(db)).map(sport => [sport.code, sport.name]))
  const events = await listEvents(db, scope, asked)
  return events.flatMap(({ code, day, sport, title, classes, participants, note }) =>
    code === null
      ? []
      : [
          {
            ...{ code, day, title, classes, participants },
            sport: { code: sport, name: names.get(sport) ?? sport },
            note: note || null,
          },
        ],
  )
}

interface EventChange {
  id: string
  before?: EventValues
  /** Of an event that was added also its day, sport and title. */
  after: EventValues & Partial<Pick<SchoolEvent, 'day' | 'sport' | 'title'>>
}

function stillSays(event: SchoolEvent, said: EventChange['after']): boolean {
  return Object.entries(said).every(([fact, value]) => event[fact as keyof EventChange['after']] === value)
}

/** Takes back what an import told, while nobody told it otherwise since. */
async function undoEvents(
  tx: Tx,
  changes: readonly Json[],
  { scope, today }: UndoContext,
): Promise<UndoAnswer> {
  const given = changes as unknown as EventChange[]
  for (const { id, before, after } of given) {
    const known = await findEvent(tx, scope, id, today)
    if (known === undefined && scope.kind !== 'city') return { ok: false, refusal: 'not-yours' }
    if (known === undefined || !stillSays(known, after))
      return { ok: false, refusal: 'changed-since', by: null }
    await lockRow(tx, 'school', known.schoolId)
    // Somebody has added pictures: they would go with the event.
    if (before === undefined && (await holdFiles(tx, pictureOwner(id))) > 0)
      return { ok: false, refusal: 'changed-since', by: null }
  }
  for (const { id, before } of given)
    if (before === undefined) await deleteEvent(tx, id)
    else await updateEvent(tx, id, before)
  return { ok: true }
}
