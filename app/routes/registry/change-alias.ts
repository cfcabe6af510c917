import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { changeAlias } from '#app/features/schools/change-aliases.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { parseParams } from '#app/http/params.ts'
import { badRequest, forbidden, notFound } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })
const AliasForm = z.object({ alias: z.string().trim().max(120), change: z.enum(['add', 'remove']) })

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeRegistry(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const form = await parseForm(request, AliasForm)
  if (!form.ok) throw badRequest()
  const by = { id: actor.id, name: actor.name }
  const result = await changeAlias(db, scopeOf(actor), by, { schoolId: id, ...form.value, today: today() })
  if (!result.ok && result.refusal === 'not-found') throw notFound()
  if (!result.ok && result.refusal === 'unit-not-yours') throw forbidden()
  throw redirect(`/registry/schools/${id}`)
}
