import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import type { Database, Db, Tx } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'
import type { ImportCounts } from './import-counts.rule.ts'
import { insertFile } from './kept-file.queries.server.ts'

export type ImportStatus = Database['import_run']['status']

export interface ImportRun {
  id: string
  sheet: string
  schoolId: string | null
  schoolName: string | null
  unitCode: string | null
  actor: string
  fileName: string
  /** SHA-256 of the uploaded file, in hex. */
  fileHash: string
  /** The school for which it was uploaded, where somebody said so. */
  forSchoolId: string | null
  status: ImportStatus
  counts: ImportCounts
  firstDay: Day | null
  lastDay: Day | null
  createdAt: string
  committedAt: string | null
  /** A long file, staged and committed piece by piece. */
  isInPieces: boolean
}

/** What a school has not handed in is its own, in its files too. */
const notOfItsSchoolAlone = sql<SqlBool>`(r.sheet <> 'title-applications' or r.school_id is null)`

/** A school sees its own imports, a unit its own and those of its schools on the day, the city all but drafts. */
function visibleImport(scope: Scope, asOf: Day): RawBuilder<SqlBool> {
  switch (scope.kind) {
    case 'city':
      return notOfItsSchoolAlone
    case 'unit':
      return sql<SqlBool>`${notOfItsSchoolAlone} and (r.unit_code = ${scope.unitCode} or exists (select 1 from school_profile v
        where v.school_id = r.school_id and v.valid_from <= ${asOf} and v.valid_to >= ${asOf}
        and (v.unit_code = ${scope.unitCode} or v.counts_unit_code = ${scope.unitCode})))`
    case 'school':
      return sql<SqlBool>`r.school_id = ${scope.schoolId}`
    case 'applicant':
    case 'nothing':
      return sql<SqlBool>`1 = 0`
  }
}

