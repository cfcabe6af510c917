import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { isDay, today } from '#app/calendar-day.ts'
import { coverageText } from '#app/features/program/coverage.text.ts'
import { Actions, AsOfLine, DayFilter, Signatures } from '#app/features/program/coverage-frame.tsx'
import { CoverageTable } from '#app/features/program/coverage-table.tsx'
import { livingText } from '#app/features/program/living.text.ts'
import { matrixOf } from '#app/features/program/matrix.rule.ts'
import { readCoverage } from '#app/features/program/read-coverage.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { EmptyState, Page, Section } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Search = z.object({ asOf: z.string().refine(isDay).optional() })

/** Which units meet the plan, and what the others lack. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeCoverage(actor)) throw forbidden()
  const { asOf: chosen } = parseSearch(request, Search)
  const asOf = chosen ?? today()
  const locale = await localeOf(request)
  const report = await readCoverage(db, scopeOf(actor), { asOf })
  if (report === null) return { asOf, report: null, mayPlace: false, search: '' }
  const { rule, unitsMet, unitsLiving, unitsObliged } = report
  return {
    asOf,
    mayPlace: can.changePlacements(actor),
    search: chosen === undefined ? '' : `?asOf=${asOf}`,
    report: {
      rule,
      unitsMet,
      unitsLiving,
      unitsObliged,
      short: report.units
        .filter(unit => !unit.met)
        .map(({ name, nameEn, met, gap }) => ({ name: locale === 'en' ? nameEn : name, met, gap })),
      matrix: matrixOf(report.units, report, locale),
      others: matrixOf(report.others, report, locale),
    },
  }
}

export default function Coverage() {
  const { asOf, report, search, mayPlace } = useLoaderData<typeof loader>()
  const t = useSay()
  if (report === null) {
    return (
      <Page title={t(coverageText.title)} answer={t(coverageText.noRule, { asOf })}>
        <DayFilter asOf={asOf} />
      </Page>
    )
  }
  const verdicts = report.short.map(unit =>
    t(coverageText.named, { name: unit.name, verdict: t(coverageText.unitAnswer, unit) }),
  )
  return (
    <Page
      exports={{
        from: `/coverage?asOf=${asOf}`,
        lists: [
          { of: 'figures', label: t(coverageText.title) },
          { of: 'placements', label: t(livingText.details) },
        ],
      }}
      title={t(coverageText.title)}
      answer={[
        t(coverageText.cityAnswer, { met: report.unitsMet, obliged: report.unitsObliged }),
        t(livingText.cityAnswer, { living: report.unitsLiving }),
        ...verdicts,
      ].join(t(coverageText.semicolon))}
      asOf={<AsOfLine asOf={asOf} rule={report.rule} />}
      actions={
        <Actions>
          {mayPlace && (
            <Link className={button.primary} to="/placements/new">
              {t(coverageText.addPlacement)}
            </Link>
          )}
        </Actions>
      }
    >
      <DayFilter asOf={asOf} />
      {report.matrix.units.length === 0 ? (
        <EmptyState>{t(coverageText.nothingHere)}</EmptyState>
      ) : (
        <CoverageTable matrix={report.matrix} label={t(coverageText.reportTitle)} search={search} withTotal />
      )}
      {report.others.units.length > 0 && (
        <Section title={t(coverageText.othersTitle)}>
          <p>{t(coverageText.othersMean)}</p>
          <CoverageTable matrix={report.others} label={t(coverageText.othersTitle)} search={search} />
        </Section>
      )}
      <p>{t(livingText.means, report.rule)}</p>
      <Signatures />
    </Page>
  )
}
