import type { Day } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { askToCommit } from '#app/features/imports/ask-to-commit.server.ts'
import {
  type CommitRefusal,
  type CommitRequest,
  commitImport,
} from '#app/features/imports/commit-import.server.ts'
import { giveUpWork } from '#app/features/imports/give-up-work.server.ts'
import { isBlocked } from '#app/features/imports/import-counts.rule.ts'
import { findWork } from '#app/features/imports/import-work.queries.server.ts'
import { findImport, type ImportRun, statusOfImport } from '#app/features/imports/imports.queries.server.ts'
import { readPart } from '#app/features/imports/parts.queries.server.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import type { Db, Tx } from '#db/tables.ts'
import { inTransaction, lockRow } from '#db/write.server.ts'
import { dropPreviews } from './drop-previews.server.ts'
import type { OpenedLink } from './open-link.server.ts'
import { type HandInRefusal, linkStateOf, whyNotHandedIn } from './upload-link.rule.ts'
import { handedInAt, linkUse, setHandedIn } from './upload-links.queries.server.ts'

export type HandInResult =
  | { ok: true }
  /** 'not-found': not a file of this link. */
  | { ok: false; refusal: HandInRefusal | CommitRefusal }

interface Given {
  importId: string
  /** Rows that were not accepted stay behind. */
  skipBadRows: boolean
  today: Day
  now: string
}

/**
 * Hands in a file that was looked at, exactly once, which uses the link up by one; two files at the same moment take
 * turns at the link. Where the teacher's word stands it is committed as well, a long one as work of its own. The use is
 * taken before the commit and given back when the commit is refused: a power cut between the two leaves the file handed
 * in, for the school to confirm or the teacher to try again; so does work that failed, until the teacher asks again.
 */
export async function handIn(db: Db, opened: OpenedLink, given: Given): Promise<HandInResult> {
  const { link, scope, actor } = opened
  const { importId, today, now, skipBadRows } = given
  const run = await findImport(db, scope, importId, today)
  if (run === undefined || (await handedInAt(db, link.id, importId)) === undefined)
    return { ok: false, refusal: 'not-found' }
  const blocked = isBlocked(await readPart<Problem>(db, importId, 'problems'), run.counts)
  const taken = await inTransaction(db, tx => takeUse(tx, opened, { ...given, run, isBlocked: blocked }))
  if (taken.refusal !== null) return { ok: false, refusal: taken.refusal }
  if (link.confirms === 'teacher') {
    const request = { id: importId, scope, actor, today, now, skipBadRows }
    const committed = run.isInPieces ? await askAnew(db, request) : await commitImport(db, request)
    if (!committed.ok) {
      if (committed.refusal === 'stale') await inTransaction(db, tx => giveBack(tx, opened, importId))
      return committed
    }
  }
  if (taken.isLast) await dropPreviews(db, link, actor, today)
  return { ok: true }
}

/** Asks for a long file to be committed as work of its own; one that failed at it is given up, as stale. */
async function askAnew(
  db: Db,
  request: CommitRequest,
): Promise<{ ok: true } | { ok: false; refusal: CommitRefusal }> {
  const work = await findWork(db, request.id)
  if (work?.task !== 'commit' || work.state !== 'failed') return askToCommit(db, request)
  await giveUpWork(db, request)
  return { ok: false, refusal: 'stale' }
}

async function takeUse(
  tx: Tx,
  { link, school, actor }: OpenedLink,
  given: Given & { run: ImportRun; isBlocked: boolean },
): Promise<{ refusal: HandInRefusal | null; isLast: boolean }> {
  const { importId, run, now, skipBadRows } = given
  await lockRow(tx, 'upload_link', link.id)
  await lockRow(tx, 'import_run', importId)
  const use = await linkUse(tx, link.id)
  const handedIn = (await handedInAt(tx, link.id, importId)) ?? null
  const status = (await statusOfImport(tx, importId)) ?? 'discarded'
  const file = { handedInAt: handedIn, status, counts: run.counts, isBlocked: given.isBlocked }
  const refusal = whyNotHandedIn(use, file, { now, skipBadRows })
  if (refusal !== null || handedIn !== null) return { refusal, isLast: linkStateOf(use, now) === 'used' }
  await setHandedIn(tx, { linkId: link.id, importId }, now)
  await recordAudit(tx, actor, {
    action: 'upload-link.hand-in',
    subjectKind: 'upload-link',
    subjectId: link.id,
    unitCode: school.unitCode,
    schoolId: link.schoolId,
    detail: { import: importId, counts: { ...run.counts }, skippedBadRows: given.isBlocked },
  })
  return { refusal: null, isLast: use.uses + 1 >= use.usesAllowed }
}

async function giveBack(tx: Tx, { link, school, actor }: OpenedLink, importId: string): Promise<void> {
  await lockRow(tx, 'upload_link', link.id)
  // A second click may have given it back already.
  if ((await handedInAt(tx, link.id, importId)) === null) return
  await setHandedIn(tx, { linkId: link.id, importId }, null)
  await recordAudit(tx, actor, {
    action: 'upload-link.give-back',
    subjectKind: 'upload-link',
    subjectId: link.id,
    unitCode: school.unitCode,
    schoolId: link.schoolId,
    detail: { import: importId },
  })
}
