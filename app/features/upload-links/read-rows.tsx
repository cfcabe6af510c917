import { importsText } from '#app/features/imports/imports.text.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { Section } from '#app/ui/page.tsx'
import { Pager } from '#app/ui/pager.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import { uploadLinksText } from './upload-links.text.ts'

interface ReadRowsProps {
  columns: { key: string; header: string }[]
  rows: { sheet: string; row: number; shown: Record<string, string | number | null> }[]
  page: number
  pageSize: number
  total: number
}

/** What was read of a file, row by row; a column that is empty throughout is left out, since a phone is narrow. */
export function ReadRows({ columns, rows, page, pageSize, total }: ReadRowsProps) {
  const t = useSay()
  const title = t(uploadLinksText.readRows, { count: total })
  const filled = columns.filter(({ key }) => rows.some(({ shown }) => (shown[key] ?? null) !== null))
  return (
    <Section title={title}>
      <TableFrame label={title}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t(importsText.row)}</th>
              {filled.map(({ key, header }) => (
                <th scope="col" key={key}>
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                <th scope="row" className={table.nowrap}>
                  {row.sheet} {row.row}
                </th>
                {filled.map(({ key }) => (
                  <td key={key} className={typeof row.shown[key] === 'number' ? table.number : table.nowrap}>
                    {row.shown[key]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      {total > pageSize && <Pager page={page} pageSize={pageSize} total={total} />}
    </Section>
  )
}
