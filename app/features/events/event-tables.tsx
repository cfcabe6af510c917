import { Link } from '@remix-run/react'
import { useSay } from '#app/i18n/use-say.ts'
import { FiguresTable } from '#app/ui/figures-table.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import type { EventShare } from './event.rule.ts'
import { eventsText as text } from './events.text.ts'

/** Events by some trait. */
export function EventShares({
  label,
  heading,
  rows,
}: {
  label: string
  heading: string
  rows: readonly (EventShare & { name: string })[]
}) {
  const t = useSay()
  return (
    <FiguresTable
      label={label}
      heading={heading}
      columns={[t(text.events), t(text.schools), t(text.participants)]}
      rows={rows.map(row => ({ ...row, figures: [row.events, row.schools, row.participants] }))}
    />
  )
}

interface EventLine {
  id: string
  day: string
  schoolName: string
  sportName: string
  title: string
  classes: number | null
  participants: number | null
  note: string
}

/** Events, a line each. */
export function EventList({ label, lines }: { label: string; lines: readonly EventLine[] }) {
  const t = useSay()
  return (
    <TableFrame label={label}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t(text.day)}</th>
            <th scope="col">{t(text.school)}</th>
            <th scope="col">{t(text.sport)}</th>
            <th scope="col">{t(text.event)}</th>
            <th scope="col" className={table.number}>
              {t(text.classes)}
            </th>
            <th scope="col" className={table.number}>
              {t(text.participants)}
            </th>
            <th scope="col">{t(text.note)}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(line => (
            <tr key={line.id}>
              <th scope="row" className={table.nowrap}>
                {line.day}
              </th>
              <td lang="zh-CN">{line.schoolName}</td>
              <td className={table.nowrap}>{line.sportName}</td>
              <td lang="zh-CN">
                <Link to={`/events/${line.id}`}>{line.title}</Link>
              </td>
              <td className={table.number}>{line.classes ?? '—'}</td>
              <td className={table.number}>{line.participants ?? '—'}</td>
              <td lang="zh-CN">{line.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
