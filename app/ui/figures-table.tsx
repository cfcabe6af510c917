import { Link } from '@remix-run/react'
import table from './table.module.css'
import { TableFrame } from './table.tsx'

interface FiguresTableProps {
  label: string
  /** What stands in the first column. */
  heading: string
  /** What each figure is, in order. */
  columns: readonly string[]
  rows: readonly { key: string; name: string; to?: string; figures: readonly number[] }[]
  total?: { name: string; figures: readonly number[] }
}

/** Figures by some trait, a row each; with a total where nothing is counted in two rows. */
export function FiguresTable({ label, heading, columns, rows, total }: FiguresTableProps) {
  const cells = (figures: readonly number[]) =>
    columns.map((column, at) => (
      <td className={table.number} key={column}>
        {figures[at]}
      </td>
    ))
  return (
    <TableFrame label={label}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            {columns.map(column => (
              <th scope="col" className={table.number} key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, to, figures }) => (
            <tr key={key}>
              <th scope="row">{to === undefined ? name : <Link to={to}>{name}</Link>}</th>
              {cells(figures)}
            </tr>
          ))}
        </tbody>
        {total !== undefined && (
          <tfoot>
            <tr>
              <th scope="row">{total.name}</th>
              {cells(total.figures)}
            </tr>
          </tfoot>
        )}
      </table>
    </TableFrame>
  )
}
