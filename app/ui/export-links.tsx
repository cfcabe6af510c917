import { useLocation } from '@remix-run/react'
import { useSay } from '#app/i18n/use-say.ts'
import styles from './export-links.module.css'
import { uiText } from './ui.text.ts'

export interface Exports {
  /** The page whose lists they are, where it is not this one, with its filters. */
  from?: string
  /** Where a page shows several: the `of` of the address, and what it is called. */
  lists?: readonly { of: string; label: string }[]
}

/** What belongs to one visit of the page, not to what it lists. */
const passing = ['page', 'done', 'saved', 'format']

/** The way to take out what the page lists, with its filters: for each list a workbook and a CSV. */
export function ExportLinks({ from, lists = [{ of: '', label: '' }] }: Exports) {
  const t = useSay()
  const here = useLocation()
  const [path, search = here.search] = from === undefined ? [here.pathname] : from.split('?')
  return (
    <p className={styles.links}>
      {lists.map(({ of, label }) => (
        <span key={of}>
          {t(uiText.exportOf, { what: label })}{' '}
          {(['xlsx', 'csv'] as const).map(format => (
            <a
              key={format}
              href={addressOf(path ?? '', search, { of, format })}
              aria-label={`${t(uiText.exportOf, { what: label })} ${t(uiText[format])}`}
            >
              {t(uiText[format])}
            </a>
          ))}
        </span>
      ))}
    </p>
  )
}

function addressOf(path: string, search: string, chosen: { of: string; format: string }): string {
  const parameters = new URLSearchParams(search)
  for (const name of passing) parameters.delete(name)
  if (chosen.of !== '') parameters.set('of', chosen.of)
  parameters.set('format', chosen.format)
  return `${path.replace(/\/$/, '')}/export?${parameters}`
}
