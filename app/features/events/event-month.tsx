import { Link } from '@remix-run/react'
import { calendarText, dayKindWords, stageNames } from '#app/features/calendar/calendar.text.ts'
import { MonthTable } from '#app/features/calendar/month-table.tsx'
import { useSay } from '#app/i18n/use-say.ts'
import { Status } from '#app/ui/status.tsx'
import styles from './events.module.css'
import type { DayOfEvents } from './read-month.server.ts'

interface EventMonthProps {
  label: string
  today: string
  weeks: readonly (readonly (DayOfEvents | null)[])[]
}

/** A month of events as a table, Monday first; on a narrow screen the days on which something is. */
export function EventMonth({ label, today, weeks }: EventMonthProps) {
  const weekdays = useSay()(calendarText.weekdays).split(' ')
  const told = weeks.flatMap(week => week.map((day, at) => ({ day, weekday: weekdays[at] ?? '' })))
  return (
    <>
      <div className={styles.wide}>
        <MonthTable
          label={label}
          weeks={weeks}
          look={{ table: styles.month, outside: styles.outside }}
          cell={day => (
            <>
              <DateOf day={day} today={today} shown={String(Number(day.day.slice(8)))} />
              <EventsOf day={day} />
            </>
          )}
        />
      </div>
      <ol className={styles.days}>
        {told.map(
          ({ day, weekday }) =>
            day !== null &&
            (day.events.length > 0 || day.marks.some(({ kind }) => kind !== 'vacation')) && (
              <li key={day.day}>
                <DateOf day={day} today={today} shown={`${day.day} ${weekday}`} />
                <EventsOf day={day} />
              </li>
            ),
        )}
      </ol>
    </>
  )
}

function DateOf({ day, today, shown }: { day: DayOfEvents; today: string; shown: string }) {
  const t = useSay()
  return (
    <div className={styles.date}>
      <time
        dateTime={day.day}
        className={day.day === today ? styles.today : undefined}
        aria-current={day.day === today ? 'date' : undefined}
      >
        {shown}
      </time>
      {day.marks.map(({ stage, kind }) => (
        <Status
          key={stage}
          kind={kind === 'makeup' ? 'warn' : 'exempt'}
          label={`${stage === '' ? '' : `${t(stageNames[stage])} `}${t(dayKindWords[kind])}`}
        />
      ))}
    </div>
  )
}

function EventsOf({ day }: { day: DayOfEvents }) {
  if (day.events.length === 0) return null
  return (
    <ul className={styles.events}>
      {day.events.map(event => (
        <li key={event.id}>
          <Link to={`/events/${event.id}`} lang="zh-CN">
            {event.title}
          </Link>
          <small>
            <span lang="zh-CN">{event.schoolName}</span> · {event.sportName}
          </small>
        </li>
      ))}
    </ul>
  )
}
