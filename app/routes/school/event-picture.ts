import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { openPicture } from '#app/features/events/read-event.server.ts'
import { shownPicture } from '#app/http/downloads.server.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26), pictureId: z.string().length(26) })

/** A picture of an event, for those who see the event. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeEvents(actor)) throw forbidden()
  const { id, pictureId } = parseParams(params, Params)
  const picture = await openPicture(db, scopeOf(actor), { eventId: id, pictureId, today: today() })
  if (picture === undefined) throw notFound()
  return shownPicture(picture.bytes, picture.name, picture.mediaType)
}
