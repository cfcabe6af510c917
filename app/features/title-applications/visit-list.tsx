import { useSay } from '#app/i18n/use-say.ts'
import { Status } from '#app/ui/status.tsx'
import styles from './visit.module.css'
import type { Visit } from './visit.rule.ts'
import { checkWords, visitText as text, visitVerdictWords } from './visit.text.ts'

/** The visits of an application, each as it was recorded. */
export function VisitList({ visits }: { visits: readonly (Visit & { id: string })[] }) {
  const t = useSay()
  if (visits.length === 0) return <p>{t(text.none)}</p>
  return (
    <>
      {visits.map(visit => (
        <article className={styles.visit} key={visit.id}>
          <h3>
            {visit.visitedOn}{' '}
            <Status
              kind={visit.verdict === 'confirmed' ? 'met' : 'warn'}
              label={t(visitVerdictWords[visit.verdict])}
            />
          </h3>
          <p lang="zh-CN">{visit.visitors}</p>
          <p className={styles.words} lang="zh-CN">
            {visit.findings}
          </p>
          <ul>
            {visit.checks
              .filter(one => one.verdict !== 'confirmed' || one.note !== '')
              .map(({ code, verdict, note }) => (
                <li key={code}>
                  {code} {t(checkWords[verdict])} <span lang="zh-CN">{note}</span>
                </li>
              ))}
          </ul>
        </article>
      ))}
    </>
  )
}
