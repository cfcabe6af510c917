import { Link } from '@remix-run/react'
import { inCity } from '#app/calendar-day.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { EmptyState } from '#app/ui/page.tsx'
import { Status } from '#app/ui/status.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import type { Objection } from './objections.queries.server.ts'
import { wayText } from './way.text.ts'

interface ObjectionListProps {
  objections: readonly Objection[]
  postId: string
}

/** The objections to a notice with their answers; whoever may answers those that wait. */
export function ObjectionList({ objections, postId }: ObjectionListProps) {
  const t = useSay()
  if (objections.length === 0) return <EmptyState>—</EmptyState>
  return (
    <TableFrame label={t(wayText.objections)}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t(wayText.yourName)}</th>
            <th scope="col">{t(wayText.objection)}</th>
            <th scope="col">{t(wayText.answer)}</th>
          </tr>
        </thead>
        <tbody>
          {objections.map(one => (
            <tr key={one.id}>
              <th scope="row">{`${one.name} ${inCity(one.receivedAt)}`}</th>
              <td>{one.text}</td>
              <td>
                {one.status === 'received' ? (
                  <Status kind="warn" label={t(wayText.open)} />
                ) : (
                  `${t(wayText[one.status])} ${one.answer}`
                )}{' '}
                {one.status === 'received' && (
                  <Link to={`/recruitment/posts/${postId}/objections/${one.id}`}>{t(wayText.answer)}</Link>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
