import { Link } from '@remix-run/react'
import { useSay } from '#app/i18n/use-say.ts'
import { Facts } from '#app/ui/facts.tsx'
import { Section } from '#app/ui/page.tsx'
import { Status } from '#app/ui/status.tsx'
import type { AthleteGrade, Education } from '#db/tables.ts'
import { coachingText } from '../coaching/coaching.text.ts'
import applicationsStyles from './applications.module.css'
import { applicationText } from './applications.text.ts'
import type { ApplicationDocument } from './documents.rule.ts'
import { documentWords, eligibilityText } from './eligibility.text.ts'
import { documentsPath, profilePath } from './mend-path.ts'

interface ShownProfile {
  name: string
  grade: AthleteGrade
  education: Education
  experienceYears: number
}

/** What the application takes from the profile. */
export function ProfileSummary({ profile }: { profile: ShownProfile }) {
  const t = useSay()
  return (
    <Section title={t(applicationText.profile)}>
      <p>
        {t(applicationText.profileFrom)} <Link to={profilePath}>{t(applicationText.changeProfile)}</Link>
      </p>
      <Facts
        facts={[
          [t(applicationText.name), profile.name],
          [t(eligibilityText.grade), t(coachingText.grade[profile.grade])],
          [t(eligibilityText.education), t(coachingText.education[profile.education])],
          [t(eligibilityText.experience), t(eligibilityText.years, { years: profile.experienceYears })],
        ]}
      />
    </Section>
  )
}

/** The papers that the unit will look at, and which of them are there. */
export function DocumentList({
  documents,
}: {
  documents: readonly { kind: ApplicationDocument; isHeld: boolean }[]
}) {
  const t = useSay()
  return (
    <Section title={t(eligibilityText.documents)}>
      <p>
        {t(eligibilityText.documentsMean)} <Link to={documentsPath}>{t(eligibilityText.addDocuments)}</Link>
      </p>
      <ul className={applicationsStyles.rules}>
        {documents.map(({ kind, isHeld }) => (
          <li key={kind} className={applicationsStyles.ruleHead}>
            {t(documentWords[kind])}
            <Status
              kind={isHeld ? 'met' : 'missing'}
              label={t(isHeld ? eligibilityText.held : eligibilityText.notHeld)}
            />
          </li>
        ))}
      </ul>
    </Section>
  )
}
