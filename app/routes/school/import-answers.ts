import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { answerProblems } from '#app/features/imports/answer-problems.server.ts'
import { answersIn, rememberedIn } from '#app/features/imports/answers-form.ts'
import { previewAfter } from '#app/features/imports/preview-address.ts'
import { rememberAnswer } from '#app/features/imports/remember-answer.server.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.importSheets(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const form = await request.formData()
  const remembered = rememberedIn(form)
  const by = {
    id,
    scope: scopeOf(actor),
    actor: { id: actor.id, name: actor.name },
    today: today(),
    now: now(),
  }
  const taught = remembered === null ? null : await rememberAnswer(db, { ...by, remembered })
  // Whatever else was typed is kept, and a word that was taught is read with it.
  const result = await answerProblems(db, { ...by, answers: answersIn(form) })
  if (!result.ok && result.refusal === 'not-found') throw notFound()
  throw redirect(previewAfter(id, form, result, taught))
}
