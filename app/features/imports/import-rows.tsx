import { Form, Link, useLocation } from '@remix-run/react'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Section } from '#app/ui/page.tsx'
import table from '#app/ui/table.module.css'
import { answerText } from './answers.text.ts'
import styles from './import-rows.module.css'
import { importsText, verdictWords } from './imports.text.ts'
import { RowTable } from './row-table.tsx'

type Values = Record<string, string | number | null>

interface ImportRow {
  sheet: string
  row: number
  shown: Values
  before?: Values
  why?: string
}

interface ImportRowsProps {
  importId: string
  /** Whether the preview is open and the reader may settle it. */
  mayAnswer: boolean
  counts: Record<keyof typeof verdictWords, number>
  verdict: keyof typeof verdictWords
  columns: { key: string; header: string }[]
  rows: ImportRow[]
  page: number
  pageSize: number
  total: number
}

/** The rows of one verdict, a page at a time; a changed cell says what stood there before. */
export function ImportRows(props: ImportRowsProps) {
  const { counts, verdict, columns, rows, page, pageSize, total } = props
  const t = useSay()
  const isSetAside = verdict === 'rejected' || verdict === 'ignored'
  const maySkip = verdict === 'rejected' && props.mayAnswer
  const why = (row: ImportRow) => row.why
  const skip = ({ sheet, row }: ImportRow) => <SkipRow importId={props.importId} sheet={sheet} row={row} />
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
      <RowTable
        label={t(verdictWords[verdict])}
        columns={isSetAside ? [] : columns}
        rows={rows}
        placeOf={row => `${row.sheet} ${row.row}`}
        cellOf={({ shown, before }, key) => (
          <ValueCell value={shown[key]} before={before && (before[key] ?? null)} />
        )}
        behind={[
          ...(isSetAside ? [{ header: t(importsText.why), cellOf: why }] : []),
          ...(maySkip ? [{ header: t(answerText.answer), cellOf: skip }] : []),
        ]}
        {...{ page, pageSize, total }}
      />
    </Section>
  )
}

interface ValueCellProps {
  value: string | number | null | undefined
  /** What stood there, for a changed row. */
  before: string | number | null | undefined
}

/** A changed cell says in words, signs and type what goes and what comes; an unchanged one only what stands. */
function ValueCell({ value, before }: ValueCellProps) {
  const t = useSay()
  const isChanged = before !== undefined && before !== (value ?? null)
  const kind = typeof value === 'number' ? table.number : undefined
  if (!isChanged) return <td className={kind}>{value}</td>
  return (
    <td className={`${kind ?? ''} ${styles.changed}`}>
      <span className="visually-hidden">{t(importsText.changedFrom)} </span>
      <del>{before ?? '—'}</del> <span aria-hidden="true">→</span>{' '}
      <span className="visually-hidden">{t(importsText.changedTo)} </span>
      <ins>{value ?? '—'}</ins>
    </td>
  )
}

/** Leaves a row out that was rejected: what is wrong with it may stand in another row, or in none. */
function SkipRow({ importId, sheet, row }: { importId: string; sheet: string; row: number }) {
  const t = useSay()
  const { search } = useLocation()
  return (
    <Form method="post" action={`/imports/${importId}/answers`} preventScrollReset replace>
      <input type="hidden" name="back" value={search.slice(1)} />
      <button className={button.quiet} name="skipRow" value={`${sheet}!${row}`}>
        {t(answerText.skip)}
      </button>
    </Form>
  )
}