export async function findImport(
  db: Db,
  scope: Scope,
  id: string,
  asOf: Day,
): Promise<ImportRun | undefined> {
  const row = await runs(db, scope, asOf).where('r.id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : runOf(row)
}

/** Imports of the scope, the latest first. */
export async function listImports(
  db: Db,
  scope: Scope,
  page: { asOf: Day; sheet?: string; limit?: number; offset?: number },
): Promise<ImportRun[]> {
  const query = runs(db, scope, page.asOf)
    .$if(page.sheet !== undefined, q => q.where('r.sheet', '=', page.sheet!))
    .orderBy('r.created_at', 'desc')
    .orderBy('r.id', 'desc')
  const { limit, offset = 0 } = page
  const rows = await (limit === undefined ? query : query.limit(limit).offset(offset)).execute()
  return rows.map(runOf)
}

/** The latest imports of the sheets that were read, of the school, or of no school at all. */
export async function latestImportsOf(
  db: Db,
  scope: Scope,
  asked: { asOf: Day; sheets: readonly string[]; schoolId: string | null; limit: number },
): Promise<ImportRun[]> {
  const { schoolId } = asked
  const rows = await runs(db, scope, asked.asOf)
    .where('r.sheet', 'in', asked.sheets)
    .where('r.status', '<>', 'reading')
    .where(eb =>
      schoolId === null
        ? eb.and([eb('r.school_id', 'is', null), eb('r.for_school_id', 'is', null)])
        : eb.or([eb('r.school_id', '=', schoolId), eb('r.for_school_id', '=', schoolId)]),
    )
    .orderBy('r.created_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(asked.limit)
    .execute()
  return rows.map(runOf)
}

export async function countImports(db: Db, scope: Scope, asOf: Day, sheet?: string): Promise<number> {
  const { count } = await db
    .selectFrom('import_run as r')
    .where(visibleImport(scope, asOf))
    .$if(sheet !== undefined, q => q.where('r.sheet', '=', sheet!))
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

function runs(db: Db, scope: Scope, asOf: Day) {
  return db
    .selectFrom('import_run as r')
    .leftJoin('school_profile as p', join =>
      join
        .onRef('p.school_id', '=', 'r.school_id')
        .on('p.valid_from', '<=', asOf)
        .on('p.valid_to', '>=', asOf),
    )
    .where(visibleImport(scope, asOf))
    .select([
      'r.id as id',
      'r.sheet as sheet',
      'r.school_id as schoolId',
      'p.name as schoolName',
      'r.unit_code as unitCode',
      'r.actor as actor',
      'r.file_name as fileName',
      'r.file_hash as fileHash',
      'r.for_school_id as forSchoolId',
      'r.status as status',
      'r.counts as counts',
      'r.first_day as firstDay',
      'r.last_day as lastDay',
      'r.created_at as createdAt',
      'r.committed_at as committedAt',
      'r.in_pieces as inPieces',
    ])
}

function runOf<R extends { counts: string; inPieces?: number | null }>({ counts, inPieces, ...run }: R) {
  return { ...run, counts: JSON.parse(counts) as ImportCounts, isInPieces: inPieces === 1 }
}

export interface NewRun {
  id: string
  status?: 'reading'
  sheet: string
  schoolId: string | null
  unitCode: string | null
  actor: { id: string | null; name: string }
  fileName: string
  fileHash: string
  forSchoolId: string | null
  /** Whoever uploads the same again while this is open is led here; null for an upload that always stands alone. */
  openKey: string | null
  counts: ImportCounts
  firstDay: Day | null
  lastDay: Day | null
  createdAt: string
}

/** Throws a unique violation when a preview with the same key is open. */
export async function insertRun(tx: Tx, run: NewRun, bytes: Uint8Array): Promise<void> {
  await insertAll(tx, 'import_run', [
    {
      id: run.id,
      sheet: run.sheet,
      school_id: run.schoolId,
      unit_code: run.unitCode,
      account_id: run.actor.id,
      actor: run.actor.name,
      file_name: run.fileName,
      file_hash: run.fileHash,
      status: run.status ?? 'preview',
      counts: JSON.stringify(run.counts),
      first_day: run.firstDay,
      last_day: run.lastDay,
      created_at: run.createdAt,
      committed_at: null,
      for_school_id: run.forSchoolId,
    },
  ])
  if (run.openKey !== null) await insertAll(tx, 'import_open', [{ open_key: run.openKey, import_id: run.id }])
  await insertFile(tx, run.id, bytes)
}

export async function statusOfImport(db: Db, id: string): Promise<ImportStatus | undefined> {
  const row = await db.selectFrom('import_run').where('id', '=', id).select('status').executeTakeFirst()
  return row?.status
}

export async function setStatus(
  tx: Tx,
  id: string,
  status: ImportStatus,
  committedAt: string | null,
): Promise<void> {
  await tx
    .updateTable('import_run')
    .set({ status, ...(committedAt !== null && { committed_at: committedAt }) })
    .where('id', '=', id)
    .execute()
  if (status !== 'preview') await tx.deleteFrom('import_open').where('import_id', '=', id).execute()
}

/** The open preview that was made for the key. */
export async function openImportOf(db: Db, openKey: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('import_open')
    .where('open_key', '=', openKey)
    .select('import_id as id')
    .executeTakeFirst()
  return row?.id
}

/** The latest committed import of the same file as the same sheet that the scope sees. */
export async function committedBefore(
  db: Db,
  scope: Scope,
  run: Pick<ImportRun, 'id' | 'sheet' | 'fileHash'>,
  asOf: Day,
): Promise<ImportRun | undefined> {
  const row = await runs(db, scope, asOf)
    .where('r.file_hash', '=', run.fileHash)
    .where('r.sheet', '=', run.sheet)
    .where('r.status', '=', 'committed')
    .where('r.id', '<>', run.id)
    .orderBy('r.committed_at', 'desc')
    .executeTakeFirst()
  return row === undefined ? undefined : runOf(row)
}

/** The imports that were committed after the given one and still stand, the first first. */
export async function committedSince(
  db: Db,
  run: Pick<ImportRun, 'committedAt'>,
): Promise<{ id: string; sheet: string }[]> {
  return db
    .selectFrom('import_run')
    .where('status', '=', 'committed')
    .where('committed_at', '>', run.committedAt ?? '')
    .select(['id', 'sheet'])
    .orderBy('committed_at')
    .limit(mostLater)
    .execute()
}

/** Further back nobody is told of; the undo is refused all the same. */
const mostLater = 200
