import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { removeWord } from '#app/features/words/keep-words.server.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.keepWords(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const result = await removeWord(db, scopeOf(actor), actor, { id, today: today() })
  if (result.ok) throw redirect('/words?done=removed')
  throw result.refusal === 'not-allowed' ? forbidden() : notFound()
}
