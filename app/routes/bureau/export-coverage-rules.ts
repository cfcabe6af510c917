import type { LoaderFunctionArgs } from '@remix-run/node'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { readRules } from '#app/features/program/read-rules.server.ts'
import { rulesList } from '#app/features/program/rules.list.ts'
import { exportList } from '#app/http/exports.server.ts'
import { forbidden } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { db } from '#db/index.server.ts'

/** Every version of the rules of the 5621 plan. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeCoverage(actor)) throw forbidden()
  const { rules, unitNames } = await readRules(db, scopeOf(actor), await localeOf(request))
  const list = rulesList(code => unitNames[code] ?? code)
  return exportList(list, rules, { request, context, asOf: today() })
}
