import { Link } from '@remix-run/react'
import { useLocale, useSay } from '#app/i18n/use-say.ts'
import type { ApplicationState } from '#db/tables.ts'
import { spoken } from './application-number.rule.ts'
import { ApplicationStatus, NextWords } from './application-state.tsx'
import styles from './applications.module.css'
import { applicationText } from './applications.text.ts'
import type { NextStep } from './next-step.rule.ts'

interface Line {
  id: string
  number: string
  state: ApplicationState
  postTitle: string
  unitName: string
  unitNameEn: string
  interviewPlace: string | null
  next: NextStep
}

/** Somebody's own applications, each with what comes next; cards, since they are read on a phone. */
export function ApplicationList({ lines }: { lines: readonly Line[] }) {
  const t = useSay()
  const isEnglish = useLocale() === 'en'
  return (
    <ul className={styles.cards}>
      {lines.map(line => (
        <li key={line.id} className={styles.card}>
          <div className={styles.ruleHead}>
            <Link to={`/applications/${line.id}`}>
              <strong>{line.postTitle}</strong>
            </Link>
            <ApplicationStatus state={line.state} />
          </div>
          <p className={styles.meta}>
            {isEnglish ? line.unitNameEn : line.unitName} · {t(applicationText.number)} {spoken(line.number)}
          </p>
          <p>
            <NextWords next={line.next} place={line.interviewPlace} />
          </p>
        </li>
      ))}
    </ul>
  )
}
