import { Link } from '@remix-run/react'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Section } from '#app/ui/page.tsx'
import { Pager } from '#app/ui/pager.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import { importsText, verdictWords } from './imports.text.ts'

type Values = Record<string, string | number | null>

interface ImportRowsProps {
  counts: Record<keyof typeof verdictWords, number>
  verdict: keyof typeof verdictWords
  columns: { key: string; header: string }[]
  rows: { sheet: string; row: number; shown: Values; before?: Values; why?: string }[]
  page: number
  pageSize: number
  total: number
}

/** The rows of one verdict, a page at a time; a changed cell says what stood there before. */
export function ImportRows({ counts, verdict, columns, rows, page, pageSize, total }: ImportRowsProps) {
  const t = useSay()
  const isSetAside = verdict === 'rejected' || verdict === 'ignored'
  const shown = isSetAside ? [] : columns
  return (
    <Section title={t(importsText.rows)}>
      <nav className={button.row} aria-label={t(importsText.verdict)}>
        {(Object.keys(verdictWords) as (keyof typeof verdictWords)[]).map(each => (
          <Link
            key={each}
            className={each === verdict ? button.primary : button.button}
            to={`?verdict=${each}`}
            aria-current={each === verdict ? 'page' : undefined}
            preventScrollReset
          >
            {t(verdictWords[each])} {counts[each]}
          </Link>
        ))}
      </nav>
      <TableFrame label={t(verdictWords[verdict])}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t(importsText.row)}</th>
              {shown.map(column => (
                <th scope="col" key={column.key}>
                  {column.header}
                </th>
              ))}
              {isSetAside && <th scope="col">{t(importsText.why)}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                <th scope="row" className={table.nowrap}>
                  {row.sheet} {row.row}
                </th>
                {shown.map(({ key }) => (
                  <ValueCell
                    key={key}
                    value={row.shown[key]}
                    before={row.before && (row.before[key] ?? null)}
                  />
                ))}
                {isSetAside && <td>{row.why}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      {total > pageSize && <Pager page={page} pageSize={pageSize} total={total} />}
    </Section>
  )
}

interface ValueCellProps {
  value: string | number | null | undefined
  /** What stood there, for a changed row. */
  before: string | number | null | undefined
}

function ValueCell({ value, before }: ValueCellProps) {
  const t = useSay()
  const isChanged = before !== undefined && before !== (value ?? null)
  return (
    <td className={typeof value === 'number' ? table.number : undefined}>
      {isChanged ? <strong>{value ?? '—'}</strong> : value}
      {isChanged && (
        <small> {t(importsText.before, { value: before === null ? '—' : String(before) })}</small>
      )}
    </td>
  )
}
