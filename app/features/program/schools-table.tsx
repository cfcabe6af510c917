import { useLocale, useSay } from '#app/i18n/use-say.ts'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import styles from './coverage.module.css'
import { coverageText } from './coverage.text.ts'
import type { Life } from './living.rule.ts'
import { livingText, whyNotLivingWords } from './living.text.ts'
import { placementText } from './placement.text.ts'

interface PlacedSchoolLine {
  id: string
  code: string | null
  name: string
  placements: PlacedSport[]
}

interface PlacedSport {
  id: string
  sport: string
  stage: 'primary' | 'junior' | 'senior'
  role: 'leader' | 'member'
  /** Null where it does not count. */
  life: Life | null
}

/** Schools, each with everything placed there, and of what does not live why not. */
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
                <ul className={styles.placed}>
                  {school.placements.map(one => (
                    <PlacedLine key={one.id} placed={one} />
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function PlacedLine({ placed: { id, sport, stage, role, life } }: { placed: PlacedSport }) {
  const t = useSay()
  const locale = useLocale()
  return (
    <li>
      <a href={`/placements/${id}`}>
        {`${life?.lives ? '◆ ' : ''}${sport} ${t(coverageText.stage[stage])}`}
        {role === 'leader' && ` (${t(placementText.roles.leader)})`}
      </a>
      {life !== null && !life.lives && (
        <span className={styles.none}>
          {` ${t(livingText.notLiving)}${t(coverageText.colon)}${whyNotLivingWords(locale, life.why)}`}
        </span>
      )}
    </li>
  )
}
