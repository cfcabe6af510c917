import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { findImport } from '#app/features/imports/imports.queries.server.ts'
import { fileOfImport } from '#app/features/imports/kept-file.queries.server.ts'
import { download } from '#app/http/downloads.server.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeImports(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const run = await findImport(db, scopeOf(actor), id, today())
  const bytes = run === undefined ? undefined : await fileOfImport(db, id)
  if (run === undefined || bytes === undefined) throw notFound()
  return download(bytes, run.fileName, 'application/octet-stream')
}
