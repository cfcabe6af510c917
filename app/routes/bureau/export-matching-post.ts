import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { suitingList } from '#app/features/matching/matching.list.ts'
import { readCandidates } from '#app/features/matching/read-candidates.server.ts'
import { exportList } from '#app/http/exports.server.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

const Params = z.object({ number: z.string().max(40) })

/** The unit's applicants in the order in which they suit the post. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeMatching(actor)) throw forbidden()

  const { number } = parseParams(params, Params)
  const found = await readCandidates(db, scopeOf(actor), number, today())
  if (found === null) throw notFound()
  return exportList(suitingList, found.candidates, { request, context, asOf: today(), of: number })
}
