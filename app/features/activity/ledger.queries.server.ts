import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Day } from '#app/calendar-day.ts'
import type { Db, Tx } from '#db/tables.ts'
import { insertAll, insertTexts, type TextLayout } from '#db/write.server.ts'
import type { DayRange } from './class-roster.rule.ts'
import { columnsInText } from './log/log-text.ts'

/** One activity of one class on one day as it stands in the ledger. */
export interface LedgerRow {
  classId: string
  day: Day
  kind: string
  /** 'HH:MM', '' when the time is not known. */
  startsAt: string
  minutes: number
  sportCode: string | null
  participants: number | null
  teacher: string
  note: string
  reportedScope: 'class' | 'grade' | 'school'
  /** UTC text. */
  reportedAt: string
  importId: string | null
}

/** Class-days as blocks: every class of `classIds` on every day of `days`. */
export interface ClassDayBlock {
  classIds: string[]
  days: Day[]
}

/** What stands in the ledger of one school on the days given, in order. */
export async function ledgerRowsOn(
  db: Db,
  schoolId: string,
  days: readonly Day[] | DayRange,
): Promise<LedgerRow[]> {
  const query = db
    .selectFrom('activity')
    .select([
      'class_id as classId',
      'day',
      'kind',
      'starts_at as startsAt',
      'minutes',
      'sport_code as sportCode',
      'participants',
      'teacher',
      'note',
      'reported_scope as reportedScope',
      'reported_at as reportedAt',
      'import_id as importId',
    ])
    .where('school_id', '=', schoolId)
    .orderBy('day')
    .orderBy('class_id')
    .orderBy('kind')
    .orderBy('starts_at')
  return 'from' in days
    ? query.where('day', '>=', days.from).where('day', '<=', days.to).execute()
    : query.where('day', 'in', days).execute()
}

/**
 * What stands in the ledger of one school from one day to another, in order, at most `most` rows at a time; each piece
 * goes on behind the last row of the one before, whatever was written meanwhile.
 */
export async function* ledgerPieces(
  db: Db,
  schoolId: string,
  { from, to }: DayRange,
  most: number,
): AsyncGenerator<LoggedRow[]> {
  let last: LoggedRow | undefined
  do {
    const rows: LoggedRow[] = await logged(db, schoolId, last)
      .where('day', '<=', to)
      .where('day', '>=', last?.day ?? from)
      .limit(most)
      .execute()
    if (rows.length > 0) yield rows
    last = rows.length < most ? undefined : rows[rows.length - 1]
  } while (last !== undefined)
}

/** What a school reported of an activity, without how and when it was reported. */
export type LoggedRow = Omit<LedgerRow, 'reportedScope' | 'reportedAt' | 'importId'>

function logged(db: Db, schoolId: string, after: LoggedRow | undefined) {
  return db
    .selectFrom('activity')
    .select([
      'class_id as classId',
      'day',
      'kind',
      'starts_at as startsAt',
      'minutes',
      'sport_code as sportCode',
    ])
    .select(['participants', 'teacher', 'note'])
    .where('school_id', '=', schoolId)
    .$if(after !== undefined, q => q.where(behind(after!)))
    .orderBy('day')
    .orderBy('class_id')
    .orderBy('kind')
    .orderBy('starts_at')
}

/** Rows after the one given in the order of the ledger's key; MySQL reads no range from a comparison of whole rows. */
function behind({ day, classId, kind, startsAt }: LoggedRow): RawBuilder<SqlBool> {
  return sql<SqlBool>`(day > ${day} or class_id > ${classId} or (class_id = ${classId} and (kind > ${kind} or (kind = ${kind} and starts_at > ${startsAt}))))`
}

export async function deleteClassDays(
  tx: Tx,
  schoolId: string,
  blocks: readonly ClassDayBlock[],
): Promise<void> {
  for (const table of ['activity', 'class_day'] as const) {
    for (const { days, classIds } of blocks) {
      await tx
        .deleteFrom(table)
        .where('school_id', '=', schoolId)
        .where('day', 'in', days)
        .where('class_id', 'in', classIds)
        .execute()
    }
  }
}

export async function insertLedgerRows(tx: Tx, schoolId: string, rows: readonly LedgerRow[]): Promise<void> {
  await insertAll(
    tx,
    'activity',
    rows.map(row => ({
      school_id: schoolId,
      day: row.day,
      class_id: row.classId,
      kind: row.kind,
      starts_at: row.startsAt,
      minutes: row.minutes,
      sport_code: row.sportCode,
      participants: row.participants,
      teacher: row.teacher,
      note: row.note,
      reported_scope: row.reportedScope,
      reported_at: row.reportedAt,
      import_id: row.importId,
    })),
  )
}

/** What every activity that an import brings has in common. */
interface Reported {
  /** UTC text. */
  reportedAt: string
  importId: string
}

/** Activities of one school as one text (see `textOf`). */
export interface LedgerText {
  schoolId: string
  /** How many rows of it come in. */
  count: number
  text: Uint8Array
  layout: TextLayout | null
}

/** Inserts the activities of some texts, none of which stands yet. */
export async function insertLedgerTexts(
  tx: Tx,
  texts: readonly LedgerText[],
  { reportedAt, importId }: Reported,
): Promise<void> {
  const given = texts.map(({ schoolId, ...text }) => {
    return { ...text, same: { school_id: schoolId, reported_at: reportedAt, import_id: importId } }
  })
  if (given.length > 0) await insertTexts(tx, 'activity', columnsInText, given)
}

/** On which of the days anything stands in the ledgers of the schools: `schoolDayKey` of each. */
export async function loggedDays(
  db: Db,
  schoolIds: readonly string[],
  days: readonly Day[],
): Promise<Set<string>> {
  if (schoolIds.length === 0 || days.length === 0) return new Set()
  const rows = await db
    .selectFrom('activity')
    .select(['school_id as schoolId', 'day'])
    .distinct()
    .where('school_id', 'in', schoolIds)
    .where('day', 'in', days)
    .execute()
  return new Set(rows.map(({ schoolId, day }) => schoolDayKey(schoolId, day)))
}

export function schoolDayKey(schoolId: string, day: Day): string {
  return `${schoolId} ${day}`
}
