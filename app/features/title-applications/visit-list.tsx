import { useSay } from '#app/i18n/use-say.ts'
import { scoringText as text } from './scoring.text.ts'
import styles from './title-applications.module.css'
import type { VisitRow } from './visits.queries.server.ts'

/** The visits of an application, the latest first, with what differed. */
export function VisitList({ visits }: { visits: readonly VisitRow[] }) {
  const t = useSay()
  if (visits.length === 0) return <p>{t(text.noVisits)}</p>
  return (
    <ul>
      {visits.map(visit => (
        <li key={visit.id}>
          {visit.visitedOn} <span lang="zh-CN">{visit.visitors}</span> · {t(text.verdicts[visit.verdict])}
          <p className={styles.statement} lang="zh-CN">
            {visit.findings}
          </p>
          <ul>
            {visit.checks
              .filter(check => check.verdict !== 'confirmed')
              .map(check => (
                <li key={check.code}>
                  {check.code} {t(text.verdicts[check.verdict])} <span lang="zh-CN">{check.note}</span>
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}
