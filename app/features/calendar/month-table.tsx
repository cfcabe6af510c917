import type { ReactNode } from 'react'
import { useSay } from '#app/i18n/use-say.ts'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import { calendarText } from './calendar.text.ts'

interface MonthTableProps<D extends { day: string }> {
  label: string
  /** Seven days each, Monday first; null outside the month. */
  weeks: readonly (readonly (D | null)[])[]
  cell: (day: D) => ReactNode
  look?: { table?: string; outside?: string }
}

/** A month as a table, a row a week. */
export function MonthTable<D extends { day: string }>({ label, weeks, cell, look }: MonthTableProps<D>) {
  const weekdays = useSay()(calendarText.weekdays).split(' ')
  return (
    <TableFrame label={label}>
      <table className={`${table.table} ${look?.table ?? ''}`}>
        <thead>
          <tr>
            {weekdays.map(weekday => (
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
                <td key={at} className={day === null ? look?.outside : undefined}>
                  {day !== null && cell(day)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
