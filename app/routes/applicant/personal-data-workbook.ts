import type { LoaderFunctionArgs } from '@remix-run/node'
import { can } from '#app/auth/permissions.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now } from '#app/calendar-day.ts'
import { exportPerson } from '#app/features/personal-data/export-person.server.ts'
import { download } from '#app/http/downloads.server.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { db } from '#db/index.server.ts'

/** All that is kept of whoever asks, as a workbook. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.keepProfile(actor)) throw forbidden()
  const bytes = await exportPerson(db, actor, { locale: await localeOf(request), now: now() })
  if (bytes === null) throw notFound()
  return download(bytes, '个人数据.xlsx')
}
