import { useSay } from '#app/i18n/use-say.ts'
import table from '#app/ui/table.module.css'
import { TableFrame, WrittenBody } from '#app/ui/table.tsx'
import { coverageText } from './coverage.text.ts'
import { coverageRows } from './coverage-rows.ts'
import { livingText } from './living.text.ts'
import type { Matrix } from './matrix.rule.ts'

interface CoverageTableProps {
  matrix: Matrix
  label: string
  /** '?asOf=…' or '', kept on every link. */
  search: string
  withTotal?: boolean
}

/** Units by sports. */
export function CoverageTable({ matrix, label, search, withTotal = false }: CoverageTableProps) {
  const t = useSay()
  return (
    <TableFrame label={label}>
      <table className={`${table.table} ${table.sticky}`}>
        <caption>{t(coverageText.cellMeans)}</caption>
        <thead>
          <tr>
            <th scope="col">{t(coverageText.unit)}</th>
            <th scope="col">{t(coverageText.verdict)}</th>
            <th scope="col" className={table.number}>
              {t(coverageText.sportsMet)}
            </th>
            <th scope="col" className={table.number}>
              {t(livingText.sportsLiving)}
            </th>
            <th scope="col" className={table.number}>
              {t(coverageText.gap)}
            </th>
            {matrix.sports.map(sport => (
              <th scope="col" key={sport.code}>
                <a href={`/coverage/sports/${sport.code}${search}`}>{sport.name}</a>
              </th>
            ))}
          </tr>
        </thead>
        <WrittenBody rows={coverageRows({ matrix, search, t })} />
        {withTotal && (
          <tfoot>
            <tr>
              <th scope="row">{t(coverageText.total)}</th>
              <td>{t(coverageText.unitsMetRow)}</td>
              <td className={table.number}>{matrix.units.filter(unit => unit.met).length}</td>
              <td />
              <td className={table.number}>{matrix.units.reduce((sum, unit) => sum + unit.gap, 0)}</td>
              {matrix.sports.map(sport => (
                <td key={sport.code}>{sport.unitsMet}</td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </TableFrame>
  )
}
