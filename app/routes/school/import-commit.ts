import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { importerOf } from '#app/auth/importer.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { askToCommit } from '#app/features/imports/ask-to-commit.server.ts'
import { notFound } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

export async function action(asked: ActionFunctionArgs) {
  const importer = await importerOf(asked)
  const form = await asked.request.formData()
  const result = await askToCommit(db, {
    ...importer,
    today: today(),
    now: now(),
    skipBadRows: form.get('skipBadRows') === 'yes',
  })
  if (result.ok) throw redirect(`/imports/${importer.id}`)
  if (result.refusal === 'not-found') throw notFound()
  throw redirect(`/imports/${importer.id}?refused=${result.refusal}`)
}
