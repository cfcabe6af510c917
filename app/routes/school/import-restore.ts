import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { restoreAnswer } from '#app/features/imports/answer-problems.server.ts'
import { placeIn } from '#app/features/imports/answers-form.ts'
import { previewAfter } from '#app/features/imports/preview-address.ts'
import { parseParams } from '#app/http/params.ts'
import { badRequest, forbidden, notFound } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.importSheets(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const form = await request.formData()
  const at = placeIn(String(form.get('place') ?? ''))
  if (at === null) throw badRequest()
  const result = await restoreAnswer(db, {
    id,
    scope: scopeOf(actor),
    actor: { id: actor.id, name: actor.name },
    today: today(),
    now: now(),
    sheet: at.sheet,
    place: at.cell,
  })
  if (!result.ok && result.refusal === 'not-found') throw notFound()
  throw redirect(previewAfter(id, form, result))
}
