import { profileText } from '#app/features/applicants/profile.text.ts'
import { coachingText } from '#app/features/coaching/coaching.text.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { Facts } from '#app/ui/facts.tsx'
import type { readCandidate } from './read-candidate.server.ts'
import { wayText } from './way.text.ts'

type Person = NonNullable<Awaited<ReturnType<typeof readCandidate>>>['person']

/** What a profile says of somebody, without any number of theirs. */
export function CandidatePerson({
  person,
  sportNames,
}: {
  person: Person
  sportNames: Record<string, string>
}) {
  const t = useSay()
  return (
    <Facts
      facts={[
        [t(wayText.age), person.age],
        [
          t(profileText.education),
          [t(coachingText.education[person.education]), person.graduatedFrom].filter(Boolean).join(' · '),
        ],
        [t(profileText.experienceYears), person.experienceYears],
        [
          t(wayText.retired),
          [t(person.isRetiredAthlete ? wayText.yes : wayText.no), person.team].filter(Boolean).join(' · '),
        ],
        ...person.sports.map(
          one =>
            [
              sportNames[one.sport] ?? one.sport,
              [t(coachingText.grade[one.grade]), one.gradeNumber, one.resultText].filter(Boolean).join(' · '),
            ] as const,
        ),
        ...person.certificates.map(
          one =>
            [t(profileText.kinds[one.kind]), [one.literal, one.number].filter(Boolean).join(' · ')] as const,
        ),
      ]}
    />
  )
}
