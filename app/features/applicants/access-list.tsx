import { inCity } from '#app/calendar-day.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { EmptyState } from '#app/ui/page.tsx'
import { profileText } from './profile.text.ts'

interface Access {
  actor: string
  at: string
  what: string
  reason: string
}

/** Who looked at which of a person's numbers, when and what for. */
export function AccessList({ accesses }: { accesses: readonly Access[] }) {
  const t = useSay()
  if (accesses.length === 0) return <EmptyState>{t(profileText.noAccess)}</EmptyState>
  return (
    <ul>
      {accesses.map(({ actor, at, what, reason }) => {
        const words = profileText.looked[what]
        return (
          <li key={at + what}>
            {[inCity(at), actor, words === undefined ? what : t(words), reason].join(' · ')}
          </li>
        )
      })}
    </ul>
  )
}
