import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { importerOf } from '#app/auth/importer.server.ts'
import { today } from '#app/calendar-day.ts'
import { undoImport } from '#app/features/imports/undo-import.server.ts'
import { notFound } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

export async function action(asked: ActionFunctionArgs) {
  const importer = await importerOf(asked)
  const result = await undoImport(db, { ...importer, today: today() })
  if (result.ok) throw redirect(`/imports/${importer.id}`)
  if (result.refusal === 'not-found') throw notFound()
  const why = new URLSearchParams({
    notUndone: result.refusal,
    ...(result.later && { later: result.later.id }),
  })
  throw redirect(`/imports/${importer.id}?${why}`)
}
