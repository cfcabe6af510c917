import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { can } from '#app/auth/permissions.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { listSportNames, listSports } from '#app/features/sports/sports.queries.server.ts'
import { sportsText } from '#app/features/sports/sports.text.ts'
import { SportsTable } from '#app/features/sports/sports-table.tsx'
import { forbidden } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

/** The catalogue of sports with the names under which files know them. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeReference(actor)) throw forbidden()
  const aliases = new Map((await listSportNames(db)).map(sport => [sport.code, sport.aliases]))
  const sports = await listSports(db)
  return { sports: sports.map(sport => ({ ...sport, aliases: aliases.get(sport.code) ?? [] })) }
}

export default function Sports() {
  const { sports } = useLoaderData<typeof loader>()
  const t = useSay()
  return (
    <Page exports title={t(sportsText.title)} answer={t(sportsText.answer)}>
      <SportsTable sports={sports} />
    </Page>
  )
}
