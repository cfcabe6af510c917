import { useSay } from '#app/i18n/use-say.ts'
import { Status, type StatusKind } from '#app/ui/status.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import type { CalendarDayKind } from './calendar.rule.ts'
import { calendarText, dayKindWords, stageNames } from './calendar.text.ts'

interface MonthGridProps {
  weeks: readonly (null | {
    day: string
    kinds: readonly { stage: '' | 'primary' | 'junior' | 'senior'; kind: CalendarDayKind }[]
  })[][]
}

const looks: Record<CalendarDayKind, StatusKind> = {
  school_day: 'met',
  makeup: 'met',
  weekend: 'exempt',
  vacation: 'exempt',
  holiday: 'exempt',
  season_break: 'exempt',
  exam: 'short',
  suspended: 'missing',
}

/** A month, Monday first: what each day is, stage by stage where they differ. */
export function MonthGrid({ weeks }: MonthGridProps) {
  const t = useSay()
  return (
    <TableFrame label={t(calendarText.days)}>
      <table className={table.table}>
        <thead>
          <tr>
            {t(calendarText.weekdays)
              .split(' ')
              .map(weekday => (
                <th key={weekday} scope="col">
                  {weekday}
                </th>
              ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map(week => (
            <tr key={week.find(day => day !== null)?.day}>
              {week.map((day, at) => (
                <td key={at}>{day !== null && <DayCell day={day.day} kinds={day.kinds} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function DayCell({ day, kinds }: NonNullable<MonthGridProps['weeks'][number][number]>) {
  const t = useSay()
  return (
    <>
      <time dateTime={day}>{Number(day.slice(8))}</time>
      {kinds.map(({ stage, kind }) => (
        <div key={stage}>
          <Status
            kind={looks[kind]}
            label={`${stage === '' ? '' : `${t(stageNames[stage])} `}${t(dayKindWords[kind])}`}
          />
        </div>
      ))}
    </>
  )
}
