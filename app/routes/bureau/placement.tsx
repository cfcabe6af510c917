import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { coverageText } from '#app/features/program/coverage.text.ts'
import { Actions } from '#app/features/program/coverage-frame.tsx'
import { livingText } from '#app/features/program/living.text.ts'
import { placementText } from '#app/features/program/placement.text.ts'
import { PlacementHistory } from '#app/features/program/placement-history.tsx'
import { PlacementLife } from '#app/features/program/placement-life.tsx'
import { readPlacement, readPlacementLife } from '#app/features/program/read-placement.server.ts'
import { parseParams, parseSearch } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Notice, Page, Section } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })
const Search = z.object({ saved: z.literal('1').optional() })

/** One placement with everything that stood before and after it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeCoverage(actor)) throw forbidden()
  const asked = {
    placementId: parseParams(params, Params).id,
    today: today(),
    locale: await localeOf(request),
  }
  const found = await readPlacement(db, scopeOf(actor), asked)
  if (found === null) throw notFound()
  const { today: asOf, locale } = asked
  return {
    ...found,
    life: await readPlacementLife(db, scopeOf(actor), found.placement, {
      asOf,
      locale,
      seesChecks: can.recordEntryChecks(actor),
    }),
    mayPlace: can.changePlacements(actor),
    saved: parseSearch(request, Search).saved === '1',
  }
}

export default function Placement() {
  const { placement, sport, history, life, mayPlace, saved } = useLoaderData<typeof loader>()
  const t = useSay()
  const stage = t(coverageText.stage[placement.stage])
  return (
    <Page
      title={`${placement.name} · ${sport} · ${stage}`}
      crumbs={[
        { to: '/coverage', label: t(coverageText.title) },
        { to: `/coverage/units/${placement.unitCode}/${placement.sport}`, label: sport },
      ]}
      exports
      actions={
        mayPlace && (
          <Actions>
            <Link className={button.button} to={`/placements/${placement.id}/change`}>
              {t(placementText.change)}
            </Link>
            <Link className={button.danger} to={`/placements/${placement.id}/end`}>
              {t(placementText.end)}
            </Link>
          </Actions>
        )
      }
    >
      {saved && <Notice kind="done">{t(placementText.saved)}</Notice>}
      {life !== null && (
        <Section title={t(livingText.title)}>
          <p>{t(livingText.makesLive, { unit: life.unit, sport, stage, ...life.cell })}</p>
          <p>
            {life.whyNot === null ? (
              <PlacementLife life={life.life} />
            ) : (
              `${t(coverageText.notCounting)}${t(coverageText.colon)}${t(coverageText.whyNot[life.whyNot])}`
            )}
          </p>
          <p>
            {t(livingText.behind)}
            {t(coverageText.colon)}
            {life.instructors.length > 0 ? life.instructors.join('、') : t(livingText.nobody)}
          </p>
          <p>{t(livingText.means, life.rule)}</p>
        </Section>
      )}
      <Section title={t(placementText.history)}>
        <p>{t(placementText.historyMeans)}</p>
        <PlacementHistory placements={history} current={placement.id} label={t(placementText.history)} />
      </Section>
    </Page>
  )
}
