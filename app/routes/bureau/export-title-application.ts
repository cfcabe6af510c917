import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { readTitleApplication } from '#app/features/title-applications/read-title-application.server.ts'
import { selfScoreList } from '#app/features/title-applications/self-score.list.ts'
import { exportList } from '#app/http/exports.server.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })

/** What a school says of itself in its application, indicator by indicator. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeTitles(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const asked = { id, today: today(), now: now(), locale: await localeOf(request) }
  const read = await readTitleApplication(db, scopeOf(actor), asked)
  if (read === null) throw notFound()
  const of = read.application.schoolName
  return exportList(selfScoreList, read.lines, { request, context, asOf: asked.today, of })
}
