import type { Json, UndoAnswer, UndoContext } from '#app/features/imports/sheet-import.ts'
import { holdFiles } from '#app/files/stored-files.queries.server.ts'
import type { Tx } from '#db/tables.ts'
import { lockRow } from '#db/write.server.ts'
import { attachmentOwner } from './attachments.queries.server.ts'
import { writeTitleDraft } from './save-title-draft.server.ts'
import type { SelfEntry, TitleDraft } from './self-score.rule.ts'
import { deleteTitleDraft } from './title-application-writes.queries.server.ts'
import {
  findTitleApplication,
  selfEntriesOf,
  type TitleApplication,
} from './title-applications.queries.server.ts'
import { titleStepsOf } from './title-steps.queries.server.ts'
import { isWritable } from './title-way.rule.ts'

/** A draft with no scores but those that an import named. */
interface Written extends TitleDraft {
  updatedAt: string
}

/** What an import did to one application. */
export interface TitleWriting {
  kind: 'title-application.write'
  id: string
  /** Whether it began the application. */
  isBegun: boolean
  before: Written
  after: Written
}

/** Gives drafts back what they were, while they are drafts and nobody saved them since; what was begun goes again. */
export async function undoTitleApplications(
  tx: Tx,
  changes: readonly Json[],
  { scope, today }: UndoContext,
): Promise<UndoAnswer> {
  const given = changes as unknown as TitleWriting[]
  if (scope.kind !== 'school') return { ok: false, refusal: 'not-yours' }
  const drafts = new Map<string, TitleDraft>()
  for (const change of given) {
    await lockRow(tx, 'title_application', change.id)
    const application = await findTitleApplication(tx, scope, change.id, today)
    if (application === undefined) return { ok: false, refusal: 'not-yours' }
    const scores = (await selfEntriesOf(tx, [change.id])).get(change.id) ?? []
    const isTouched =
      !isAsWritten(application, scores, change) ||
      (change.isBegun && (await hasGoneOn(tx, application, scores, change)))
    if (isTouched) return { ok: false, refusal: 'changed-since', by: null }
    drafts.set(change.id, { ...application, scores })
  }
  for (const { id, isBegun, before, after } of given)
    if (isBegun) await deleteTitleDraft(tx, id)
    else await restore(tx, id, { draft: drafts.get(id) ?? before, before, after })
  return { ok: true }
}

function isAsWritten(
  application: TitleApplication,
  scores: readonly SelfEntry[],
  { after }: TitleWriting,
): boolean {
  return (
    isWritable(application.state) &&
    application.updatedAt === after.updatedAt &&
    application.statement === after.statement &&
    JSON.stringify(application.sports) === JSON.stringify(after.sports) &&
    after.scores.every(said => {
      const standing = scores.find(one => one.code === said.code)
      return standing?.points === said.points && standing.evidence === said.evidence
    })
  )
}

/** Whether more stands by now than the import began: further points, a step or an attachment. */
async function hasGoneOn(
  tx: Tx,
  { id }: TitleApplication,
  scores: readonly SelfEntry[],
  { after }: TitleWriting,
): Promise<boolean> {
  const isOwn = ({ code, points, evidence }: SelfEntry) =>
    after.scores.some(said => said.code === code) || (points === null && evidence === '')
  if (!scores.every(isOwn)) return true
  if ((await titleStepsOf(tx, id)).length > 1) return true
  return (await holdFiles(tx, attachmentOwner(id))) > 0
}

/** The earlier instant too: a form that was opened before the import is right again. */
async function restore(
  tx: Tx,
  id: string,
  { draft, before, after }: { draft: TitleDraft; before: Written; after: Written },
): Promise<void> {
  const scores = draft.scores.map(one =>
    after.scores.some(said => said.code === one.code)
      ? (before.scores.find(said => said.code === one.code) ?? { code: one.code, points: null, evidence: '' })
      : one,
  )
  const { statement, sports, updatedAt } = before
  await writeTitleDraft(tx, id, { statement, sports, scores }, updatedAt)
}
