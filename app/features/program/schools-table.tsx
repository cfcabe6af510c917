import { useSay } from '#app/i18n/use-say.ts'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import { coverageText } from './coverage.text.ts'
import { placementText } from './placement.text.ts'

interface PlacedSchoolLine {
  id: string
  code: string | null
  name: string
  placements: {
    id: string
    sport: string
    stage: 'primary' | 'junior' | 'senior'
    role: 'leader' | 'member'
    lives: boolean
  }[]
}

/** Schools, each with everything placed there. */
export function SchoolsTable({ schools, label }: { schools: PlacedSchoolLine[]; label: string }) {
  const t = useSay()
  return (
    <TableFrame label={label}>
      <table className={`${table.table} ${table.sticky}`}>
        <thead>
          <tr>
            <th scope="col">{t(coverageText.school)}</th>
            <th scope="col">{t(coverageText.code)}</th>
            <th scope="col">{t(coverageText.placements)}</th>
          </tr>
        </thead>
        <tbody>
          {schools.map(school => (
            <tr key={school.id}>
              <th scope="row">{school.name}</th>
              <td>{school.code ?? '—'}</td>
              <td>
                {school.placements.map((one, at) => (
                  <span key={one.id}>
                    {at > 0 && ' · '}
                    <a href={`/placements/${one.id}`}>
                      {`${one.lives ? '◆ ' : ''}${one.sport} ${t(coverageText.stage[one.stage])}`}
                      {one.role === 'leader' && ` (${t(placementText.roles.leader)})`}
                    </a>
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
