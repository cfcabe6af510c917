import { inCity, instantOf } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { forgetSendings } from '#app/features/objections/count-sending.server.ts'
import type { Db, Tx } from '#db/tables.ts'
import { inTransaction, lockRow } from '#db/write.server.ts'
import { eraseWhoAsked } from './erase-person.server.ts'
import { forgetScoreFiles } from './forget-score-files.server.ts'
import {
  anonymiseApplication,
  anonymiseProfile,
  blankObjections,
  blankTitleObjections,
  deleteDocuments,
  deleteDrafts,
  outlivedApplications,
  outlivedDrafts,
  outlivedMedicals,
  outlivedProfiles,
} from './retention.queries.server.ts'
import { cutoffsOn } from './retention.rule.ts'
import { outlivedScoreFiles } from './score-files.queries.server.ts'

const by = { id: null, name: '系统' }
const inOneGo = 100

/**
 * Ends the keeping of what has had its time: drafts and medicals are deleted, applications that led nowhere lose their
 * person, score sheets are removed, and a profile that nothing holds any more goes with them. Then those who asked to be deleted, once nothing
 * stands in the way. In small transactions: killed half-way it goes on where it was.
 */
export async function endRetention(db: Db, now: Date): Promise<void> {
  const at = instantOf(now)
  const cutoffs = cutoffsOn(inCity(at).slice(0, 10))
  for (const ids of inGroups(await outlivedDrafts(db, cutoffs.drafts)))
    await inTransaction(db, async tx => {
      await deleteDrafts(tx, ids)
      await recordAudit(tx, by, auditOf('retention.drafts', ids.length))
    })
  for (const documents of inGroups(await outlivedMedicals(db, cutoffs.medicals)))
    await inTransaction(db, async tx => {
      await deleteDocuments(tx, documents)
      await recordAudit(tx, by, auditOf('retention.medicals', documents.length))
    })
  for (const applications of inGroups(await outlivedApplications(db, cutoffs.applications)))
    await inTransaction(db, async tx => {
      for (const { id } of applications) await anonymiseApplication(tx, id, at)
      await recordAudit(tx, by, auditOf('retention.applications', applications.length))
    })
  for (const files of inGroups(await outlivedScoreFiles(db, cutoffs.applications)))
    await inTransaction(db, tx => forgetScoreFiles(tx, files))
  for (const ids of inGroups(await outlivedProfiles(db, cutoffs.applications)))
    await inTransaction(db, tx => endProfiles(tx, ids, cutoffs.applications, at))
  await inTransaction(db, async tx => {
    const ofPosts = await blankObjections(tx, cutoffs.applications)
    const blanked = ofPosts + (await blankTitleObjections(tx, inCity(cutoffs.applications).slice(0, 10)))
    if (blanked > 0) await recordAudit(tx, by, auditOf('retention.objections', blanked))
    await forgetSendings(tx, at)
  })
  await eraseWhoAsked(db, now)
}

/** Each is looked at again under its lock: its owner may have come back meanwhile. */
async function endProfiles(tx: Tx, ids: readonly string[], before: string, at: string): Promise<void> {
  let ended = 0
  for (const id of ids) {
    await lockRow(tx, 'applicant', id)
    if ((await outlivedProfiles(tx, before, id)).length === 0) continue
    await anonymiseProfile(tx, id, at)
    ended += 1
  }
  if (ended > 0) await recordAudit(tx, by, auditOf('retention.profiles', ended))
}

function auditOf(action: string, count: number) {
  return { action, subjectKind: 'retention', subjectId: '', detail: { count } }
}

function inGroups<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / inOneGo) }, (_, at) =>
    rows.slice(at * inOneGo, (at + 1) * inOneGo),
  )
}
