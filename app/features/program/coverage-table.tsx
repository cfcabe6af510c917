import { useSay } from '#app/i18n/use-say.ts'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import styles from './coverage.module.css'
import { coverageText } from './coverage.text.ts'
import type { Matrix, MatrixCell } from './matrix.rule.ts'

interface CoverageTableProps {
  matrix: Matrix
  label: string
  /** '?asOf=…' or '', kept on every link. */
  search: string
  withTotal?: boolean
}

/** Units by sports, the three stages in each cell. Plain elements: this is the busiest table of the site. */
export function CoverageTable({ matrix, label, search, withTotal = false }: CoverageTableProps) {
  const t = useSay()
  const [met, none] = [t(coverageText.met), t(coverageText.none)]
  const [p, j, s] = [
    t(coverageText.stageShort.primary),
    t(coverageText.stageShort.junior),
    t(coverageText.stageShort.senior),
  ]
  const cell = (one: MatrixCell | null, href: string, key: string) =>
    one === null ? (
      <td key={key} className={styles.none}>
        {none}
      </td>
    ) : (
      <td key={key}>
        <a className={styles.cell} href={href}>
          <span className={one[6] === 0 ? styles.met : styles.short}>
            {one[6] === 0 ? `● ${met}` : `◐ ${t(coverageText.lacks, { gap: one[6] })}`}
          </span>
          <span className={styles.numbers}>
            {`${p}${one[0]}/${one[1]} ${j}${one[2]}/${one[3]} ${s}${one[4]}/${one[5]}`}
          </span>
        </a>
      </td>
    )
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
              {t(coverageText.gap)}
            </th>
            {matrix.sports.map(sport => (
              <th scope="col" key={sport.code}>
                <a href={`/coverage/sports/${sport.code}${search}`}>{sport.name}</a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.units.map(unit => (
            <tr key={unit.code}>
              <th scope="row" className={table.nowrap}>
                <a href={`/coverage/units/${unit.code}${search}`}>{unit.name}</a>
              </th>
              <td className={`${unit.met ? styles.met : styles.short} ${table.nowrap}`}>
                {`${unit.met ? '●' : '◐'} ${t(coverageText.unitAnswer, unit)}`}
              </td>
              <td className={table.number}>{unit.sportsMet}</td>
              <td className={table.number}>{unit.gap}</td>
              {unit.cells.map((one, at) => {
                const sport = matrix.sports[at]!.code
                return cell(one, `/coverage/units/${unit.code}/${sport}${search}`, sport)
              })}
            </tr>
          ))}
        </tbody>
        {withTotal && (
          <tfoot>
            <tr>
              <th scope="row">{t(coverageText.total)}</th>
              <td>{t(coverageText.unitsMetRow)}</td>
              <td className={table.number}>{matrix.units.filter(unit => unit.met).length}</td>
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
