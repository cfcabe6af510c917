import { Fragment, type ReactNode } from 'react'
import { useSay } from '#app/i18n/use-say.ts'
import { Pager } from '#app/ui/pager.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import { importsText } from './imports.text.ts'

interface RowTableProps<Row> {
  label: string
  className?: string | undefined
  columns: { key: string; header: string }[]
  rows: Row[]
  /** The row's place in the workbook. */
  placeOf: (row: Row) => string
  /** The cell of a column, a `td`. */
  cellOf: (row: Row, key: string) => ReactNode
  /** Columns of ours behind those of the sheet. */
  behind?: { header: string; cellOf: (row: Row) => ReactNode }[]
  page: number
  pageSize: number
  total: number
}

/** Rows of a workbook under its columns, a page at a time. */
export function RowTable<Row>(props: RowTableProps<Row>) {
  const { columns, rows, behind = [], page, pageSize, total } = props
  const t = useSay()
  return (
    <>
      <TableFrame label={props.label}>
        <table className={props.className === undefined ? table.table : `${table.table} ${props.className}`}>
          <thead>
            <tr>
              <th scope="col">{t(importsText.row)}</th>
              {columns.map(({ key, header }) => (
                <th scope="col" key={key}>
                  {header}
                </th>
              ))}
              {behind.map(({ header }) => (
                <th scope="col" key={header}>
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                <th scope="row" className={table.nowrap}>
                  {props.placeOf(row)}
                </th>
                {columns.map(({ key }) => (
                  <Fragment key={key}>{props.cellOf(row, key)}</Fragment>
                ))}
                {behind.map(({ header, cellOf }) => (
                  <td key={header}>{cellOf(row)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      {total > pageSize && <Pager page={page} pageSize={pageSize} total={total} />}
    </>
  )
}
