import { Link } from '@remix-run/react'
import { inCity, schoolYearOf } from '#app/calendar-day.ts'
import { kindNames } from '#app/features/activity/activity.text.ts'
import { className } from '#app/features/schools/class-name.rule.ts'
import { useLocale, useSay } from '#app/i18n/use-say.ts'
import type { ActivityKind } from '#app/spreadsheet/cells/kind.ts'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import { ClassDayMark } from './class-day-mark.tsx'
import type { ClassDayRow } from './class-day-rows.queries.server.ts'
import type { ClassDayStatus } from './compliance.rule.ts'
import { complianceText } from './compliance.text.ts'

export interface DayClass {
  id: string
  stage: 'primary' | 'junior' | 'senior'
  entryYear: number
  classNo: number
  status: ClassDayStatus
  minutes: number | null
  rows: (ClassDayRow & { counts: boolean })[]
}

const heads = [
  'class',
  'status',
  'kind',
  'startsAt',
  'duration',
  'sport',
  'participants',
  'teacher',
  'source',
] as const

/** The rows behind each class-day: what was done, for how long, whether it counts, and from which file it came. */
export function DayRowsTable({ day, classes }: { day: string; classes: readonly DayClass[] }) {
  const t = useSay()
  return (
    <TableFrame label={t(complianceText.dayTitle, { day })}>
      <table className={`${table.table} ${table.sticky}`}>
        <thead>
          <tr>
            {heads.map(head => (
              <th key={head} scope="col">
                {t(complianceText[head])}
              </th>
            ))}
          </tr>
        </thead>
        {classes.map(one => (
          <ClassRows key={one.id} day={day} one={one} />
        ))}
      </table>
    </TableFrame>
  )
}

function ClassRows({ day, one }: { day: string; one: DayClass }) {
  const span = Math.max(1, one.rows.length)
  const [first, ...others] = one.rows
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" rowSpan={span}>
          {className(one, schoolYearOf(day))}
        </th>
        <td rowSpan={span}>
          <ClassDayMark status={one.status} minutes={one.minutes} />
        </td>
        {first === undefined ? <td colSpan={heads.length - 2}>—</td> : <RowCells row={first} />}
      </tr>
      {others.map(row => (
        <tr key={row.kind + row.startsAt}>
          <RowCells row={row} />
        </tr>
      ))}
    </tbody>
  )
}

function RowCells({ row }: { row: DayClass['rows'][number] }) {
  const t = useSay()
  const locale = useLocale()
  const kind = kindNames[row.kind as ActivityKind]
  return (
    <>
      <td>
        {kind === undefined ? row.kind : t(kind)}
        {row.counts ? '' : `（${t(complianceText.notCounted)}）`}
      </td>
      <td>{row.startsAt === '' ? '—' : row.startsAt}</td>
      <td className={table.number}>{row.minutes}</td>
      <td>{(locale === 'en' ? row.sportEn : row.sport) ?? '—'}</td>
      <td className={table.number}>{row.participants ?? '—'}</td>
      <td>{row.teacher === '' ? '—' : row.teacher}</td>
      <td>
        {row.importId === null ? (
          t(complianceText.enteredOtherwise)
        ) : (
          <Link to={`/imports/${row.importId}`}>{row.fileName ?? row.importId}</Link>
        )}{' '}
        {inCity(row.reportedAt)}
      </td>
    </>
  )
}
