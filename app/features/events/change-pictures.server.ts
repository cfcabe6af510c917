import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { holdsPersonalNumber, withoutPersonalNumbers } from '#app/features/coaching/personal-number.rule.ts'
import { dropFiles, type KeepRefusal, type KeptFile, keepFile } from '#app/files/keep-file.server.ts'
import { deleteFiles, findFile, insertFile } from '#app/files/stored-files.queries.server.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction, lockRow } from '#db/write.server.ts'
import { mostPictureBytes, mostPictures, pictureTypes } from './event-picture.rule.ts'
import { pictureOwner, picturesOf } from './event-pictures.queries.server.ts'
import { findEvent, type SchoolEvent } from './events.queries.server.ts'

export type PictureRefusal =
  | KeepRefusal
  | 'description-missing'
  | 'personal-number'
  | 'too-many'
  | 'not-found'

interface Actor {
  id: string | null
  name: string
}

/** Adds a picture to an event of the scope, with the words that stand for it. */
export async function addPicture(
  db: Db,
  scope: Scope,
  by: Actor,
  input: {
    eventId: string
    file: { name: string; bytes: Uint8Array }
    description: string
    today: Day
    now: string
  },
): Promise<{ ok: true } | { ok: false; refusal: PictureRefusal }> {
  const { eventId, file, today, now } = input
  const description = input.description.trim()
  const event = await findEvent(db, scope, eventId, today)
  if (event === undefined) return { ok: false, refusal: 'not-found' }
  if (description === '') return { ok: false, refusal: 'description-missing' }
  if (holdsPersonalNumber(description)) return { ok: false, refusal: 'personal-number' }
  const named = { ...file, name: withoutPersonalNumbers(file.name) }
  const kept = await keepFile(db, named, { types: pictureTypes, mostBytes: mostPictureBytes, at: now })
  if (!kept.ok) return kept
  const added = await namePicture(db, scope, by, { event, file: kept.file, description, today })
  if (!added.ok) await dropFiles(db, [kept.file.id])
  return added
}

async function namePicture(
  db: Db,
  scope: Scope,
  by: Actor,
  input: { event: SchoolEvent; file: KeptFile; description: string; today: Day },
): Promise<{ ok: true } | { ok: false; refusal: PictureRefusal }> {
  const { event, file, description, today } = input
  return inTransaction(db, async tx => {
    await lockRow(tx, 'school', event.schoolId)
    if ((await findEvent(tx, scope, event.id, today)) === undefined)
      return { ok: false, refusal: 'not-found' }
    if ((await picturesOf(tx, event.id)).length >= mostPictures) return { ok: false, refusal: 'too-many' }
    await insertFile(tx, pictureOwner(event.id), { ...file, description, addedBy: by.id })
    await recordAudit(tx, by, {
      ...auditOf('event-picture.add', event),
      detail: { picture: file.id, sha256: file.sha256, description },
    })
    return { ok: true }
  })
}

/** Takes a picture away from an event of the scope for good; false for another's. */
export async function removePicture(
  db: Db,
  scope: Scope,
  by: Actor,
  { eventId, pictureId, today }: { eventId: string; pictureId: string; today: Day },
): Promise<boolean> {
  const event = await findEvent(db, scope, eventId, today)
  if (event === undefined) return false
  const isRemoved = await inTransaction(db, async tx => {
    await lockRow(tx, 'school', event.schoolId)
    const picture = await findFile(tx, pictureOwner(eventId), pictureId)
    if (picture === undefined) return false
    await deleteFiles(tx, pictureOwner(eventId), [pictureId])
    await recordAudit(tx, by, {
      ...auditOf('event-picture.remove', event),
      detail: { picture: pictureId, description: picture.description },
    })
    return true
  })
  if (isRemoved) await dropFiles(db, [pictureId])
  return isRemoved
}

function auditOf(action: string, { id, unitCode, schoolId }: SchoolEvent) {
  return { action, subjectKind: 'event', subjectId: id, unitCode, schoolId }
}
