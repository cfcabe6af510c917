import { Link, useLocation } from '@remix-run/react'
import { useSay } from '#app/i18n/use-say.ts'
import button from './button.module.css'
import { uiText } from './ui.text.ts'

interface PagerProps {
  page: number
  pageSize: number
  total: number
  /** What the page is called in the address, where it has several lists. */
  name?: string
}

/** Walks a long list by `?page=`; every other part of the address stays. */
export function Pager({ page, pageSize, total, name = 'page' }: PagerProps) {
  const t = useSay()
  const { search } = useLocation()
  const pages = Math.max(1, Math.ceil(total / pageSize))
  return (
    <nav className={button.row} aria-label={t(uiText.pages)}>
      <span>{t(uiText.pageOf, { page, pages, total })}</span>
      {page > 1 && (
        <Link className={button.button} to={withPage(search, name, page - 1)} rel="prev">
          {t(uiText.previous)}
        </Link>
      )}
      {page < pages && (
        <Link className={button.button} to={withPage(search, name, page + 1)} rel="next">
          {t(uiText.next)}
        </Link>
      )}
    </nav>
  )
}

function withPage(search: string, name: string, page: number): string {
  const parameters = new URLSearchParams(search)
  parameters.set(name, String(page))
  return `?${parameters}`
}
