import { Form } from '@remix-run/react'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import { calendarText } from './calendar.text.ts'

interface TermTableProps {
  terms: readonly { id: string; schoolYear: number; number: number; firstDay: string; lastDay: string }[]
  /** The city sets the terms. */
  changeable: boolean
}

/** The terms with their days; the city changes them in place and adds the next. */
export function TermTable({ terms, changeable }: TermTableProps) {
  const t = useSay()
  const last = terms[terms.length - 1]
  const next =
    last === undefined
      ? []
      : [
          {
            id: 'next',
            schoolYear: last.number === 1 ? last.schoolYear : last.schoolYear + 1,
            number: last.number === 1 ? 2 : 1,
            firstDay: '',
            lastDay: '',
          },
        ]
  return (
    <TableFrame label={t(calendarText.terms)}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t(calendarText.term)}</th>
            <th scope="col">{t(calendarText.firstDay)}</th>
            <th scope="col">{t(calendarText.lastDay)}</th>
            {changeable && <th scope="col">{t(calendarText.save)}</th>}
          </tr>
        </thead>
        <tbody>
          {[...terms, ...(changeable ? next : [])].map(term => {
            const name = `${term.schoolYear}-${term.schoolYear + 1}-${term.number}`
            return changeable ? (
              <ChangeableTerm key={term.id} name={name} term={term} />
            ) : (
              <tr key={term.id}>
                <th scope="row">{name}</th>
                <td>{term.firstDay}</td>
                <td>{term.lastDay}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </TableFrame>
  )
}

function ChangeableTerm({ name, term }: { name: string; term: TermTableProps['terms'][number] }) {
  const t = useSay()
  const form = `term-${name}`
  return (
    <tr>
      <th scope="row">{name}</th>
      {(['firstDay', 'lastDay'] as const).map(field => (
        <td key={field}>
          <input
            form={form}
            type="date"
            name={field}
            defaultValue={term[field]}
            aria-label={`${name} ${t(calendarText[field])}`}
            required
          />
        </td>
      ))}
      <td>
        <Form method="post" action="/calendar/terms" id={form}>
          <input type="hidden" name="schoolYear" value={term.schoolYear} />
          <input type="hidden" name="number" value={term.number} />
          <button className={button.button} aria-label={`${t(calendarText.save)} ${name}`}>
            {t(calendarText.save)}
          </button>
        </Form>
      </td>
    </tr>
  )
}
