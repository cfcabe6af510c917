import { Link } from '@remix-run/react'
import { schoolYearOf, weekdayOf } from '#app/calendar-day.ts'
import { className } from '#app/features/schools/class-name.rule.ts'
import { useLocale, useSay } from '#app/i18n/use-say.ts'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import { ClassDayMark } from './class-day-mark.tsx'
import type { ClassDayStatus } from './compliance.rule.ts'
import { complianceText } from './compliance.text.ts'

interface ClassDayTableProps {
  schoolId: string
  days: readonly { day: string }[]
  classes: readonly {
    id: string
    stage: 'primary' | 'junior' | 'senior'
    entryYear: number
    classNo: number
    cells: readonly { day: string; status: ClassDayStatus; minutes: number | null }[]
  }[]
}

const weekdays = { 'zh-CN': '一二三四五六日', en: 'MTWTFSS' }

/** Classes by days: each cell says in colour, shape and word how the day went; each day leads to its rows. */
export function ClassDayTable({ schoolId, days, classes }: ClassDayTableProps) {
  const t = useSay()
  const locale = useLocale()
  const year = schoolYearOf(days[0]?.day ?? '')
  return (
    <TableFrame label={t(complianceText.heat)}>
      <table className={`${table.table} ${table.sticky}`}>
        <thead>
          <tr>
            <th scope="col">{t(complianceText.class)}</th>
            {days.map(({ day }) => (
              <th key={day} scope="col">
                <Link to={`/schools/${schoolId}/days/${day}`}>
                  {day.slice(5)} {weekdays[locale][weekdayOf(day) - 1]}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {classes.map(line => (
            <tr key={line.id}>
              <th scope="row">{className(line, year)}</th>
              {line.cells.map(({ day, status, minutes }) => (
                <td key={day} className={table.nowrap}>
                  <ClassDayMark status={status} minutes={minutes} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
