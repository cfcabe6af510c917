import { useSay } from '#app/i18n/use-say.ts'
import { Status, type StatusKind } from '#app/ui/status.tsx'
import type { CalendarDayKind } from './calendar.rule.ts'
import { calendarText, dayKindWords, stageNames } from './calendar.text.ts'
import { MonthTable } from './month-table.tsx'

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
  return <MonthTable label={t(calendarText.days)} weeks={weeks} cell={day => <DayCell {...day} />} />
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
