import { Link } from '@remix-run/react'
import { inCity } from '#app/calendar-day.ts'
import { useLocale, useSay } from '#app/i18n/use-say.ts'
import { EmptyState } from '#app/ui/page.tsx'
import { Status } from '#app/ui/status.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import { windowLooks } from './board-list.tsx'
import { postText, recruitmentText, windowWords } from './posts.text.ts'
import type { WindowState } from './round.rule.ts'

export interface RoundLine {
  id: string
  name: string
  document: string
  unitName: string
  unitNameEn: string
  opensAt: string
  closesAt: string
  state: WindowState
  /** Whether the reader may change it. */
  isYours: boolean
}

/** Rounds with their windows; where the reader drafts, the way to a new post of each that has not closed. */
export function RoundTable({ rounds, mayDraft }: { rounds: readonly RoundLine[]; mayDraft: boolean }) {
  const t = useSay()
  if (rounds.length === 0)
    return (
      <EmptyState>
        <p>{t(recruitmentText.noRounds)}</p>
        <p>{t(recruitmentText.noRoundsNext)}</p>
      </EmptyState>
    )
  return (
    <TableFrame label={t(recruitmentText.rounds)}>
      <table className={`${table.table} ${table.sticky}`}>
        <thead>
          <tr>
            {[postText.round, postText.unit, postText.document, postText.window, postText.state].map(head => (
              <th key={head['zh-CN']} scope="col">
                {t(head)}
              </th>
            ))}
            {mayDraft && <th scope="col">{t(recruitmentText.handle)}</th>}
          </tr>
        </thead>
        <tbody>
          {rounds.map(round => (
            <Line key={round.id} round={round} mayDraft={mayDraft} />
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function Line({ round, mayDraft }: { round: RoundLine; mayDraft: boolean }) {
  const t = useSay()
  const isEnglish = useLocale() === 'en'
  return (
    <tr>
      <th scope="row" lang="zh-CN">
        {round.isYours ? <Link to={`/recruitment/rounds/${round.id}`}>{round.name}</Link> : round.name}
      </th>
      <td>{isEnglish ? round.unitNameEn : round.unitName}</td>
      <td>{round.document}</td>
      <td>{t(postText.windowFromTo, { from: inCity(round.opensAt), to: inCity(round.closesAt) })}</td>
      <td>
        <Status kind={windowLooks[round.state]} label={t(windowWords[round.state])} />
      </td>
      {mayDraft && (
        <td>
          {round.state !== 'closed' && (
            <Link to={`/recruitment/posts/new?round=${round.id}`}>{t(recruitmentText.draftPost)}</Link>
          )}
        </td>
      )}
    </tr>
  )
}
