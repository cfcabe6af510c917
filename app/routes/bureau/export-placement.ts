import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { placementHistoryList } from '#app/features/program/placement-history.list.ts'
import { readPlacement } from '#app/features/program/read-placement.server.ts'
import { exportList } from '#app/http/exports.server.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })

/** Everything that stood before and after one placement. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeCoverage(actor)) throw forbidden()
  const asked = {
    placementId: parseParams(params, Params).id,
    today: today(),
    locale: await localeOf(request),
  }
  const found = await readPlacement(db, scopeOf(actor), asked)
  if (found === null) throw notFound()
  const of = `${found.placement.name} ${found.sport}`
  return exportList(placementHistoryList, found.history, { request, context, asOf: asked.today, of })
}
