import { openEnd } from '#app/calendar-day.ts'
import { useSay } from '#app/i18n/use-say.ts'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import { placementText } from './placement.text.ts'

/** What a placement of a school, in a sport and stage, says of some days. */
export interface PlacementRecord {
  id: string
  role: 'leader' | 'member'
  validFrom: string
  validTo: string
  document: string
}

/** The records of one school, sport and stage, oldest first. */
export function PlacementHistory({
  placements,
  current,
  label,
}: {
  placements: PlacementRecord[]
  current: string
  label: string
}) {
  const t = useSay()
  return (
    <TableFrame label={label}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t(placementText.from)}</th>
            <th scope="col">{t(placementText.until)}</th>
            <th scope="col">{t(placementText.role)}</th>
            <th scope="col">{t(placementText.document)}</th>
          </tr>
        </thead>
        <tbody>
          {placements.map(one => (
            <tr key={one.id} aria-current={one.id === current || undefined}>
              <th scope="row">
                <a href={`/placements/${one.id}`}>{one.validFrom}</a>
              </th>
              <td>{one.validTo === openEnd ? t(placementText.open) : one.validTo}</td>
              <td>{t(placementText.roles[one.role])}</td>
              <td>{one.document === '' ? '—' : one.document}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
