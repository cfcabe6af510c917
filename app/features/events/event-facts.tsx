import { useSay } from '#app/i18n/use-say.ts'
import { Facts } from '#app/ui/facts.tsx'
import { Status } from '#app/ui/status.tsx'
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
  const day = <time dateTime={event.day}>{event.day}</time>
  const state = (
    <Status kind={event.isHeld ? 'met' : 'living'} label={t(event.isHeld ? text.held : text.coming)} />
  )
  const school = <span lang="zh-CN">{event.schoolName}</span>
  const note = event.note && <span lang="zh-CN">{event.note}</span>
  return (
    <Facts
      facts={[
        [t(text.day), day],
        [t(text.state), state],
        [t(text.school), school],
        [t(text.sport), event.sportName],
        [t(text.classes), event.classes ?? '—'],
        [t(text.participants), event.participants ?? '—'],
        [t(text.note), note],
      ]}
    />
  )
}
