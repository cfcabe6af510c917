import { Link } from '@remix-run/react'
import { inCity } from '#app/calendar-day.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { EmptyState } from '#app/ui/page.tsx'
import { Status } from '#app/ui/status.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import { objectionsText as text } from './objections.text.ts'
import type { Standing } from './sealed-contact.server.ts'

interface Listed extends Omit<Standing, 'sealed'> {
  receivedAt: string
  answer: string
  /** What of the notice it is about, where that names several. */
  about?: string
}

interface ObjectionListProps {
  objections: readonly Listed[]
  /** Where an objection is answered, without its id. */
  place: string
}

/** The objections to a notice with their answers; whoever may answers those that wait. */
export function ObjectionList({ objections, place }: ObjectionListProps) {
  const t = useSay()
  if (objections.length === 0) return <EmptyState>—</EmptyState>
  const areAbout = objections.some(one => one.about !== undefined)
  return (
    <TableFrame label={t(text.title)}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t(text.objector)}</th>
            {areAbout && <th scope="col">{t(text.about)}</th>}
            <th scope="col">{t(text.objection)}</th>
            <th scope="col">{t(text.answer)}</th>
          </tr>
        </thead>
        <tbody>
          {objections.map(one => (
            <tr key={one.id}>
              <th scope="row">{`${one.name} ${inCity(one.receivedAt)}`}</th>
              {areAbout && <td>{one.about}</td>}
              <td>{one.text}</td>
              <td>
                {one.status === 'received' ? (
                  <>
                    <Status kind="warn" label={t(text.open)} />{' '}
                    <Link to={`${place}/${one.id}`}>{t(text.answer)}</Link>
                  </>
                ) : (
                  `${t(text.verdicts[one.status])} ${one.answer}`
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
