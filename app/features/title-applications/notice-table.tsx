import { Link } from '@remix-run/react'
import { levelWords } from '#app/features/designation/level.text.ts'
import { useSay } from '#app/i18n/use-say.ts'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import type { DesignationLevel } from '#db/tables.ts'
import { noticeText as text } from './notice.text.ts'

interface NoticeTableProps {
  label: string
  notices: readonly {
    id: string
    batchName: string
    level: DesignationLevel
    schools: number
    startsOn: string
    endsOn: string
  }[]
}

/** Notices with the way to each. Until when one runs stands where a phone shows it without scrolling. */
export function NoticeTable({ label, notices }: NoticeTableProps) {
  const t = useSay()
  return (
    <TableFrame label={label}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t(text.batch)}</th>
            <th scope="col">{t(text.days)}</th>
            <th scope="col" className={table.number}>
              {t(text.schools)}
            </th>
            <th scope="col">{t(text.level)}</th>
          </tr>
        </thead>
        <tbody>
          {notices.map(one => (
            <tr key={one.id}>
              <th scope="row">
                <Link to={`/titles/notices/${one.id}`} lang="zh-CN">
                  {one.batchName}
                </Link>
              </th>
              <td>
                <span className={table.nowrap}>{one.startsOn}</span>{' '}
                <span className={table.nowrap}>{t(text.lastDay, { to: one.endsOn })}</span>
              </td>
              <td className={table.number}>{one.schools}</td>
              <td className={table.nowrap}>{t(levelWords[one.level])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
