import type { LoaderFunctionArgs } from '@remix-run/node'
import { today } from '#app/calendar-day.ts'
import { readNotices } from '#app/features/title-applications/read-notices.server.ts'
import { titleNoticesList } from '#app/features/title-applications/title-applications.list.ts'
import { exportList } from '#app/http/exports.server.ts'
import { db } from '#db/index.server.ts'

/** For everybody: the notices of titles. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const notices = await readNotices(db, { today: today() })
  return exportList(titleNoticesList, notices, { request, context, asOf: today() })
}
