import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { importerOf } from '#app/auth/importer.server.ts'
import { today } from '#app/calendar-day.ts'
import { giveUpWork } from '#app/features/imports/give-up-work.server.ts'
import { notFound } from '#app/http/responses.ts'
import { db } from '#db/index.server.ts'

export async function action(asked: ActionFunctionArgs) {
  const importer = await importerOf(asked)
  const result = await giveUpWork(db, { ...importer, today: today() })
  if (!result.ok && result.refusal === 'not-found') throw notFound()
  throw redirect(`/imports/${importer.id}`)
}
