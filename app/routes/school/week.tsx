import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { addDays, isDay, today } from '#app/calendar-day.ts'
import { complianceText } from '#app/features/compliance/compliance.text.ts'
import { weekOf } from '#app/features/compliance/week.server.ts'
import { useWeekAnswer, WeekAtAGlance } from '#app/features/compliance/week-at-a-glance.tsx'
import { timetableText } from '#app/features/timetable/timetable.text.ts'
import { countToConfirm } from '#app/features/upload-links/upload-links.queries.server.ts'
import { uploadLinksText } from '#app/features/upload-links/upload-links.text.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Notice, Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Search = z.object({ day: z.string().refine(isDay).optional() })

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (actor.role !== 'school' || actor.schoolId === null) throw forbidden()
  const { day } = parseSearch(request, Search)
  const asked = { schoolId: actor.schoolId, today: today(), ...(day !== undefined && { day }) }
  const week = await weekOf(db, scopeOf(actor), asked)
  if (week === undefined) throw notFound()
  return { ...week, toConfirm: await countToConfirm(db, scopeOf(actor), asked.today) }
}

export default function SchoolWeek() {
  const week = useLoaderData<typeof loader>()
  const t = useSay()
  return (
    <Page
      exports={{ from: `/schools/${week.school.id}/compliance?period=week&day=${week.from}` }}
      title={`${week.school.name} · ${t(complianceText.weekTitle)}`}
      answer={useWeekAnswer(week)}
      asOf={t(complianceText.asOf, { from: week.from, to: week.to })}
      actions={
        <Link className={button.primary} to="/import">
          {t(complianceText.upload)}
        </Link>
      }
    >
      {week.toConfirm > 0 && (
        <Notice kind="problem">
          {t(uploadLinksText.toConfirm, { count: week.toConfirm })}{' '}
          <Link to="/upload-links">{t(uploadLinksText.confirmThem)}</Link>
        </Notice>
      )}
      <p className={button.row}>
        <Link className={button.quiet} rel="prev" to={`/week?day=${addDays(week.from, -7)}`}>
          ‹ {t(complianceText.before)}
        </Link>
        <Link className={button.quiet} rel="next" to={`/week?day=${addDays(week.from, 7)}`}>
          {t(complianceText.after)} ›
        </Link>
        <Link className={button.quiet} to={`/schools/${week.school.id}/compliance?period=month`}>
          {t(complianceText.toSchool)}
        </Link>
        <Link className={button.quiet} to={`/schools/${week.school.id}/timetable?day=${week.from}`}>
          {t(timetableText.timetable)}
        </Link>
      </p>
      <WeekAtAGlance week={week} />
    </Page>
  )
}
