import styles from './status.module.css'

export type StatusKind = 'met' | 'short' | 'missing' | 'exempt' | 'warn' | 'living'

const shapes: Record<StatusKind, string> = {
  met: '●',
  short: '◐',
  missing: '○',
  exempt: '—',
  warn: '▲',
  living: '◆',
}

/** Colour, shape and word together: nobody depends on one of them. */
export function Status({ kind, label }: { kind: StatusKind; label: string }) {
  return (
    <span className={`${styles.status} ${styles[kind]}`}>
      <span aria-hidden="true">{shapes[kind]}</span>
      {label}
    </span>
  )
}
