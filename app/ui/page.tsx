import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { ExportLinks, type Exports } from './export-links.tsx'
import styles from './page.module.css'

interface PageProps {
  title: string
  /** The language of a title that is a name and stays as it is. */
  titleLang?: string
  /** City › unit › school, from the outside in. */
  crumbs?: { to: string; label: string; lang?: string }[]
  /** The page's main action, at the right of the title. */
  actions?: ReactNode
  /** The sentence the reader came for. */
  answer?: ReactNode
  /** As of when and by which rule. */
  asOf?: ReactNode
  /** That what the page lists can be taken out; with more than its only list, which. */
  exports?: true | Exports
  /** The page holds a paper with a head of its own: that alone is printed. */
  isOnScreenOnly?: boolean
  children?: ReactNode
}

/** Title, place, the answer first, then the picture and the way to act. */
export function Page({
  title,
  titleLang,
  crumbs = [],
  actions,
  answer,
  asOf,
  exports,
  isOnScreenOnly = false,
  children,
}: PageProps) {
  return (
    <>
      <div className={isOnScreenOnly ? styles.onScreen : undefined}>
        {crumbs.length > 0 && (
          <nav aria-label={title}>
            <ol className={styles.crumbs}>
              {crumbs.map(crumb => (
                <li key={crumb.to}>
                  <Link to={crumb.to} lang={crumb.lang}>
                    {crumb.label}
                  </Link>
                </li>
              ))}
            </ol>
          </nav>
        )}
        <div className={styles.head}>
          <h1 lang={titleLang}>{title}</h1>
          {actions}
        </div>
        {answer !== undefined && <p className={styles.answer}>{answer}</p>}
        {asOf !== undefined && <p className={styles.asOf}>{asOf}</p>}
        {exports !== undefined && <ExportLinks {...(exports === true ? {} : exports)} />}
      </div>
      {children}
    </>
  )
}

export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

/** What an action did, or why it did not; read out when it appears. */
export function Notice({ kind, children }: { kind: 'done' | 'problem'; children: ReactNode }) {
  return (
    <div className={styles[kind]} role={kind === 'problem' ? 'alert' : 'status'}>
      {children}
    </div>
  )
}

/** An empty list teaches the next step. */
export function EmptyState({ children }: { children: ReactNode }) {
  return <div className={styles.empty}>{children}</div>
}
