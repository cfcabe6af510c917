import type { Scope } from '#app/auth/scope.ts'
import { type Day, openEnd } from '#app/calendar-day.ts'
import type {
  ImportContext,
  Json,
  SheetImport,
  StagedImport,
  StagedRow,
} from '#app/features/imports/sheet-import.ts'
import { staleImport } from '#app/features/imports/stale-import.ts'
import { overlapping } from '#app/features/schools/dated.rule.ts'
import { judgeDated } from '#app/features/schools/dated-rows.ts'
import { schoolReader } from '#app/features/schools/school-reader.server.ts'
import { listSchools } from '#app/features/schools/schools.queries.server.ts'
import { problemAt, rowsTold, shownRecord, stagedTable } from '#app/features/schools/sheet-rows.ts'
import { undoDated } from '#app/features/schools/undo-dated.server.ts'
import { placeOfUpload } from '#app/features/words/words-of-upload.server.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import { readTable, type TableRow } from '#app/spreadsheet/read-table.ts'
import type { ProblemValues } from '#app/spreadsheet/reading.ts'
import type { Db, Tx } from '#db/tables.ts'
import { aliasKey } from '#db/write.server.ts'
import { type Venue, venueProblem } from './venue.rule.ts'
import { mayKeepVenues } from './venue-permission.rule.ts'
import { venueKindsAt } from './venue-words.server.ts'
import {
  deleteVenues,
  insertVenues,
  listVenues,
  type SchoolVenue,
  updateVenue,
  type VenueRow,
  venuesOfSchools,
} from './venues.queries.server.ts'
import { type VenueRecord, venuesSheet } from './venues.sheet.ts'

type Row = TableRow<typeof venuesSheet>

/** What a row says, as it is kept from preview to commit. */
interface VenueEntry extends Venue {
  code: string
  name: string
  validFrom: Day
  validTo: Day
}

interface VenuePlan {
  verdict: 'new' | 'changed' | 'unchanged'
  after: VenueEntry
  standing: VenueRow | undefined
}

interface InForce {
  schools: ReadonlyMap<string, { id: string; openedOn: Day; closedOn: Day; isYours: boolean }>
  bySlot: ReadonlyMap<string, readonly VenueRow[]>
}

/** Venues from a workbook, by school, name and first day. None is ever removed by an import. */
export const venuesImport: SheetImport = {
  async stage(db, grids, context): Promise<StagedImport> {
    const inForce = await loadInForce(db, context)
    const { today } = context
    const words = await venueKindsAt(db, await placeOfUpload(db, context))
    const schools = await schoolReader(db, context)
    const table = readTable(grids, venuesSheet, ({ date1904 }) => ({
      ...{ today, date1904, ...words, ...schools },
    }))
    const judged = judgeRows(table.rows, inForce)
    const rows = [...judged.plans].map(([row, plan]) => stagedRow(row, plan))
    const schoolId = context.scope.kind === 'school' ? context.scope.schoolId : null
    return stagedTable(venuesSheet, table, { ...judged, rows }, schoolId)
  },

  async commit(tx, rows, context): Promise<Json[]> {
    const inForce = await loadInForce(tx, context)
    const planned = rows.map(row => {
      const entry = row.data as unknown as VenueEntry
      const school = inForce.schools.get(entry.code)
      if (school === undefined || !school.isYours || venueProblem(entry.name, entry, entry, school) !== null)
        throw staleImport(row)
      const slot = slotOf({ schoolId: school.id, name: entry.name })
      return { row, slot, schoolId: school.id, plan: planOf(entry, inForce.bySlot.get(slot) ?? []) }
    })
    const [met] = overlapping(planned, slot => inForce.bySlot.get(slot) ?? []).keys()
    if (met !== undefined) throw staleImport(met)
    return writeVenues(tx, planned, context)
  },

  undo: (tx, changes, { scope, today }) =>
    undoDated<VenueRow, SchoolVenue, Values>(tx, scope, changes, {
      find: async id => (await listVenues(tx, scope, { asOf: today, id }))[0],
      mayChange: venue => mayKeepVenues(scope, venue),
      isSame,
      rowsOf: ids => venuesOfSchools(tx, ids),
      slotOf,
      remove: ids => deleteVenues(tx, ids),
      restore: (id, values) => updateVenue(tx, id, values),
    }),
}

type Values = Venue & { validTo: Day }

function slotOf({ schoolId, name }: { schoolId: string; name: string }): string {
  return `${schoolId} ${aliasKey(name)}`
}

async function loadInForce(
  db: Db,
  { scope, today }: Pick<ImportContext, 'scope' | 'today'>,
): Promise<InForce> {
  const schools = await listSchools(db, scope, { asOf: today })
  const bySlot = new Map<string, VenueRow[]>()
  const ids = schools.map(school => school.id)
  for (const venue of await venuesOfSchools(db, ids))
    bySlot.set(slotOf(venue), [...(bySlot.get(slotOf(venue)) ?? []), venue])
  const byCode = schools.flatMap(({ id, code, openedOn, closedOn, unitCode }) =>
    code === null
      ? []
      : [[code, { id, openedOn, closedOn, isYours: mayKeepVenues(scope, { unitCode }) }] as const],
  )
  return { schools: new Map(byCode), bySlot }
}

