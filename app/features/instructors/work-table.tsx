import { Link } from '@remix-run/react'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { EmptyState } from '#app/ui/page.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import type { Stage } from '#db/tables.ts'
import { workText as text } from './coach-work.text.ts'
import { useLastDay, useStages } from './instructor-words.ts'
import { type WeeklyTime, writeWeeklyTimes } from './weekly-time.rule.ts'

interface WorkLine {
  id: string
  schoolName: string
  sport: string
  stages: readonly Stage[]
  times: readonly WeeklyTime[]
  hoursWeek: number
  validFrom: string
  validTo: string
  endReason: string
  renews: string | null
  isRenewed: boolean
  /** Stages of the 5621 cells that it makes live. */
  cells: readonly Stage[]
}

interface WorkTableProps {
  lines: readonly WorkLine[]
  sportName: (code: string) => string
  /** Whether the reader may renew and end. */
  mayChange: boolean
  mayEvaluate: boolean
}

/** Where somebody works, in which sport and when. */
export function WorkTable({ lines, sportName, mayChange, mayEvaluate }: WorkTableProps) {
  const t = useSay()
  const stages = useStages()
  const lastDay = useLastDay()
  if (lines.length === 0) return <EmptyState>{t(text.workNone)}</EmptyState>
  return (
    <TableFrame label={t(text.work)}>
      <table className={`${table.table} ${table.sticky}`}>
        <thead>
          <tr>
            {(['school', 'sport', 'stages', 'times'] as const).map(head => (
              <th key={head} scope="col">
                {t(text[head])}
              </th>
            ))}
            <th scope="col">{t(text.cells)}</th>
            <th scope="col" className={table.number}>
              {t(text.hoursWeek)}
            </th>
            <th scope="col">{t(text.from)}</th>
            <th scope="col">{t(text.until)}</th>
            {(mayChange || mayEvaluate) && <th scope="col">{t(text.actions)}</th>}
          </tr>
        </thead>
        <tbody>
          {lines.map(line => (
            <tr key={line.id}>
              <th scope="row">{line.schoolName}</th>
              <td>{sportName(line.sport)}</td>
              <td>{stages(line.stages)}</td>
              <td>{line.times.length === 0 ? '—' : writeWeeklyTimes(line.times)}</td>
              <td>{line.cells.length === 0 ? '—' : stages(line.cells)}</td>
              <td className={table.number}>{line.hoursWeek}</td>
              <td className={table.nowrap}>
                {line.validFrom} {line.renews !== null && `(${t(text.renews)})`}
              </td>
              <td>
                {line.validTo < line.validFrom ? t(text.never) : lastDay(line.validTo)}
                {line.endReason !== '' && <div>{line.endReason}</div>}
              </td>
              {(mayChange || mayEvaluate) && (
                <td>
                  <div className={button.row}>
                    {mayChange && line.endReason === '' && <Changes line={line} />}
                    {mayEvaluate && line.validTo >= line.validFrom && (
                      <Link to={`/coach-placements/${line.id}/evaluate`}>{t(text.evaluate)}</Link>
                    )}
                  </div>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function Changes({ line }: { line: WorkLine }) {
  const t = useSay()
  return (
    <>
      {!line.isRenewed && line.validTo < '9999' && (
        <Link to={`/coach-placements/${line.id}/renew`}>{t(text.renew)}</Link>
      )}
      <Link to={`/coach-placements/${line.id}/end`}>{t(text.end)}</Link>
    </>
  )
}
