import type { LoaderFunctionArgs } from '@remix-run/node'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { linkStateOf } from '#app/features/upload-links/upload-link.rule.ts'
import { uploadLinksList } from '#app/features/upload-links/upload-links.list.ts'
import { listLinks } from '#app/features/upload-links/upload-links.queries.server.ts'
import { exportList } from '#app/http/exports.server.ts'
import { forbidden } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

/** The upload links of the scope. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeImports(actor)) throw forbidden()

  const [asOf, at] = [today(), now()]
  const links = await listLinks(db, scopeOf(actor), { asOf })
  const lines = links.map(link => ({ ...link, state: linkStateOf(link, at) }))
  return exportList(uploadLinksList, lines, { request, context, asOf })
}
