import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData, useLocation } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { listTerms } from '#app/features/calendar/calendar.queries.server.ts'
import { ClassDayTable } from '#app/features/compliance/class-day-table.tsx'
import { classDaysOf } from '#app/features/compliance/class-days.server.ts'
import { complianceOf } from '#app/features/compliance/compliance.rule.ts'
import { complianceText } from '#app/features/compliance/compliance.text.ts'
import { PeriodSearch } from '#app/features/compliance/compliance-search.ts'
import { elapsedPart, periodOf } from '#app/features/compliance/period.rule.ts'
import { PeriodSwitch } from '#app/features/compliance/period-switch.tsx'
import { useAnswer } from '#app/features/compliance/use-answer.ts'
import { timetableText } from '#app/features/timetable/timetable.text.ts'
import { parseParams, parseSearch } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { EmptyState, Page, Section } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeCompliance(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const { period: kind, day = today() } = parseSearch(request, PeriodSearch)
  const period = periodOf(kind, day, await listTerms(db))
  const days = elapsedPart(period, today()) ?? period
  const asked = { from: days.from, to: days.to, schoolId: id, today: today() }
  const found = await classDaysOf(db, scopeOf(actor), asked)
  if (found === undefined) throw notFound()
  const { school, classDays, ...rest } = found
  return {
    ...rest,
    period,
    day,
    school: { id: school.id, name: school.name, unitCode: school.unitCode },
    ...complianceOf(classDays),
  }
}

export default function SchoolCompliance() {
  const { school, period, day, from, to, days, classes, classDays, rate } = useLoaderData<typeof loader>()
  const { search } = useLocation()
  const t = useSay()
  return (
    <Page
      exports
      title={`${school.name} · ${t(complianceText.title)}`}
      crumbs={[
        { to: `/compliance${search}`, label: t(complianceText.title) },
        { to: `/registry/schools/${school.id}`, label: school.name },
      ]}
      answer={useAnswer({ classDays, rate })}
      asOf={t(complianceText.asOf, { from, to })}
    >
      <PeriodSwitch period={period} day={day} />
      <p>
        <Link to={`/schools/${school.id}/timetable?day=${to}`}>{t(timetableText.timetable)}</Link>
      </p>
      <Section title={t(complianceText.heat)}>
        {classes.length === 0 || days.length === 0 ? (
          <EmptyState>
            {t(classes.length === 0 ? complianceText.noClasses : complianceText.nothingExpected)}
          </EmptyState>
        ) : (
          <ClassDayTable schoolId={school.id} days={days} classes={classes} />
        )}
      </Section>
    </Page>
  )
}
