import type { Day } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { type PreviewResult, previewImport } from '#app/features/imports/preview-import.server.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction, lockRow } from '#db/write.server.ts'
import { dropUpload } from './drop-previews.server.ts'
import type { OpenedLink } from './open-link.server.ts'
import { type LinkState, linkStateOf } from './upload-link.rule.ts'
import { handedInAt, insertFile, linkUse } from './upload-links.queries.server.ts'

export type LinkPreview = PreviewResult | { ok: false; refusal: Exclude<LinkState, 'open'> }

/**
 * Reads a file that came through a link, for its school, sheet and days and nothing else, and keeps it for the teacher
 * to look at. It uses nothing of the link up. An earlier file that this one replaces is given up. A long file is read
 * later, as work of its own.
 */
export async function previewThroughLink(
  db: Db,
  { link, school, scope, actor }: OpenedLink,
  given: {
    file: { name: string; bytes: Uint8Array }
    /** The import that this file corrects; '' for none. */
    replaces: string
    today: Day
    now: string
  },
): Promise<LinkPreview> {
  const { today, now, file } = given
  const preview = await previewImport(db, {
    ...{ sheet: link.sheet, bytes: file.bytes, fileName: file.name, today, now, scope, actor },
    schoolId: link.schoolId,
    onlyDays: { from: link.firstDay, to: link.lastDay },
  })
  if (!preview.ok) return preview
  const state = await inTransaction(db, async tx => {
    await lockRow(tx, 'upload_link', link.id)
    const standing = linkStateOf(await linkUse(tx, link.id), now)
    if (standing !== 'open') return standing
    await insertFile(tx, { importId: preview.id, linkId: link.id, uploadedAt: now })
    await recordAudit(tx, actor, {
      action: 'upload-link.upload',
      subjectKind: 'upload-link',
      subjectId: link.id,
      unitCode: school.unitCode,
      schoolId: link.schoolId,
      detail: { import: preview.id },
    })
    return standing
  })
  const gone = state === 'open' ? given.replaces : preview.id
  // What was handed in is the school's by now.
  if (state !== 'open' || (await handedInAt(db, link.id, gone)) === null)
    await dropUpload(db, { id: gone, scope, actor, today })
  return state === 'open' ? preview : { ok: false, refusal: state }
}
