import { Link } from '@remix-run/react'
import { useSay } from '#app/i18n/use-say.ts'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import { designationText as text } from './designation.text.ts'

interface ShareTableProps {
  label: string
  /** What stands in the first column. */
  heading: string
  rows: readonly { key: string; name: string; to?: string; schools: number; living: number }[]
  /** A total is given where no school is in two rows. */
  total?: { schools: number; living: number }
}

/** Schools with a title by some trait, on paper and living side by side. */
export function ShareTable({ label, heading, rows, total }: ShareTableProps) {
  const t = useSay()
  return (
    <TableFrame label={label}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            <th scope="col" className={table.number}>
              {t(text.schools)}
            </th>
            <th scope="col" className={table.number}>
              {t(text.living)}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, to, schools, living }) => (
            <tr key={key}>
              <th scope="row">{to === undefined ? name : <Link to={to}>{name}</Link>}</th>
              <td className={table.number}>{schools}</td>
              <td className={table.number}>{living}</td>
            </tr>
          ))}
        </tbody>
        {total !== undefined && (
          <tfoot>
            <tr>
              <th scope="row">{t(text.total)}</th>
              <td className={table.number}>{total.schools}</td>
              <td className={table.number}>{total.living}</td>
            </tr>
          </tfoot>
        )}
      </table>
    </TableFrame>
  )
}
