import { Form } from '@remix-run/react'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Status } from '#app/ui/status.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import { calendarText } from './calendar.text.ts'

interface YearTableProps {
  years: readonly { year: number; published: boolean; source: string }[]
  changeable: boolean
}

/** The years of public holidays: published with their notice, or marked as not yet published. */
export function YearTable({ years, changeable }: YearTableProps) {
  const t = useSay()
  return (
    <TableFrame label={t(calendarText.years)}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t(calendarText.year)}</th>
            <th scope="col">{t(calendarText.state)}</th>
            <th scope="col">{t(calendarText.source)}</th>
          </tr>
        </thead>
        <tbody>
          {years.map(({ year, published, source }) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              <td>
                <Status
                  kind={published ? 'met' : 'warn'}
                  label={t(published ? calendarText.isPublished : calendarText.notPublished)}
                />
              </td>
              <td>
                {published || !changeable ? (
                  source
                ) : (
                  <Form method="post" action="/calendar/years" className={button.row}>
                    <input type="hidden" name="year" value={year} />
                    <input
                      name="source"
                      aria-label={`${year} ${t(calendarText.source)}`}
                      maxLength={200}
                      required
                    />
                    <button className={button.button}>{t(calendarText.publish)}</button>
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
