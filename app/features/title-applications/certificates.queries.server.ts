import type { Day } from '#app/calendar-day.ts'
import type { Database, Db, Tx } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'

/** A certificate as it was given. */
export interface CertificateRow {
  number: string
  applicationId: string
  batchId: string
  schoolId: string
  schoolName: string
  level: Database['title_certificate']['level']
  /** By their names, with 、 between them. */
  sports: string
  organisers: string
  document: string
  validFrom: Day
  validTo: Day
  namedOn: Day
}

const columns = [
  'c.number as number',
  'c.application_id as applicationId',
  'c.batch_id as batchId',
  'c.school_id as schoolId',
  'c.school_name as schoolName',
  'c.level as level',
  'c.sports as sports',
  'c.organisers as organisers',
  'c.document as document',
  'c.valid_from as validFrom',
  'c.valid_to as validTo',
  'c.named_on as namedOn',
] as const

export async function findCertificate(db: Db, number: string): Promise<CertificateRow | undefined> {
  return db
    .selectFrom('title_certificate as c')
    .where('c.number', '=', number)
    .select(columns)
    .executeTakeFirst()
}

/** The schools named in a batch with their unit as the notice named it, document by document. */
export async function certificatesInBatch(
  db: Db,
  batchId: string,
): Promise<(CertificateRow & { unitName: string })[]> {
  const rows = await db
    .selectFrom('title_certificate as c')
    .innerJoin('title_application as a', 'a.id', 'c.application_id')
    .leftJoin('title_notice_line as l', join =>
      join.onRef('l.application_id', '=', 'a.id').onRef('l.notice_id', '=', 'a.notice_id'),
    )
    .where('c.batch_id', '=', batchId)
    .select([...columns, 'l.unit_name as unitName'])
    .orderBy('c.named_on')
    .orderBy('c.document')
    .orderBy('c.number')
    .execute()
  return rows.map(row => ({ ...row, unitName: row.unitName ?? '' }))
}

/** The numbers of a level that were given on the days of a year. */
export async function numbersOfYear(
  db: Db,
  of: { level: CertificateRow['level']; year: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom('title_certificate')
    .where('level', '=', of.level)
    .where('named_on', '>=', `${of.year}-01-01`)
    .where('named_on', '<=', `${of.year}-12-31`)
    .select('number')
    .execute()
  return rows.map(row => row.number)
}

/** Throws a unique violation when a number was given before. */
export async function insertCertificates(tx: Tx, rows: readonly CertificateRow[]): Promise<void> {
  await insertAll(
    tx,
    'title_certificate',
    rows.map(row => ({
      number: row.number,
      application_id: row.applicationId,
      batch_id: row.batchId,
      school_id: row.schoolId,
      school_name: row.schoolName,
      level: row.level,
      sports: row.sports,
      organisers: row.organisers,
      document: row.document,
      valid_from: row.validFrom,
      valid_to: row.validTo,
      named_on: row.namedOn,
    })),
  )
}

/** The title that a certificate stands for, or the first of several sports. */
export async function titleOfCertificate(db: Db, number: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('designation')
    .where('certificate', '=', number)
    .select('id')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}
