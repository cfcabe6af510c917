import type { LoaderFunctionArgs } from '@remix-run/node'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { auditList } from '#app/features/audit/audit.list.ts'
import { auditPieces } from '#app/features/audit/audit.queries.server.ts'
import { AuditSearch } from '#app/features/audit/audit-search.ts'
import { exportList } from '#app/http/exports.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

/** The audit by the filters of its page, however long it is. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeAudit(actor)) throw forbidden()

  const { page: _, ...filter } = parseSearch(request, AuditSearch)
  return exportList(auditList, auditPieces(db, scopeOf(actor), filter), { request, context, asOf: today() })
}
