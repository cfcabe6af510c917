import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { dropFiles } from '#app/files/keep-file.server.ts'
import { deleteFiles } from '#app/files/stored-files.queries.server.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction, lockRow } from '#db/write.server.ts'
import { pictureOwner, picturesOf } from './event-pictures.queries.server.ts'
import { deleteEvent, findEvent } from './events.queries.server.ts'
import { factsOf } from './save-event.server.ts'

/** Takes away an event with its pictures; the audit keeps what was said of it. False for another's. */
export async function removeEvent(
  db: Db,
  scope: Scope,
  by: { id: string | null; name: string },
  { id, today }: { id: string; today: Day },
): Promise<boolean> {
  const found = await findEvent(db, scope, id, today)
  if (found === undefined) return false
  const dropped = await inTransaction(db, async tx => {
    await lockRow(tx, 'school', found.schoolId)
    const known = await findEvent(tx, scope, id, today)
    if (known === undefined) return null
    const pictures = (await picturesOf(tx, id)).map(picture => picture.id)
    await deleteFiles(tx, pictureOwner(id), pictures)
    await deleteEvent(tx, id)
    await recordAudit(tx, by, {
      action: 'event.remove',
      subjectKind: 'event',
      subjectId: id,
      unitCode: known.unitCode,
      schoolId: known.schoolId,
      detail: { ...factsOf(known), pictures: pictures.length },
    })
    return pictures
  })
  if (dropped === null) return false
  await dropFiles(db, dropped)
  return true
}
