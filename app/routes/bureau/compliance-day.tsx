import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { isDay, today } from '#app/calendar-day.ts'
import { complianceText } from '#app/features/compliance/compliance.text.ts'
import { DayRowsTable } from '#app/features/compliance/day-rows-table.tsx'
import { schoolDayOf } from '#app/features/compliance/school-day.server.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { EmptyState, Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26), day: z.string().refine(isDay) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeCompliance(actor)) throw forbidden()
  const { id, day } = parseParams(params, Params)
  const found = await schoolDayOf(db, scopeOf(actor), { schoolId: id, day, today: today() })
  if (found === undefined) throw notFound()
  return { ...found, school: { id: found.school.id, name: found.school.name } }
}

export default function SchoolDay() {
  const { school, day, classes } = useLoaderData<typeof loader>()
  const t = useSay()
  return (
    <Page
      exports
      title={`${school.name} · ${t(complianceText.dayTitle, { day })}`}
      crumbs={[
        { to: `/registry/schools/${school.id}`, label: school.name },
        {
          to: `/schools/${school.id}/compliance?period=week&day=${day}`,
          label: t(complianceText.title),
        },
      ]}
      asOf={t(complianceText.rule)}
    >
      {classes.length === 0 ? (
        <EmptyState>{t(complianceText.noRows)}</EmptyState>
      ) : (
        <DayRowsTable day={day} classes={classes} />
      )}
    </Page>
  )
}
