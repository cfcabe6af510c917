import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { changeKinds } from '#app/features/activity/change-kinds.server.ts'
import { badRequest, forbidden } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

const Kinds = z.array(z.string().max(24)).max(50)

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeDailyHour(actor)) throw forbidden()
  const kinds = Kinds.safeParse((await request.formData()).getAll('kind'))
  if (!kinds.success) throw badRequest()
  const by = { id: actor.id, name: actor.name }
  const result = await changeKinds(db, scopeOf(actor), by, kinds.data)
  throw redirect(`/settings/daily-hour?${result.ok ? 'saved=1' : `refused=${result.refusal}`}`)
}
