import { Link } from '@remix-run/react'
import { useSay } from '#app/i18n/use-say.ts'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import type { Compliance } from './compliance.rule.ts'
import { complianceText } from './compliance.text.ts'
import { percent } from './percent.ts'

interface ComplianceLine extends Compliance {
  key: string
  name: string
  /** Where the rows behind the line stand. */
  to: string
}

interface ComplianceTableProps {
  label: string
  /** What the first column names. */
  of: string
  lines: readonly ComplianceLine[]
  total: Compliance
}

/** Units or schools with their class-days and rates, and the 合计 row. */
export function ComplianceTable({ label, of, lines, total }: ComplianceTableProps) {
  const t = useSay()
  return (
    <TableFrame label={label}>
      <table className={`${table.table} ${table.sticky}`}>
        <thead>
          <tr>
            <th scope="col">{of}</th>
            {columns.map(column => (
              <th key={column.key} scope="col" className={table.number}>
                {t(complianceText[column.key])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(line => (
            <tr key={line.key}>
              <th scope="row">
                <Link to={line.to}>{line.name}</Link>
              </th>
              {columns.map(column => (
                <td key={column.key} className={table.number}>
                  <Link to={line.to}>{column.value(line)}</Link>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t(complianceText.total)}</th>
            {columns.map(column => (
              <td key={column.key} className={table.number}>
                {column.value(total)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </TableFrame>
  )
}

const columns = [
  { key: 'expected', value: (line: Compliance) => String(line.classDays.expected) },
  { key: 'exempt', value: (line: Compliance) => String(line.classDays.exempt) },
  { key: 'reported', value: (line: Compliance) => String(line.classDays.reported) },
  { key: 'missing', value: (line: Compliance) => String(line.classDays.missing) },
  { key: 'floorMet', value: (line: Compliance) => String(line.classDays.floorMet) },
  { key: 'targetMet', value: (line: Compliance) => String(line.classDays.targetMet) },
  { key: 'floorRate', value: (line: Compliance) => percent(line.rate.floor) },
  { key: 'targetRate', value: (line: Compliance) => percent(line.rate.target) },
  { key: 'reportingRate', value: (line: Compliance) => percent(line.rate.reporting) },
] as const
