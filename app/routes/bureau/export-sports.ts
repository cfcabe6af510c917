import type { LoaderFunctionArgs } from '@remix-run/node'
import { can } from '#app/auth/permissions.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { sportsList } from '#app/features/sports/sports.list.ts'
import { listSportNames, listSports } from '#app/features/sports/sports.queries.server.ts'
import { exportList } from '#app/http/exports.server.ts'
import { forbidden } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

/** The catalogue of sports. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeReference(actor)) throw forbidden()

  const aliases = new Map((await listSportNames(db)).map(sport => [sport.code, sport.aliases]))
  const rows = (await listSports(db)).map(sport => ({ ...sport, aliases: aliases.get(sport.code) ?? [] }))
  return exportList(sportsList, rows, { request, context, asOf: today() })
}
