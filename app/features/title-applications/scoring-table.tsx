import { Link } from '@remix-run/react'
import { useSay } from '#app/i18n/use-say.ts'
import table from '#app/ui/table.module.css'
import { TableFrame, WrittenBody } from '#app/ui/table.tsx'
import styles from './scoring.module.css'
import { scoringText as text } from './scoring.text.ts'
import { scoringRows } from './scoring-rows.ts'
import type { SheetOrder, SheetRow } from './scoring-sheet.rule.ts'

interface ScoringTableProps {
  label: string
  indicators: readonly { code: string; title: string; most: number }[]
  rows: readonly SheetRow[]
  order: SheetOrder
}

/** The scoring sheet; a heading sorts by its column, and again the other way. */
export function ScoringTable({ label, indicators, rows, order }: ScoringTableProps) {
  const t = useSay()
  const heading = (by: string, name: string, title?: string) => (
    <th
      scope="col"
      key={by}
      className={by === 'school' ? undefined : table.number}
      aria-sort={order.by === by ? (order.isRising ? 'ascending' : 'descending') : undefined}
    >
      <Link to={`?${searchFor(by, order)}`} title={title ?? t(text.sortBy, { column: name })}>
        {name}
      </Link>
      {order.by === by && <span aria-hidden="true">{order.isRising ? ' ▲' : ' ▼'}</span>}
    </th>
  )
  return (
    <TableFrame label={label}>
      <table className={`${table.table} ${table.sticky} ${styles.sheet}`}>
        <thead>
          <tr>
            {heading('school', t(text.school))}
            <th scope="col">{t(text.unit)}</th>
            {heading('done', t(text.done))}
            {heading('total', t(text.total))}
            {heading('range', t(text.range))}
            {heading('deviation', t(text.deviation))}
            <th scope="col">{t(text.flags)}</th>
            {indicators.map(({ code, title, most }) => heading(code, code, `${title} (${most})`))}
          </tr>
        </thead>
        <WrittenBody rows={scoringRows(rows, indicators.length, t)} />
      </table>
    </TableFrame>
  )
}

/** Schools and progress are read from the first on, points from the most on. */
function searchFor(by: string, order: SheetOrder): string {
  const isRising = by === order.by ? !order.isRising : by === 'school' || by === 'done'
  return new URLSearchParams({ sort: by, order: isRising ? 'rising' : 'falling' }).toString()
}
