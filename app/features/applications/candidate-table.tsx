import { Link } from '@remix-run/react'
import { useSay } from '#app/i18n/use-say.ts'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import { spoken } from './application-number.rule.ts'
import { ApplicationStatus } from './application-state.tsx'
import type { CandidateRow, Component } from './candidates.queries.server.ts'
import { scoreText } from './score.rule.ts'
import { wayText } from './way.text.ts'

const components: readonly Component[] = ['WRITTEN', 'SKILL', 'EXTRA']

interface CandidateTableProps {
  candidates: readonly CandidateRow[]
  /** Whether people are chosen in it, for a form around it. */
  isChoice: boolean
}

/** The candidates of a post with where each stands; a name leads to all that may be done. */
export function CandidateTable({ candidates, isChoice }: CandidateTableProps) {
  const t = useSay()
  return (
    <TableFrame label={t(wayText.candidates)}>
      <table className={`${table.table} ${table.sticky}`}>
        <thead>
          <tr>
            {isChoice && <th scope="col">{t(wayText.chosen)}</th>}
            <th scope="col">{t(wayText.name)}</th>
            <th scope="col">{t(wayText.state)}</th>
            <th scope="col" className={table.number}>
              {t(wayText.rank)}
            </th>
            {components.map(component => (
              <th scope="col" className={table.number} key={component}>
                {t(wayText.components[component])}
              </th>
            ))}
            <th scope="col">{t(wayText.number)}</th>
          </tr>
        </thead>
        <tbody>
          {candidates.map(one => (
            <tr key={one.id}>
              {isChoice && (
                <td>
                  <input
                    type="checkbox"
                    name="chosen"
                    value={one.id}
                    aria-label={t(wayText.choose, { name: one.name })}
                  />
                </td>
              )}
              <th scope="row">
                <Link to={`/recruitment/applications/${one.id}`}>{one.name}</Link>
              </th>
              <td>
                <ApplicationStatus state={one.state} />
              </td>
              <td className={table.number}>{one.rank ?? '—'}</td>
              {components.map(component => (
                <td className={table.number} key={component}>
                  <ScoreCell score={one.scores[component]} />
                </td>
              ))}
              <td className={table.nowrap}>{spoken(one.number)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

export function ScoreCell({ score }: { score: number | null | undefined }) {
  const t = useSay()
  if (score === undefined) return <>—</>
  return <>{score === null ? t(wayText.absent) : scoreText(score)}</>
}
