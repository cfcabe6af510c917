import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { isDay, today } from '#app/calendar-day.ts'
import { coverageText } from '#app/features/program/coverage.text.ts'
import { AsOfLine, DayFilter, Signatures } from '#app/features/program/coverage-frame.tsx'
import { livingText } from '#app/features/program/living.text.ts'
import { readSportCoverage } from '#app/features/program/read-sport-coverage.server.ts'
import { StagesTable } from '#app/features/program/stages-table.tsx'
import { parseParams, parseSearch } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ code: z.string().max(30) })
const Search = z.object({ asOf: z.string().refine(isDay).optional() })

/** One sport across the units. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeCoverage(actor)) throw forbidden()
  const { code } = parseParams(params, Params)
  const { asOf: chosen } = parseSearch(request, Search)
  const search = chosen === undefined ? '' : `?asOf=${chosen}`
  const asked = { asOf: chosen ?? today(), sport: code, locale: await localeOf(request), search }
  const sport = await readSportCoverage(db, scopeOf(actor), asked)
  if (sport === null) throw notFound()
  return { ...sport, code, asOf: asked.asOf, search }
}

export default function CoverageSport() {
  const { code, name, lines, met, living, obliged, rule, asOf, search } = useLoaderData<typeof loader>()
  const t = useSay()
  return (
    <Page
      exports={{
        from: `/coverage?sport=${code}&asOf=${asOf}`,
        lists: [
          { of: 'figures', label: t(coverageText.title) },
          { of: 'placements', label: t(livingText.details) },
        ],
      }}
      title={`${name} · ${t(coverageText.title)}`}
      crumbs={[{ to: `/coverage${search}`, label: t(coverageText.title) }]}
      answer={[
        t(coverageText.sportAnswer, { sport: name, met, obliged }),
        t(livingText.cityAnswer, { living }),
      ].join(t(coverageText.semicolon))}
      asOf={<AsOfLine asOf={asOf} rule={rule} />}
    >
      <DayFilter asOf={asOf} />
      <StagesTable lines={lines} head={t(coverageText.unit)} label={name} />
      <p>{t(livingText.means, rule)}</p>
      <Signatures />
    </Page>
  )
}
