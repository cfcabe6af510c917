import { RowTable } from '#app/features/imports/row-table.tsx'
import { useSay } from '#app/i18n/use-say.ts'
import { Section } from '#app/ui/page.tsx'
import table from '#app/ui/table.module.css'
import styles from './upload.module.css'
import { uploadLinksText } from './upload-links.text.ts'

interface ReadRowsProps {
  columns: { key: string; header: string }[]
  rows: { sheet: string; row: number; shown: Record<string, string | number | null> }[]
  page: number
  pageSize: number
  total: number
}

/** What was read of a file, row by row; what is empty or the same throughout is left out, since a phone is narrow. */
export function ReadRows({ columns, rows, page, pageSize, total }: ReadRowsProps) {
  const t = useSay()
  const title = t(uploadLinksText.readRows, { count: total })
  const isOneSheet = new Set(rows.map(row => row.sheet)).size === 1
  return (
    <Section title={title}>
      <RowTable
        label={title}
        className={styles.rows}
        columns={columns.filter(({ key }) => rows.some(({ shown }) => (shown[key] ?? null) !== null))}
        rows={rows}
        placeOf={row => (isOneSheet ? `${row.row}` : `${row.sheet} ${row.row}`)}
        cellOf={({ shown }, key) => (
          <td className={typeof shown[key] === 'number' ? table.number : table.nowrap}>{shown[key]}</td>
        )}
        {...{ page, pageSize, total }}
      />
    </Section>
  )
}
