import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { importerOf } from '#app/auth/importer.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { answerProblems } from '#app/features/imports/answer-problems.server.ts'
import { answersIn, rememberedIn } from '#app/features/imports/answers-form.ts'
import { previewAfter } from '#app/features/imports/preview-address.ts'
import { rememberAnswer } from '#app/features/imports/remember-answer.server.ts'
import { notFound } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

export async function action(asked: ActionFunctionArgs) {
  const by = { ...(await importerOf(asked)), today: today(), now: now() }
  const form = await asked.request.formData()
  const remembered = rememberedIn(form)
  const taught = remembered === null ? null : await rememberAnswer(db, { ...by, remembered })
  // Whatever else was typed is kept, and a word that was taught is read with it.
  const result = await answerProblems(db, { ...by, answers: answersIn(form) })
  if (!result.ok && result.refusal === 'not-found') throw notFound()
  throw redirect(previewAfter(by.id, form, result, taught))
}
