import { Link } from '@remix-run/react'
import { useSay } from '#app/i18n/use-say.ts'
import { EmptyState, Section } from '#app/ui/page.tsx'
import { complianceText } from './compliance.text.ts'

interface SilentListProps {
  /** The last school day; null in a long break. */
  day: string | null
  expected: number
  count: number
  schools: readonly { id: string; name: string }[]
}

/** Who has not reported on the last school day, each with the way to its days. */
export function SilentList({ day, expected, count, schools }: SilentListProps) {
  const t = useSay()
  if (day === null) return null
  return (
    <Section title={t(complianceText.silent)}>
      <p>{t(complianceText.silentAnswer, { day, of: expected, count })}</p>
      {count === 0 ? (
        <EmptyState>{t(complianceText.everybodyReported)}</EmptyState>
      ) : (
        <ul>
          {schools.map(school => (
            <li key={school.id}>
              <Link to={`/schools/${school.id}/compliance?period=week&day=${day}`}>{school.name}</Link>
            </li>
          ))}
        </ul>
      )}
      {count > schools.length && <p>{t(complianceText.moreSilent, { count: count - schools.length })}</p>}
    </Section>
  )
}
