import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { certificateRefusals } from '#app/features/designation/title-certificate.text.ts'
import { printCertificate } from '#app/features/title-applications/certificate.server.ts'
import { download } from '#app/http/downloads.server.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { say } from '#app/i18n/text.ts'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })

/** The certificate of a title, for those who see the title. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeTitles(actor)) throw forbidden()
  const asked = { titleId: parseParams(params, Params).id, today: today() }
  const printed = await printCertificate(db, scopeOf(actor), asked)
  if (printed.ok) return download(printed.pdf, `${printed.schoolName} ${printed.number}.pdf`)
  if (printed.refusal === 'not-found') throw notFound()
  const why = say(await localeOf(request), certificateRefusals[printed.refusal], printed)
  return new Response(why, { status: 422, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
