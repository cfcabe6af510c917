import type { Db, Tx } from '#db/tables.ts'
import { lockRow } from '#db/write.server.ts'

/** An import of scores whose uploaded file is kept: it holds the names of candidates as the office wrote them. */
export interface ScoreFile {
  id: string
  unitCode: string | null
  /** Of the applications whose rows could be read. */
  numbers: ReadonlySet<string>
  /** Rows were set aside, or cells corrected since: whom the file itself names nobody knows. */
  hasUnread: boolean
}

/**
 * Files uploaded before the instant, of which a round that they name was over by then too. A file that names no
 * application has its time from the upload.
 */
export async function outlivedScoreFiles(db: Db, before: string): Promise<ScoreFile[]> {
  const outlived: ScoreFile[] = []
  for (const file of await storedFiles(db, { before })) {
    const ends = await endsOfRounds(db, [...file.numbers])
    if (ends.length === 0 || ends.some(end => end < before)) outlived.push(file)
  }
  return outlived
}

/**
 * Files that may name a person: those with a row of an application of theirs, and those with rows set aside that an office
 * to which they applied, or the city, uploaded since. Asked before the applications leave the person.
 */
export async function scoreFilesNaming(db: Db, applicantId: string): Promise<ScoreFile[]> {
  const own = await db
    .selectFrom('application as a')
    .innerJoin('coach_post as p', 'p.id', 'a.post_id')
    .where('a.applicant_id', '=', applicantId)
    .where('a.submitted_at', 'is not', null)
    .select(['a.number as number', 'a.created_at as createdAt', 'p.unit_code as unitCode'])
    .orderBy('a.created_at')
    .execute()
  const [first] = own
  if (first === undefined) return []
  const units = own.map(one => one.unitCode)
  const files = await storedFiles(db, { since: first.createdAt })
  return files.filter(
    ({ numbers, hasUnread, unitCode }) =>
      own.some(one => numbers.has(one.number)) ||
      (hasUnread && (unitCode === null || units.includes(unitCode))),
  )
}

/**
 * Removes the file with all that was read from it. That the import happened stays, with its counts and with what it
 * changed, which names nobody; a preview is given up, since nothing is left of it to commit. False when the file was gone.
 */
export async function deleteScoreFile(tx: Tx, id: string): Promise<boolean> {
  await lockRow(tx, 'import_run', id)
  const removed = await tx.deleteFrom('import_file').where('import_id', '=', id).executeTakeFirstOrThrow()
  if (removed.numDeletedRows === 0n) return false
  await tx.deleteFrom('import_part').where('import_id', '=', id).where('part', '<>', 'changes').execute()
  await tx.deleteFrom('import_correction').where('import_id', '=', id).execute()
  await tx.deleteFrom('import_open').where('import_id', '=', id).execute()
  await tx
    .updateTable('import_run')
    .set({ status: 'discarded' })
    .where('id', '=', id)
    .where('status', '=', 'preview')
    .execute()
  return true
}

async function storedFiles(db: Db, of: { before: string } | { since: string }): Promise<ScoreFile[]> {
  const rows = await db
    .selectFrom('import_run as r')
    .innerJoin('import_file as f', 'f.import_id', 'r.id')
    .where('r.sheet', '=', 'scores')
    .where('f.number', '=', 0)
    .$if('before' in of, q => q.where('r.created_at', '<', 'before' in of ? of.before : ''))
    .$if('since' in of, q => q.where('r.created_at', '>=', 'since' in of ? of.since : ''))
    .select(['r.id as id', 'r.unit_code as unitCode', 'r.counts as counts'])
    .orderBy('r.id')
    .execute()
  const files: ScoreFile[] = []
  for (const { id, unitCode, counts } of rows) {
    const { rejected, ignored } = JSON.parse(counts) as { rejected: number; ignored: number }
    const hasUnread = rejected + ignored > 0 || (await isCorrected(db, id))
    files.push({ id, unitCode, numbers: await numbersIn(db, id), hasUnread })
  }
  return files
}

async function isCorrected(db: Db, importId: string): Promise<boolean> {
  const row = await db
    .selectFrom('import_correction')
    .where('import_id', '=', importId)
    .select('position')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

async function numbersIn(db: Db, importId: string): Promise<Set<string>> {
  const pieces = await db
    .selectFrom('import_part')
    .where('import_id', '=', importId)
    .where('part', '=', 'rows')
    .select('content')
    .execute()
  const rows = pieces.flatMap(piece => JSON.parse(piece.content) as { data: { number: string } }[])
  return new Set(rows.map(row => row.data.number))
}

const mostNumbers = 500

/** When the rounds of the applications were over. */
async function endsOfRounds(db: Db, numbers: readonly string[]): Promise<string[]> {
  const ends = new Set<string>()
  for (let from = 0; from < numbers.length; from += mostNumbers) {
    const rows = await db
      .selectFrom('application as a')
      .innerJoin('coach_round as r', 'r.id', 'a.round_id')
      .where('a.number', 'in', numbers.slice(from, from + mostNumbers))
      .select(eb => eb.fn.coalesce('r.ended_at', 'r.closes_at').as('end'))
      .distinct()
      .execute()
    for (const { end } of rows) ends.add(end)
  }
  return [...ends]
}
