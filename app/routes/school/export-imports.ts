import type { LoaderFunctionArgs } from '@remix-run/node'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { importsList } from '#app/features/imports/imports.list.ts'
import { listImports } from '#app/features/imports/imports.queries.server.ts'
import { exportList } from '#app/http/exports.server.ts'
import { forbidden } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

/** The imports of the scope. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeImports(actor)) throw forbidden()

  const scope = scopeOf(actor)
  const rows = await listImports(db, scope, { asOf: today() })
  return exportList(importsList, rows, { request, context, asOf: today() })
}
