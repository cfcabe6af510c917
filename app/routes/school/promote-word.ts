import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { vocabulariesOf } from '#app/features/imports/vocabularies.server.ts'
import { promoteWord } from '#app/features/words/keep-words.server.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.keepWords(actor)) throw forbidden()
  const asked = { id: parseParams(params, Params).id, today: today(), now: now() }
  const vocabularies = await vocabulariesOf(db)
  const result = await promoteWord(db, scopeOf(actor), actor, asked, kind => vocabularies[kind])
  if (result.ok) throw redirect('/words?done=promoted')
  if (result.refusal === 'not-found') throw notFound()
  if (result.refusal === 'not-allowed') throw forbidden()
  throw redirect('/words?refused=promote')
}
