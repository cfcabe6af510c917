import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import type { ImportStatus } from '#app/features/imports/imports.queries.server.ts'
import { profileOn, visibleSchool } from '#app/features/schools/schools.queries.server.ts'
import type { Db, Tx } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'
import type { LinkTerms, LinkUse } from './upload-link.rule.ts'

export interface UploadLink extends LinkTerms, LinkUse {
  label: string
  digest: string
}

/** A link as the people see it who made it: nothing of its secret. */
export interface ListedLink extends Omit<UploadLink, 'digest'> {
  schoolName: string
  unitCode: string
  createdBy: string
  createdAt: string
}

export async function insertLink(
  tx: Tx,
  link: LinkTerms & { label: string; digest: string; createdBy: string; createdAt: string },
): Promise<void> {
  await insertAll(tx, 'upload_link', [
    {
      id: link.id,
      school_id: link.schoolId,
      sheet: link.sheet,
      first_day: link.firstDay,
      last_day: link.lastDay,
      label: link.label,
      confirms: link.confirms,
      digest: link.digest,
      uses_allowed: link.usesAllowed,
      uses: 0,
      created_by: link.createdBy,
      created_at: link.createdAt,
      expires_at: link.expiresAt,
      revoked_at: null,
      revoked_by: '',
    },
  ])
}

/** The link of the id, whoever asks: only for those who then show that they hold its secret. */
export async function linkOfId(db: Db, id: string): Promise<UploadLink | undefined> {
  return db
    .selectFrom('upload_link as l')
    .where('l.id', '=', id)
    .select([...linkColumns, 'l.digest as digest'])
    .executeTakeFirst()
}

/** How far a link is used; read again under its lock, since others may use it at the same moment. */
export async function linkUse(tx: Tx, id: string): Promise<LinkUse> {
  return tx
    .selectFrom('upload_link')
    .where('id', '=', id)
    .select(['expires_at as expiresAt', 'uses_allowed as usesAllowed', 'uses', 'revoked_at as revokedAt'])
    .executeTakeFirstOrThrow()
}

/** Links of the schools in the scope, the newest first. */
export async function listLinks(
  db: Db,
  scope: Scope,
  page: { asOf: Day; limit?: number; offset?: number },
): Promise<ListedLink[]> {
  const links = linksOf(db, scope, page.asOf)
    .select(listedColumns)
    .orderBy('l.created_at', 'desc')
    .orderBy('l.id', 'desc')
  const { limit, offset = 0 } = page
  return (limit === undefined ? links : links.limit(limit).offset(offset)).execute()
}

