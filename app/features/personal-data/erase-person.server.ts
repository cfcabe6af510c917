import { inCity, instantOf } from '#app/calendar-day.ts'
import { findApplicantOf, lockedApplicantOf } from '#app/features/applicants/applicants.queries.server.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Db, Tx } from '#db/tables.ts'
import { inTransaction, lockRow } from '#db/write.server.ts'
import { forgetScoreFiles } from './forget-score-files.server.ts'
import {
  applicationsOf,
  endRequests,
  holdsOn,
  insertRequest,
  openRequestOf,
  whoAsked,
} from './person-requests.queries.server.ts'
import { anonymiseApplication, anonymiseProfile, clearWords } from './retention.queries.server.ts'
import { scoreFilesNaming } from './score-files.queries.server.ts'

interface Owner {
  id: string
  name: string
}

/** What the page of deletion shows; undefined for an account without a profile. */
export async function readErasure(db: Db, accountId: string, now: Date) {
  const applicant = await findApplicantOf(db, accountId)
  if (applicant === undefined) return undefined
  const day = inCity(instantOf(now)).slice(0, 10)
  const open = await openRequestOf(db, applicant.id)
  return { holds: await holdsOn(db, applicant.id, day), askedAt: open?.askedAt ?? null }
}

/**
 * Somebody asks to be deleted (个人信息保护法 47). Where nothing stands in the way it is done at once; else the wish
 * stands, and is carried out on the day on which nothing does any more. Uploaded score sheets that name the person go too.
 */
export async function askErasure(
  db: Db,
  owner: Owner,
  now: Date,
): Promise<'erased' | 'waiting' | 'no-profile'> {
  const at = instantOf(now)
  return inTransaction(db, async tx => {
    const applicant = await lockedApplicantOf(tx, owner.id)
    if (applicant === undefined) return 'no-profile'
    if ((await openRequestOf(tx, applicant.id)) === undefined) await insertRequest(tx, applicant.id, at)
    const isErased = await eraseUnlessHeld(tx, applicant.id, now)
    await recordAudit(tx, owner, {
      action: isErased ? 'applicant.erase' : 'applicant.ask-erasure',
      subjectKind: 'applicant',
      subjectId: applicant.id,
    })
    return isErased ? 'erased' : 'waiting'
  })
}

/** The wish is taken back. */
export async function takeErasureBack(db: Db, owner: Owner, now: Date): Promise<boolean> {
  return inTransaction(db, async tx => {
    const applicant = await lockedApplicantOf(tx, owner.id)
    if (applicant === undefined) return false
    if ((await openRequestOf(tx, applicant.id)) === undefined) return false
    await endRequests(tx, applicant.id, { withdrawn_at: instantOf(now) })
    await recordAudit(tx, owner, {
      action: 'applicant.keep',
      subjectKind: 'applicant',
      subjectId: applicant.id,
    })
    return true
  })
}

/** Deletes everybody who asked and whom nothing holds any more. */
export async function eraseWhoAsked(db: Db, now: Date): Promise<void> {
  for (const applicantId of await whoAsked(db))
    await inTransaction(db, async tx => {
      await lockRow(tx, 'applicant', applicantId)
      // Taken back since the list was read.
      if ((await openRequestOf(tx, applicantId)) === undefined) return
      if (!(await eraseUnlessHeld(tx, applicantId, now))) return
      await recordAudit(
        tx,
        { id: null, name: '系统' },
        { action: 'applicant.erase', subjectKind: 'applicant', subjectId: applicantId },
      )
    })
}

async function eraseUnlessHeld(tx: Tx, applicantId: string, now: Date): Promise<boolean> {
  const at = instantOf(now)
  const holds = await holdsOn(tx, applicantId, inCity(at).slice(0, 10))
  if (holds.applications + holds.contracts > 0) return false
  const scoreFiles = await scoreFilesNaming(tx, applicantId)
  for (const { id, hasContract } of await applicationsOf(tx, applicantId))
    if (hasContract) await clearWords(tx, id)
    else await anonymiseApplication(tx, id, at)
  await anonymiseProfile(tx, applicantId, at)
  await endRequests(tx, applicantId, { done_at: at })
  await forgetScoreFiles(tx, scoreFiles)
  return true
}
