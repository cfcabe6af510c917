import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { findSport, listSports } from '#app/features/sports/sports.queries.server.ts'
import { openFile } from '#app/files/keep-file.server.ts'
import type { Locale } from '#app/i18n/text.ts'
import type { Db } from '#db/tables.ts'
import { pictureOwner, picturesOf } from './event-pictures.queries.server.ts'
import { findEvent } from './events.queries.server.ts'

/** An event of the scope with its pictures; null for another's. */
export async function readEvent(
  db: Db,
  scope: Scope,
  { id, today, locale }: { id: string; today: Day; locale: Locale },
) {
  const event = await findEvent(db, scope, id, today)
  if (event === undefined) return null
  const sport = await findSport(db, event.sport)
  const pictures = await picturesOf(db, id)
  return {
    ...event,
    isHeld: event.day <= today,
    sportName: (locale === 'en' ? sport?.nameEn : sport?.name) ?? event.sport,
    pictures: pictures.map(picture => ({ id: picture.id, description: picture.description })),
  }
}

/** A picture of an event of the scope with its bytes; undefined for another's. */
export async function openPicture(
  db: Db,
  scope: Scope,
  { eventId, pictureId, today }: { eventId: string; pictureId: string; today: Day },
) {
  const event = await findEvent(db, scope, eventId, today)
  return event === undefined ? undefined : openFile(db, pictureOwner(eventId), pictureId)
}

/** The traditional sports of the catalogue, in the reader's language. */
export async function traditionalSports(db: Db, locale: Locale): Promise<{ code: string; name: string }[]> {
  const sports = (await listSports(db)).filter(sport => sport.isTraditional)
  return sports.map(({ code, name, nameEn }) => ({ code, name: locale === 'en' ? nameEn : name }))
}
