import { openEnd } from '#app/calendar-day.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { Status } from '#app/ui/status.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import { coverageText } from './coverage.text.ts'
import type { ExplainedPlacement } from './explain-coverage.server.ts'
import { placementText } from './placement.text.ts'

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
  | 'isLiving'
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
            <th scope="col">{t(why ? coverageText.why : coverageText.living)}</th>
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
                {line.whyNot === null ? <Living is={line.isLiving} /> : t(coverageText.whyNot[line.whyNot])}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function Living({ is }: { is: boolean | null }) {
  const t = useSay()
  if (is === null) return <>—</>
  return is ? (
    <Status kind="living" label={t(coverageText.living)} />
  ) : (
    <Status kind="missing" label={t(coverageText.notLiving)} />
  )
}