function judgeRows(rows: readonly Row[], inForce: InForce) {
  const standingIn = (slot: string) => inForce.bySlot.get(slot) ?? []
  return judgeDated<typeof venuesSheet, VenuePlan>(rows, {
    keyOf: ({ code, name, validFrom }) => [code, aliasKey(name), validFrom].join(' '),
    judge: (row, record) => {
      const refuse = (code: string) => ({ ok: false, problem: problemOf(row, code) }) as const
      const school = inForce.schools.get(record.code)
      if (school === undefined) return refuse('school-unknown')
      if (!school.isYours) return refuse('not-allowed')
      const entry = entryOf(record)
      const problem = venueProblem(entry.name, entry, entry, school)
      if (problem !== null) return refuse(problem)
      const slot = slotOf({ schoolId: school.id, name: entry.name })
      return { ok: true, slot, plan: planOf(entry, standingIn(slot)) }
    },
    standingIn,
    twice: (row, others) => problemOf(row, 'twice', rowsTold(others)),
    overlap: (row, { validFrom: from, validTo: to }) =>
      problemOf(row, 'overlaps', { from, to: to === openEnd ? '…' : to }),
  })
}

const columnOf: Record<string, keyof VenueRecord> = {
  'never-open': 'weekdayHours',
  'personal-number': 'contact',
  'contact-missing': 'contact',
  'name-missing': 'name',
  'ends-before-start': 'validTo',
  'school-not-open': 'validFrom',
  twice: 'validFrom',
  overlaps: 'validFrom',
}

function problemOf(row: Row, code: string, values?: ProblemValues): Problem {
  const found = { code: `venue.${code}`, ...(values !== undefined && { values }) }
  return problemAt(venuesSheet, row, columnOf[code] ?? 'code', found)
}

function entryOf(record: VenueRecord): VenueEntry {
  const { code, name, kind, weekdayHours, weekendHours, holidayHours, fee, contact, note, validFrom } = record
  return {
    ...{ code, name, kind, contact, validFrom },
    weekdayHours: weekdayHours ?? '',
    weekendHours: weekendHours ?? '',
    holidayHours: holidayHours ?? '',
    fee: fee ?? '',
    note: note ?? '',
    validTo: record.validTo ?? openEnd,
  }
}

function recordOf(code: string, venue: VenueRow | VenueEntry): VenueRecord {
  const { name, kind, contact, validFrom, weekdayHours, weekendHours, holidayHours, fee, note, validTo } =
    venue
  return {
    ...{ code, name, kind, contact, validFrom },
    weekdayHours: weekdayHours || null,
    weekendHours: weekendHours || null,
    holidayHours: holidayHours || null,
    fee: fee || null,
    note: note || null,
    validTo: validTo === openEnd ? null : validTo,
  }
}

/** The venues of the scope as rows of their sheet, those that are over too, so that importing them changes nothing. */
export async function venueRecords(
  db: Db,
  scope: Scope,
  asked: { asOf: Day; unitCode?: string; schoolId?: string },
): Promise<VenueRecord[]> {
  const venues = await listVenues(db, scope, asked)
  return venues.flatMap(venue => (venue.code === null ? [] : [recordOf(venue.code, venue)]))
}

const facts = [
  'kind',
  'weekdayHours',
  'weekendHours',
  'holidayHours',
  'fee',
  'contact',
  'note',
  'validTo',
] as const

function isSame(one: Values, other: Values): boolean {
  return facts.every(fact => one[fact] === other[fact])
}

function planOf(after: VenueEntry, standing: readonly VenueRow[]): VenuePlan {
  const known = standing.find(one => one.validFrom === after.validFrom)
  if (known === undefined) return { verdict: 'new', after, standing: undefined }
  return { verdict: isSame(known, after) ? 'unchanged' : 'changed', after, standing: known }
}

function stagedRow({ sheet, row }: Row, { verdict, after, standing }: VenuePlan): StagedRow {
  const shown = (venue: VenueRow | VenueEntry) => shownRecord(venuesSheet, recordOf(after.code, venue))
  const staged = { sheet, row, verdict, data: { ...after }, shown: shown(after) }
  return verdict === 'changed' && standing !== undefined ? { ...staged, before: shown(standing) } : staged
}

function valuesOf(venue: Values): Values {
  return Object.fromEntries(facts.map(fact => [fact, venue[fact]])) as unknown as Values
}

async function writeVenues(
  tx: Tx,
  planned: readonly { schoolId: string; plan: VenuePlan }[],
  { now }: ImportContext,
): Promise<Json[]> {
  const added = planned.filter(({ plan }) => plan.verdict === 'new')
  const ids = await insertVenues(
    tx,
    added.map(({ schoolId, plan }) => ({ ...plan.after, schoolId })),
    now,
  )
  const changes: Json[] = ids.map((id, at) => ({
    kind: 'venue.add',
    id,
    after: { ...valuesOf(added[at]!.plan.after) },
  }))
  for (const { plan } of planned) {
    if (plan.verdict !== 'changed' || plan.standing === undefined) continue
    const { id } = plan.standing
    await updateVenue(tx, id, plan.after)
    changes.push({
      kind: 'venue.change',
      id,
      before: { ...valuesOf(plan.standing) },
      after: { ...valuesOf(plan.after) },
    })
  }
  return changes
}
