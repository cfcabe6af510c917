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

/** Notices with the way to each. */
export function NoticeTable({ label, notices }: NoticeTableProps) {
  const t = useSay()
  return (
    <TableFrame label={label}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t(text.batch)}</th>
            <th scope="col">{t(text.level)}</th>
            <th scope="col" className={table.number}>
              {t(text.schools)}
            </th>
            <th scope="col">{t(text.from)}</th>
            <th scope="col">{t(text.until)}</th>
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
              <td className={table.nowrap}>{t(levelWords[one.level])}</td>
              <td className={table.number}>{one.schools}</td>
              <td className={table.nowrap}>{one.startsOn}</td>
              <td className={table.nowrap}>{one.endsOn}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
