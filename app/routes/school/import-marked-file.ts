import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { markedFile } from '#app/features/imports/marked-file.server.ts'
import { download } from '#app/http/downloads.server.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeImports(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const locale = await localeOf(request)
  const file = await markedFile(db, scopeOf(actor), id, { today: today(), locale })
  if (file.ok) return download(file.bytes, file.fileName)
  if (file.refusal === 'not-found') throw notFound()
  return redirect(`/imports/${id}?notMarked=yes`)
}
