import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { isDay, today } from '#app/calendar-day.ts'
import { coverageText } from '#app/features/program/coverage.text.ts'
import {
  Actions,
  AsOfLine,
  DayFilter,
  MixWarning,
  Signatures,
} from '#app/features/program/coverage-frame.tsx'
import { livingText } from '#app/features/program/living.text.ts'
import { readUnitCoverage } from '#app/features/program/read-unit-coverage.server.ts'
import { SchoolsTable } from '#app/features/program/schools-table.tsx'
import { StagesTable } from '#app/features/program/stages-table.tsx'
import { parseParams, parseSearch } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { EmptyState, Page, Section } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ code: z.string().max(8) })
const Search = z.object({ asOf: z.string().refine(isDay).optional() })

/** One unit: its verdict, the sports that come closest, and the schools behind them. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeCoverage(actor)) throw forbidden()
  const { code } = parseParams(params, Params)
  const { asOf: chosen } = parseSearch(request, Search)
  const search = chosen === undefined ? '' : `?asOf=${chosen}`
  const asked = {
    asOf: chosen ?? today(),
    unitCode: code,
    locale: await localeOf(request),
    search,
    seesChecks: can.recordEntryChecks(actor),
  }
  const unit = await readUnitCoverage(db, scopeOf(actor), asked)
  if (unit === null) throw notFound()
  return { ...unit, asOf: asked.asOf, search, mayPlace: can.changePlacements(actor) }
}

export default function CoverageUnit() {
  const { unit, rule, best, unplaced, sports, schools, asOf, search, mayPlace } =
    useLoaderData<typeof loader>()
  const t = useSay()
  return (
    <Page
      exports={{
        from: `/coverage?unit=${unit.code}&asOf=${asOf}`,
        lists: [
          { of: 'figures', label: t(coverageText.title) },
          { of: 'placements', label: t(livingText.details) },
        ],
      }}
      title={`${unit.name} · ${t(coverageText.title)}`}
      crumbs={[{ to: `/coverage${search}`, label: t(coverageText.title) }]}
      answer={[
        t(coverageText.named, { name: unit.name, verdict: t(coverageText.unitAnswer, unit) }),
        t(livingText.unitAnswer, unit),
      ].join(t(coverageText.semicolon))}
      asOf={<AsOfLine asOf={asOf} rule={rule} />}
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
      <MixWarning mix={unit.mix} gates={rule.mix} />
      <Section title={t(coverageText.bestTitle)}>
        <p>{t(coverageText.bestMeans)}</p>
        {best.length > 0 && (
          <StagesTable lines={best} head={t(coverageText.sport)} label={t(coverageText.bestTitle)} />
        )}
        {unplaced.count > 0 && <p>{t(coverageText.unplaced, unplaced)}</p>}
      </Section>
      {sports.length > best.length && (
        <Section title={t(coverageText.allSports)}>
          <StagesTable lines={sports} head={t(coverageText.sport)} label={t(coverageText.allSports)} />
        </Section>
      )}
      <Section title={t(coverageText.schoolsTitle)}>
        {schools.length === 0 ? (
          <EmptyState>{t(coverageText.nothingHere)}</EmptyState>
        ) : (
          <SchoolsTable schools={schools} label={t(coverageText.schoolsTitle)} />
        )}
      </Section>
      <p>{t(livingText.means, rule)}</p>
      <Signatures />
    </Page>
  )
}
