import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { askToCommit } from '#app/features/imports/ask-to-commit.server.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.importSheets(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const form = await request.formData()
  const result = await askToCommit(db, {
    id,
    scope: scopeOf(actor),
    actor: { id: actor.id, name: actor.name },
    today: today(),
    now: now(),
    skipBadRows: form.get('skipBadRows') === 'yes',
  })
  if (result.ok) throw redirect(`/imports/${id}`)
  if (result.refusal === 'not-found') throw notFound()
  throw redirect(`/imports/${id}?refused=${result.refusal}`)
}
