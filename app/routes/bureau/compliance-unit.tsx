import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData, useLocation } from '@remix-run/react'
import { z } from 'zod'
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
import { parseParams, parseSearch } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { useLocale, useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { EmptyState, Page, Section } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ code: z.string().regex(/^[0-9A-Z]{6}$/) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const { code } = parseParams(params, Params)
  if (!can.seeCompliance(actor) || !mayOpen(actor.role, actor.unitCode, code)) throw forbidden()
  const { period, day = today() } = parseSearch(request, PeriodSearch)
  const asked = { period, day, today: today(), unitCode: code }
  const { units, ...overview } = await complianceOverview(db, scopeOf(actor), asked)
  const unit = units[0]
  if (unit === undefined) throw notFound()
  return { ...overview, unit, day }
}

function mayOpen(role: string, own: string | null, code: string): boolean {
  return role === 'unit' ? own === code : role !== 'school'
}

export default function UnitCompliance() {
  const { unit, schools, total, period, day, from, to, silent } = useLoaderData<typeof loader>()
  const { search } = useLocation()
  const t = useSay()
  const name = useLocale() === 'en' ? unit.nameEn : unit.name
  const title = `${name} · ${t(complianceText.title)}`
  return (
    <Page
      exports={{
        from: `/compliance?${new URLSearchParams({ period: period.kind, day, unit: unit.code })}`,
        lists: [
          { of: 'schools', label: t(complianceText.schools) },
          { of: 'silent', label: t(complianceText.silent) },
        ],
      }}
      title={title}
      crumbs={[{ to: `/compliance${search}`, label: t(complianceText.city) }]}
      answer={useAnswer(total)}
      asOf={t(complianceText.asOf, { from, to })}
      actions={
        <Link
          className={button.button}
          to={`/compliance/export?${new URLSearchParams({ period: period.kind, day, unit: unit.code })}`}
          reloadDocument
        >
          {t(complianceText.export)}
        </Link>
      }
    >
      <PeriodSwitch period={period} day={day} />
      <Section title={t(complianceText.schools)}>
        {schools.length === 0 ? (
          <EmptyState>{t(complianceText.noSchools)}</EmptyState>
        ) : (
          <ComplianceTable
            label={t(complianceText.schools)}
            of={t(complianceText.school)}
            total={total}
            lines={schools.map(school => ({
              ...school,
              key: school.id,
              to: `/schools/${school.id}/compliance${search}`,
            }))}
          />
        )}
      </Section>
      <SilentList {...silent} />
    </Page>
  )
}
