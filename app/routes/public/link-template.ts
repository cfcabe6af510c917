import type { LoaderFunctionArgs } from '@remix-run/node'
import { now, today } from '#app/calendar-day.ts'
import { sheetTitles } from '#app/features/imports/imports.text.ts'
import { makeTemplate } from '#app/features/imports/make-template.server.ts'
import { admitAttempt } from '#app/features/upload-links/admit-attempt.server.ts'
import { closedStatus } from '#app/features/upload-links/closed-link.tsx'
import { openLink } from '#app/features/upload-links/open-link.server.ts'
import { download } from '#app/http/downloads.server.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { say } from '#app/i18n/text.ts'
import { db } from '#db/index.server.ts'

/** The template of the link's sheet for the week of its first day; the page of the link says why there is none. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const [client, at] = [context.client ?? '', now()]
  const answer = await openLink(db, params.token ?? '', { today: today(), now: at, client })
  if (!answer.ok) throw new Response(null, { status: closedStatus[answer.refusal] })
  const { link, state, school, scope } = answer.opened
  if (state !== 'open') throw new Response(null, { status: closedStatus[state] })
  if (!(await admitAttempt(db, { kind: 'template', linkId: link.id, client }, at)))
    throw new Response(null, { status: closedStatus['too-many'] })
  const locale = await localeOf(request)
  const bytes = await makeTemplate(db, scope, link.sheet, { locale, school, day: link.firstDay })
  return download(bytes, `${school.name}_${say(locale, sheetTitles[link.sheet])}_${link.firstDay}.xlsx`)
}
