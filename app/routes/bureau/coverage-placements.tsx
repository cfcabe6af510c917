import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { isDay, today } from '#app/calendar-day.ts'
import { coverageText } from '#app/features/program/coverage.text.ts'
import { Actions, AsOfLine, DayFilter, Signatures } from '#app/features/program/coverage-frame.tsx'
import { explainCoverage } from '#app/features/program/explain-coverage.server.ts'
import { livingText } from '#app/features/program/living.text.ts'
import { PlacementsTable } from '#app/features/program/placements-table.tsx'
import { stages } from '#app/features/program/program.rule.ts'
import { parseParams, parseSearch } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import page from '#app/ui/page.module.css'
import { EmptyState, Page } from '#app/ui/page.tsx'
import { Status } from '#app/ui/status.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ code: z.string().max(8), sport: z.string().max(30) })
const Search = z.object({ asOf: z.string().refine(isDay).optional() })

/** The schools behind each number of one sport in one unit, those that do not count too. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeCoverage(actor)) throw forbidden()
  const { code, sport } = parseParams(params, Params)
  const { asOf: chosen } = parseSearch(request, Search)
  const asOf = chosen ?? today()
  const asked = { asOf, unitCode: code, sport, seesChecks: can.recordEntryChecks(actor) }
  const explained = await explainCoverage(db, scopeOf(actor), asked)
  if (explained === null) throw notFound()
  const isEnglish = (await localeOf(request)) === 'en'
  const { unit, placements } = explained
  const coverage = unit.sports.find(one => one.code === sport)
  return {
    asOf,
    search: chosen === undefined ? '' : `?asOf=${asOf}`,
    unit: { code, name: isEnglish ? unit.nameEn : unit.name },
    sport: { code: sport, name: isEnglish ? explained.sport.nameEn : explained.sport.name },
    rule: unit.rule,
    stages: stages.map(stage => ({
      stage,
      have: coverage?.stages[stage].have ?? 0,
      need: unit.rule[stage],
      living: coverage?.stages[stage].living ?? 0,
      counting: placements.filter(one => one.stage === stage && one.whyNot === null),
      others: placements.filter(one => one.stage === stage && one.whyNot !== null),
    })),
    mayPlace: can.changePlacements(actor),
  }
}

export default function CoveragePlacements() {
  const { unit, sport, rule, stages: parts, asOf, search, mayPlace } = useLoaderData<typeof loader>()
  const t = useSay()
  const gap = parts.reduce((sum, { have, need }) => sum + Math.max(0, need - have), 0)
  return (
    <Page
      exports={{
        from: `/coverage?unit=${unit.code}&sport=${sport.code}&asOf=${asOf}`,
        lists: [{ of: 'placements', label: t(livingText.details) }],
      }}
      title={`${unit.name} · ${sport.name}`}
      crumbs={[
        { to: `/coverage${search}`, label: t(coverageText.title) },
        { to: `/coverage/units/${unit.code}${search}`, label: unit.name },
        { to: `/coverage/sports/${sport.code}${search}`, label: sport.name },
      ]}
      answer={t(coverageText.named, {
        name: `${unit.name} ${sport.name}${t(coverageText.colon)}`,
        verdict: gap === 0 ? t(coverageText.met) : t(coverageText.unitAnswer, { met: false, gap }),
      })}
      asOf={<AsOfLine asOf={asOf} rule={rule} />}
      actions={
        mayPlace && (
          <Actions>
            <Link className={button.primary} to={`/placements/new?sport=${sport.code}`}>
              {t(coverageText.addPlacement)}
            </Link>
          </Actions>
        )
      }
    >
      <DayFilter asOf={asOf} />
      {parts.map(({ stage, have, need, living, counting, others }) => (
        <section key={stage} id={stage} className={page.section}>
          <h2>
            {`${t(coverageText.stage[stage])} ${have}/${need} `}
            <Status
              kind={have >= need ? 'met' : 'short'}
              label={have >= need ? t(coverageText.met) : t(coverageText.lacks, { gap: need - have })}
            />{' '}
            <Status
              kind={living >= need ? 'living' : 'missing'}
              label={`${t(livingText.living)} ${living}/${need}`}
            />
          </h2>
          {counting.length > 0 && (
            <PlacementsTable
              lines={counting}
              label={`${t(coverageText.stage[stage])} ${t(coverageText.countsTitle)}`}
              why={false}
            />
          )}
          {others.length > 0 && (
            <>
              <h3>{t(coverageText.notCounting)}</h3>
              <PlacementsTable
                lines={others}
                label={`${t(coverageText.stage[stage])} ${t(coverageText.notCounting)}`}
                why
              />
            </>
          )}
          {counting.length + others.length === 0 && <EmptyState>{t(coverageText.nothingHere)}</EmptyState>}
        </section>
      ))}
      <p>{t(livingText.means, rule)}</p>
      <Signatures />
    </Page>
  )
}
