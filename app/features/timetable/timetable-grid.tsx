import { kindNames } from '#app/features/activity/activity.text.ts'
import { useSay } from '#app/i18n/use-say.ts'
import type { ActivityKind } from '#app/spreadsheet/cells/kind.ts'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import styles from './timetable.module.css'
import { timetableText as text, weekdayWords } from './timetable.text.ts'
import { weekdaysOf } from './week.rule.ts'

interface Activity {
  id: string
  weekday: number
  kind: ActivityKind
  /** 'HH:MM', '' when the time is not known. */
  startsAt: string
  minutes: number
  sport: { 'zh-CN': string; en: string } | null
}

interface TimetableGridProps {
  lines: readonly { id: string; name: string; activities: readonly Activity[]; lessons: number | null }[]
}

/** Classes by weekdays: in each cell what is planned, by time; a class without a timetable says so. */
export function TimetableGrid({ lines }: TimetableGridProps) {
  const t = useSay()
  const weekdays = weekdaysOf(lines)
  return (
    <TableFrame label={t(text.title)}>
      <table className={`${table.table} ${table.sticky}`}>
        <thead>
          <tr>
            <th scope="col">{t(text.class)}</th>
            {weekdays.map(day => (
              <th key={day} scope="col">
                {t(weekdayWords[day - 1]!)}
              </th>
            ))}
            <th scope="col" className={table.number}>
              {t(text.lessons)}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, name, activities, lessons }) => (
            <tr key={id}>
              <th scope="row" className={table.nowrap} lang="zh-CN">
                {name}
              </th>
              {weekdays.map(day => (
                <td key={day}>
                  <DayCell activities={activities.filter(({ weekday }) => weekday === day)} />
                </td>
              ))}
              <td className={table.number}>{lessons ?? `— ${t(text.notPlanned)}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function DayCell({ activities }: { activities: readonly Activity[] }) {
  const t = useSay()
  if (activities.length === 0) return null
  return (
    <ul className={styles.day}>
      {activities.map(({ id, kind, startsAt, minutes, sport }) => (
        <li key={id}>
          {startsAt !== '' && <span className={styles.time}>{startsAt}</span>} {t(kindNames[kind])}
          {sport !== null && ` · ${t(sport)}`} <small>{t(text.lasts, { minutes })}</small>
        </li>
      ))}
    </ul>
  )
}