export async function countLinks(db: Db, scope: Scope, asOf: Day): Promise<number> {
  const { count } = await linksOf(db, scope, asOf)
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function findLink(db: Db, scope: Scope, id: string, asOf: Day): Promise<ListedLink | undefined> {
  return linksOf(db, scope, asOf).where('l.id', '=', id).select(listedColumns).executeTakeFirst()
}

/** Takes a link back; false when it was already. */
export async function setRevoked(tx: Tx, id: string, by: string, at: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('upload_link')
    .set({ revoked_at: at, revoked_by: by })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export async function insertFile(
  tx: Tx,
  file: { importId: string; linkId: string; uploadedAt: string },
): Promise<void> {
  await insertAll(tx, 'upload_link_file', [
    { import_id: file.importId, link_id: file.linkId, uploaded_at: file.uploadedAt, handed_in_at: null },
  ])
}

/** When a file of the link was handed in, null when it was not; undefined for what did not come through this link. */
export async function handedInAt(
  db: Db,
  linkId: string,
  importId: string,
): Promise<string | null | undefined> {
  const row = await db
    .selectFrom('upload_link_file')
    .where('link_id', '=', linkId)
    .where('import_id', '=', importId)
    .select('handed_in_at as at')
    .executeTakeFirst()
  return row === undefined ? undefined : row.at
}

/** Notes under the link's lock that a file was handed in (`at`), or takes that back (null), and counts the use. */
export async function setHandedIn(
  tx: Tx,
  of: { linkId: string; importId: string },
  at: string | null,
): Promise<void> {
  await tx
    .updateTable('upload_link_file')
    .set({ handed_in_at: at })
    .where('import_id', '=', of.importId)
    .execute()
  await tx
    .updateTable('upload_link')
    .set(eb => ({ uses: eb('uses', at === null ? '-' : '+', 1) }))
    .where('id', '=', of.linkId)
    .execute()
}

/** Files of the link that were looked at, or are still being read, and neither handed in nor given up. */
export async function openPreviews(db: Db, linkId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('upload_link_file as f')
    .innerJoin('import_run as r', 'r.id', 'f.import_id')
    .where('f.link_id', '=', linkId)
    .where('f.handed_in_at', 'is', null)
    .where('r.status', 'in', ['preview', 'reading'])
    .select('f.import_id as id')
    .orderBy('f.uploaded_at')
    .execute()
  return rows.map(row => row.id)
}

/** Links that have expired while files were looked at, or being read, and neither handed in nor given up. */
export async function expiredWithPreviews(db: Db, now: string): Promise<{ id: string; schoolId: string }[]> {
  return db
    .selectFrom('upload_link as l')
    .innerJoin('upload_link_file as f', 'f.link_id', 'l.id')
    .innerJoin('import_run as r', 'r.id', 'f.import_id')
    .where('l.expires_at', '<=', now)
    .where('f.handed_in_at', 'is', null)
    .where('r.status', 'in', ['preview', 'reading'])
    .select(['l.id as id', 'l.school_id as schoolId'])
    .distinct()
    .orderBy('l.id')
    .execute()
}

/** How many files that came through links were handed in and wait for somebody to confirm them. */
export async function countToConfirm(db: Db, scope: Scope, asOf: Day): Promise<number> {
  const { count } = await linksOf(db, scope, asOf)
    .innerJoin('upload_link_file as f', 'f.link_id', 'l.id')
    .innerJoin('import_run as r', 'r.id', 'f.import_id')
    .where('f.handed_in_at', 'is not', null)
    .where('r.status', '=', 'preview')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export interface HandedIn {
  linkId: string
  importId: string
  at: string
  status: ImportStatus
}

/** What was handed in through the links, in the order in which it came. */
export async function handedInThrough(db: Db, linkIds: readonly string[]): Promise<HandedIn[]> {
  if (linkIds.length === 0) return []
  const rows = await db
    .selectFrom('upload_link_file as f')
    .innerJoin('import_run as r', 'r.id', 'f.import_id')
    .where('f.link_id', 'in', linkIds)
    .where('f.handed_in_at', 'is not', null)
    .select(['f.link_id as linkId', 'f.import_id as importId', 'f.handed_in_at as at', 'r.status as status'])
    .orderBy('f.handed_in_at')
    .orderBy('f.import_id')
    .execute()
  return rows.map(row => ({ ...row, at: row.at ?? '' }))
}

function linksOf(db: Db, scope: Scope, asOf: Day) {
  return db
    .selectFrom('upload_link as l')
    .innerJoin('school_profile as p', 'p.school_id', 'l.school_id')
    .where(profileOn(asOf))
    .where(visibleSchool(scope))
}

const linkColumns = [
  'l.id as id',
  'l.school_id as schoolId',
  'l.sheet as sheet',
  'l.first_day as firstDay',
  'l.last_day as lastDay',
  'l.label as label',
  'l.confirms as confirms',
  'l.uses_allowed as usesAllowed',
  'l.uses as uses',
  'l.expires_at as expiresAt',
  'l.revoked_at as revokedAt',
] as const

const listedColumns = [
  ...linkColumns,
  'p.name as schoolName',
  'p.unit_code as unitCode',
  'l.created_by as createdBy',
  'l.created_at as createdAt',
] as const
