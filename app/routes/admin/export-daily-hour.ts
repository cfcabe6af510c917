import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { requirementsOn } from '#app/features/activity/daily-hour.rule.ts'
import { listKindSettings, listPolicyVersions } from '#app/features/activity/policies.queries.server.ts'
import { kindsList, requirementsList, versionsList } from '#app/features/activity/policy.list.ts'
import { exportList } from '#app/http/exports.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

const Search = z.object({ of: z.enum(['required', 'versions', 'kinds']).default('required') })

/** The minutes in force today, every version of them, or the kinds of activity that count. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeDailyHour(actor)) throw forbidden()

  const { of } = parseSearch(request, Search)
  const exported = { request, context, asOf: today() }
  if (of === 'kinds') return exportList(kindsList, await listKindSettings(db), exported)
  const versions = await listPolicyVersions(db)
  return of === 'versions'
    ? exportList(versionsList, versions, exported)
    : exportList(requirementsList, requirementsOn(versions, exported.asOf), exported)
}
