import { Form } from '@remix-run/react'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { EmptyState } from '#app/ui/page.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import type { CalendarDayKind } from './calendar.rule.ts'
import { calendarText, dayKindWords, stageNames } from './calendar.text.ts'

interface EntryTableProps {
  month: string
  entries: readonly {
    scope: string
    scopeName: string
    stage: '' | 'primary' | 'junior' | 'senior'
    day: string
    kind: CalendarDayKind
    followsWeekday: number | null
    note: string
    changeable: boolean
  }[]
}

/** The days that differ from the plain week, layer by layer; what is one's own may be removed. */
export function EntryTable({ month, entries }: EntryTableProps) {
  const t = useSay()
  if (entries.length === 0) return <EmptyState>{t(calendarText.noEntries)}</EmptyState>
  const heads = ['day', 'scope', 'stage', 'kind', 'follows', 'note'] as const
  return (
    <TableFrame label={t(calendarText.entries)}>
      <table className={`${table.table} ${table.sticky}`}>
        <thead>
          <tr>
            {heads.map(head => (
              <th key={head} scope="col">
                {t(calendarText[head])}
              </th>
            ))}
            <th scope="col">{t(calendarText.remove)}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map(entry => (
            <tr key={entry.day + entry.scope + entry.stage}>
              <th scope="row">{entry.day}</th>
              <td>
                {entry.scope === 'national' || entry.scope === 'city'
                  ? t(calendarText[entry.scope])
                  : entry.scopeName}
              </td>
              <td>{t(stageNames[entry.stage])}</td>
              <td>{t(dayKindWords[entry.kind])}</td>
              <td className={table.number}>{entry.followsWeekday ?? '—'}</td>
              <td>{entry.note}</td>
              <td>
                {entry.changeable && (
                  <Form method="post" action="/calendar/remove">
                    <input type="hidden" name="scope" value={entry.scope} />
                    <input type="hidden" name="stage" value={entry.stage} />
                    <input type="hidden" name="day" value={entry.day} />
                    <input type="hidden" name="month" value={month} />
                    <button
                      className={button.quiet}
                      aria-label={`${t(calendarText.remove)} ${entry.day} ${entry.scopeName}`}
                    >
                      {t(calendarText.remove)}
                    </button>
                  </Form>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
