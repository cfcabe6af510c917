import type { ReactNode } from 'react'
import { type Html, textOf } from './html.ts'
import styles from './table.module.css'

/** A table scrolls inside its own frame, which the keyboard can reach; header and first column stay in sight. */
export function TableFrame({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.frame} aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}

/** The rows of a table so large that elements would cost most of its page; written and escaped by `html`. */
export function WrittenBody({ rows }: { rows: Html }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: only `html` makes an Html, and it escapes every value
  return <tbody dangerouslySetInnerHTML={{ __html: textOf(rows) }} />
}
