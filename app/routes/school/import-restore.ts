import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { importerOf } from '#app/auth/importer.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { restoreAnswer } from '#app/features/imports/answer-problems.server.ts'
import { placeIn } from '#app/features/imports/answers-form.ts'
import { previewAfter } from '#app/features/imports/preview-address.ts'
import { badRequest, notFound } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

export async function action(asked: ActionFunctionArgs) {
  const importer = await importerOf(asked)
  const form = await asked.request.formData()
  const at = placeIn(String(form.get('place') ?? ''))
  if (at === null) throw badRequest()
  const result = await restoreAnswer(db, {
    ...importer,
    today: today(),
    now: now(),
    sheet: at.sheet,
    place: at.cell,
  })
  if (!result.ok && result.refusal === 'not-found') throw notFound()
  throw redirect(previewAfter(importer.id, form, result))
}
