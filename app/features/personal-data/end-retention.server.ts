import { inCity, instantOf } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction } from '#db/write.server.ts'
import { eraseWhoAsked } from './erase-person.server.ts'
import {
  anonymiseApplication,
  anonymiseProfile,
  deleteDocuments,
  deleteDrafts,
  isProfileOutlived,
  outlivedApplications,
  outlivedDrafts,
  outlivedMedicals,
} from './retention.queries.server.ts'
import { cutoffsOn } from './retention.rule.ts'

const by = { id: null, name: '系统' }
const inOneGo = 100

/**
 * Ends the keeping of what has had its time: drafts and medicals are deleted, applications that led nowhere lose their
 * person, and a profile that nothing holds any more goes with them. Then those who asked to be deleted, once nothing
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
      let profiles = 0
      for (const applicantId of new Set(applications.map(one => one.applicantId))) {
        if (!(await isProfileOutlived(tx, applicantId, cutoffs.applications))) continue
        await anonymiseProfile(tx, applicantId, at)
        profiles += 1
      }
      const audit = auditOf('retention.applications', applications.length)
      await recordAudit(tx, by, { ...audit, detail: { ...audit.detail, profiles } })
    })
  await eraseWhoAsked(db, now)
}

function auditOf(action: string, count: number) {
  return { action, subjectKind: 'retention', subjectId: '', detail: { count } }
}

function inGroups<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / inOneGo) }, (_, at) =>
    rows.slice(at * inOneGo, (at + 1) * inOneGo),
  )
}
