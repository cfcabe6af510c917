import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { spoken } from '#app/features/applications/application-number.rule.ts'
import { stateWords } from '#app/features/applications/application-states.text.ts'
import { matchingText } from '#app/features/matching/matching.text.ts'
import { readCandidates } from '#app/features/matching/read-candidates.server.ts'
import { Reasons, VerdictStatus } from '#app/features/matching/reasons.tsx'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { EmptyState, Page } from '#app/ui/page.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ number: z.string().max(40) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeMatching(actor)) throw forbidden()
  const found = await readCandidates(db, scopeOf(actor), parseParams(params, Params).number, today())
  if (found === null) throw notFound()
  const { title, number, unitCode } = found.post
  return { title, number, unitCode, candidates: found.candidates }
}

export default function MatchingPost() {
  const { title, unitCode, candidates } = useLoaderData<typeof loader>()
  const t = useSay()
  const eligible = candidates.filter(one => one.verdict === 'eligible').length
  return (
    <Page
      exports
      title={t(matchingText.candidatesFor, { post: title })}
      crumbs={[{ to: `/matching?unit=${unitCode}`, label: t(matchingText.title) }]}
      answer={t(matchingText.candidatesAnswer, { count: candidates.length, eligible })}
      asOf={t(matchingText.candidatesMean)}
    >
      {candidates.length === 0 ? <EmptyState>{t(matchingText.noCandidates)}</EmptyState> : <CandidateTable />}
    </Page>
  )
}

function CandidateTable() {
  const { candidates } = useLoaderData<typeof loader>()
  const t = useSay()
  return (
    <TableFrame label={t(matchingText.posts)}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t(matchingText.name)}</th>
            <th scope="col" className={table.number}>
              {t(matchingText.points)}
            </th>
            <th scope="col">{t(matchingText.why)}</th>
            <th scope="col">{t(matchingText.applied)}</th>
          </tr>
        </thead>
        <tbody>
          {candidates.map((one, place) => (
            <tr key={one.id}>
              <th scope="row">
                {place + 1}. {one.name} <VerdictStatus verdict={one.verdict} />
              </th>
              <td className={table.number}>{one.points}</td>
              <td>
                <Reasons reasons={one.reasons} rules={one.rules} />
              </td>
              <td>
                {one.applications.map(({ number, postTitle, state }) => (
                  <div key={number}>
                    {postTitle} · {t(stateWords[state])} · {spoken(number)}
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
