import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { parseParams } from '#app/http/params.ts'
import { forbidden } from '#app/http/responses.ts'
import { can } from './permissions.ts'
import { type Scope, scopeOf } from './scope.ts'
import { requireActor } from './session.server.ts'

const Params = z.object({ id: z.string().length(26) })

/** Who does something to the import of the address, and among which; 403 for whoever may not import at all. */
export async function importerOf({
  request,
  params,
}: Pick<ActionFunctionArgs, 'request' | 'params'>): Promise<{
  id: string
  scope: Scope
  actor: { id: string; name: string }
}> {
  const actor = await requireActor(request)
  if (!can.importSheets(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  return { id, scope: scopeOf(actor), actor: { id: actor.id, name: actor.name } }
}
