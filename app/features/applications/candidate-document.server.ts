import type { Scope } from '#app/auth/scope.ts'
import { insertAccess } from '#app/features/applicants/applicant-writes.queries.server.ts'
import { medicalStates } from '#app/features/applicants/document.rule.ts'
import { openDocument } from '#app/features/applicants/documents.queries.server.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { ApplicationState, Db } from '#db/tables.ts'
import { inTransaction } from '#db/write.server.ts'
import { findApplication } from './applications.queries.server.ts'

/** A paper of a candidate of the scope; who opened it stands in the person's own log and in the audit. */
export async function openCandidateDocument(
  db: Db,
  scope: Scope,
  by: { id: string | null; name: string },
  asked: { applicationId: string; documentId: string; at: string },
) {
  const { applicationId, documentId, at } = asked
  if (scope.kind === 'applicant') return undefined
  return inTransaction(db, async tx => {
    const application = await findApplication(tx, scope, applicationId)
    const document =
      application === undefined ? undefined : await openDocument(tx, application.applicantId, documentId)
    if (application === undefined || document === undefined) return undefined
    if (!mayOpen(document.kind, application.state)) return undefined
    const { applicantId, number, unitCode, schoolId } = application
    await insertAccess(tx, {
      applicantId,
      accountId: by.id,
      actor: by.name,
      at,
      what: 'document',
      reason: `${document.kind} ${number}`,
    })
    await recordAudit(tx, by, {
      action: 'document.open',
      subjectKind: 'applicant',
      subjectId: applicantId,
      unitCode,
      schoolId,
      detail: { document: documentId, application: number },
    })
    return document
  })
}

/** Whoever stepped back shows nothing any more, and a medical is for finalists (domain.md 9.4). */
export function mayOpen(kind: string, state: ApplicationState): boolean {
  return state !== 'WITHDRAWN' && (kind !== 'MEDICAL' || medicalStates.includes(state))
}
