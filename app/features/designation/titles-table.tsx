import { Link } from '@remix-run/react'
import { useSay } from '#app/i18n/use-say.ts'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import type { WhyHollow } from './count.rule.ts'
import { designationText as text } from './designation.text.ts'
import { levelWords } from './level.text.ts'
import type { TitleState } from './title-state.rule.ts'
import { TitleStatus } from './title-status.tsx'

export interface TitleLine {
  id: string
  schoolName: string
  unitName: string
  sportName: string
  level: keyof typeof levelWords
  batch: string
  document: string
  validFrom: string
  validTo: string
  state: TitleState
  why: readonly WhyHollow[]
}

/** Titles, a line each, with how they stand on the day. */
export function TitlesTable({ label, lines }: { label: string; lines: readonly TitleLine[] }) {
  const t = useSay()
  return (
    <TableFrame label={label}>
      <table className={`${table.table} ${table.sticky}`}>
        <thead>
          <tr>
            <th scope="col">{t(text.school)}</th>
            <th scope="col">{t(text.unit)}</th>
            <th scope="col">{t(text.level)}</th>
            <th scope="col">{t(text.sport)}</th>
            <th scope="col">{t(text.state)}</th>
            <th scope="col">{t(text.from)}</th>
            <th scope="col">{t(text.until)}</th>
            <th scope="col">{t(text.batch)}</th>
            <th scope="col">{t(text.document)}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(line => (
            <tr key={line.id}>
              <th scope="row">
                <Link to={`/titles/${line.id}`} lang="zh-CN">
                  {line.schoolName}
                </Link>
              </th>
              <td className={table.nowrap}>{line.unitName}</td>
              <td>{t(levelWords[line.level])}</td>
              <td className={table.nowrap}>{line.sportName}</td>
              <td>
                <TitleStatus state={line.state} why={line.why} />
              </td>
              <td className={table.nowrap}>{line.validFrom}</td>
              <td className={table.nowrap}>{line.validTo}</td>
              <td className={table.nowrap}>{line.batch}</td>
              <td>{line.document}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
