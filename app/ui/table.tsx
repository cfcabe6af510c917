import type { ReactNode } from 'react'
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
