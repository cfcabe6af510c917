import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, useLoaderData, useLocation } from '@remix-run/react'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { complianceText } from '#app/features/compliance/compliance.text.ts'
import { complianceOverview } from '#app/features/compliance/compliance-overview.server.ts'
import { PeriodSearch } from '#app/features/compliance/compliance-search.ts'
import { ComplianceTable } from '#app/features/compliance/compliance-table.tsx'
import { PeriodSwitch } from '#app/features/compliance/period-switch.tsx'
import { SilentList } from '#app/features/compliance/silent-list.tsx'
import { useAnswer } from '#app/features/compliance/use-answer.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden } from '#app/http/responses.ts'
import { useLocale, useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Page, Section } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeCompliance(actor)) throw forbidden()
  const scope = scopeOf(actor)
  const { search } = new URL(request.url)
  if (scope.kind === 'unit') throw redirect(`/compliance/units/${scope.unitCode}${search}`)
  if (scope.kind === 'school') throw redirect(`/schools/${scope.schoolId}/compliance${search}`)
  const { period, day = today() } = parseSearch(request, PeriodSearch)
  const { schools, ...overview } = await complianceOverview(db, scope, { period, day, today: today() })
  return { ...overview, day, schoolCount: schools.length }
}

export default function CityCompliance() {
  const { units, total, period, day, from, to, silent } = useLoaderData<typeof loader>()
  const { search } = useLocation()
  const t = useSay()
  const locale = useLocale()
  return (
    <Page
      exports={{
        lists: [
          { of: 'units', label: t(complianceText.units) },
          { of: 'schools', label: t(complianceText.schools) },
          { of: 'silent', label: t(complianceText.silent) },
        ],
      }}
      title={t(complianceText.title)}
      answer={useAnswer(total)}
      asOf={t(complianceText.asOf, { from, to })}
      actions={
        <Link className={button.button} to={`/compliance/export${search}`} reloadDocument>
          {t(complianceText.export)}
        </Link>
      }
    >
      <PeriodSwitch period={period} day={day} />
      <Section title={t(complianceText.units)}>
        <ComplianceTable
          label={t(complianceText.units)}
          of={t(complianceText.unit)}
          total={total}
          lines={units.map(unit => ({
            ...unit,
            key: unit.code,
            name: locale === 'en' ? unit.nameEn : unit.name,
            to: `/compliance/units/${unit.code}${search}`,
          }))}
        />
      </Section>
      <SilentList {...silent} />
    </Page>
  )
}
