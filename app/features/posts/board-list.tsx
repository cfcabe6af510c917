import { Link } from '@remix-run/react'
import { inCity } from '#app/calendar-day.ts'
import { inARow } from '#app/i18n/text.ts'
import { useLocale, useSay } from '#app/i18n/use-say.ts'
import { Status, type StatusKind } from '#app/ui/status.tsx'
import type { Engagement, Stage } from '#db/tables.ts'
import { coachingText } from '../coaching/coaching.text.ts'
import styles from './posts.module.css'
import { postText, requirementText, stageWords, windowWords } from './posts.text.ts'
import type { WindowState } from './round.rule.ts'

export interface BoardCard {
  number: string
  title: string
  sport: string
  unit: string
  engagement: Engagement
  hoursWeek: number
  quota: number
  isReserved: boolean
  /** When it opens, for one that opens soon; else when it closes. */
  at: string
  stages: Stage[]
  /** The first few of them. */
  schools: string[]
  kilometres: number | null
}

export const windowLooks: Record<WindowState, StatusKind> = { open: 'met', soon: 'warn', closed: 'exempt' }

/** Posts one below the other, so that a phone shows them whole. */
export function BoardList({ cards, state }: { cards: readonly BoardCard[]; state: WindowState }) {
  return (
    <ul className={styles.list}>
      {cards.map(card => (
        <li key={card.number} className={styles.card}>
          <Card card={card} state={state} />
        </li>
      ))}
    </ul>
  )
}

function Card({ card, state }: { card: BoardCard; state: WindowState }) {
  const t = useSay()
  const locale = useLocale()
  const facts = [
    card.sport,
    inARow(
      locale,
      card.stages.map(stage => t(stageWords[stage])),
    ),
    t(coachingText.engagement[card.engagement]),
    t(postText.hoursAWeek, { hours: card.hoursWeek }),
    t(postText.people, { count: card.quota }),
    ...(card.isReserved ? [t(requirementText.retired)] : []),
  ]
  const where = [
    card.unit,
    ...card.schools,
    ...(card.kilometres === null ? [] : [t(postText.kilometres, { km: card.kilometres })]),
  ]
  return (
    <article>
      <h2 lang="zh-CN">
        <Link to={`/posts/${card.number}`}>{card.title}</Link>
      </h2>
      <p>{facts.join(' · ')}</p>
      <p className={styles.meta}>{where.join(' · ')}</p>
      <p>
        <Status kind={windowLooks[state]} label={t(windowWords[state])} />{' '}
        {t(atWords[state], { at: inCity(card.at) })}
      </p>
    </article>
  )
}

const atWords = { open: postText.closesAt, soon: postText.opensAt, closed: postText.closedAt }
