import { useSay } from '#app/i18n/use-say.ts'
import { Status } from '#app/ui/status.tsx'
import styles from './events.module.css'
import { eventsText as text } from './events.text.ts'

interface EventFactsProps {
  event: {
    day: string
    sportName: string
    schoolName: string
    classes: number | null
    participants: number | null
    note: string
    isHeld: boolean
  }
}

/** An event and who holds it. */
export function EventFacts({ event }: EventFactsProps) {
  const t = useSay()
  return (
    <dl className={styles.facts}>
      <dt>{t(text.day)}</dt>
      <dd>
        <time dateTime={event.day}>{event.day}</time>
      </dd>
      <dt>{t(text.state)}</dt>
      <dd>
        <Status kind={event.isHeld ? 'met' : 'living'} label={t(event.isHeld ? text.held : text.coming)} />
      </dd>
      <dt>{t(text.school)}</dt>
      <dd lang="zh-CN">{event.schoolName}</dd>
      <dt>{t(text.sport)}</dt>
      <dd>{event.sportName}</dd>
      <dt>{t(text.classes)}</dt>
      <dd>{event.classes ?? '—'}</dd>
      <dt>{t(text.participants)}</dt>
      <dd>{event.participants ?? '—'}</dd>
      {event.note !== '' && (
        <>
          <dt>{t(text.note)}</dt>
          <dd lang="zh-CN">{event.note}</dd>
        </>
      )}
    </dl>
  )
}
