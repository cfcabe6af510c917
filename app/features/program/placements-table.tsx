import { openEnd } from '#app/calendar-day.ts'
import { useSay } from '#app/i18n/use-say.ts'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import { coverageText } from './coverage.text.ts'
import type { ExplainedPlacement } from './explain-coverage.server.ts'
import { livingText } from './living.text.ts'
import { placementText } from './placement.text.ts'
import { PlacementLife } from './placement-life.tsx'

export type PlacementLine = Pick<
  ExplainedPlacement,
  | 'id'
  | 'code'
  | 'name'
  | 'parentName'
  | 'role'
  | 'validFrom'
  | 'validTo'
  | 'document'
  | 'whyNot'
  | 'countsAsParent'
  | 'life'
  | 'instructors'
>

/** Schools with their placements; `why` tells for each why it does not count, else whether it lives. */
export function PlacementsTable({
  lines,
  label,
  why,
}: {
  lines: PlacementLine[]
  label: string
  why: boolean
}) {
  const t = useSay()
  return (
    <TableFrame label={label}>
      <table className={`${table.table} ${table.sticky}`}>
        <thead>
          <tr>
            <th scope="col">{t(coverageText.school)}</th>
            <th scope="col">{t(coverageText.code)}</th>
            <th scope="col">{t(placementText.role)}</th>
            <th scope="col">{t(placementText.from)}</th>
            <th scope="col">{t(placementText.until)}</th>
            <th scope="col">{t(placementText.document)}</th>
            <th scope="col">{t(why ? coverageText.why : livingText.living)}</th>
            {!why && <th scope="col">{t(livingText.behind)}</th>}
          </tr>
        </thead>
        <tbody>
          {lines.map(line => (
            <tr key={line.id}>
              <th scope="row">
                <a href={`/placements/${line.id}`}>{line.name}</a>
                {line.countsAsParent && line.parentName !== null && (
                  <> ({t(coverageText.countsAs, { school: line.parentName })})</>
                )}
              </th>
              <td>{line.code ?? '—'}</td>
              <td>{t(placementText.roles[line.role])}</td>
              <td className={table.nowrap}>{line.validFrom}</td>
              <td className={table.nowrap}>
                {line.validTo === openEnd ? t(placementText.open) : line.validTo}
              </td>
              <td>{line.document === '' ? '—' : line.document}</td>
              <td>
                {line.whyNot === null ? (
                  <PlacementLife life={line.life} />
                ) : (
                  t(coverageText.whyNot[line.whyNot])
                )}
              </td>
              {!why && <td>{line.instructors.length > 0 ? line.instructors.join('、') : '—'}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
