import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { inCity } from '#app/calendar-day.ts'
import { coachingText } from '#app/features/coaching/coaching.text.ts'
import { useSay } from '#app/i18n/use-say.ts'
import page from '#app/ui/page.module.css'
import { consentText } from './consent.text.ts'
import { documentsText } from './documents.text.ts'
import { profileText } from './profile.text.ts'
import type { readProfile } from './read-profile.server.ts'

type Profile = NonNullable<Awaited<ReturnType<typeof readProfile>>>

interface ProfileFactsProps {
  profile: Profile
  sportNames: Record<string, string>
  unitNames: Record<string, string>
}

/** Every part of a profile with the way to change it. */
export function ProfileFacts({ profile, sportNames, unitNames }: ProfileFactsProps) {
  const t = useSay()
  const retired =
    profile.isRetiredAthlete === 1
      ? [t(profileText.yes), profile.team, profile.retiredOn]
      : [t(profileText.no)]
  return (
    <>
      <Part part="identity">
        <Fact name={t(profileText.name)}>{profile.name}</Fact>
        <Fact name={t(profileText.idNumber)}>{profile.idNumber}</Fact>
        <Fact name={t(profileText.birthDate)}>{profile.birthDate}</Fact>
        <Fact name={t(profileText.gender)}>{t(profileText.genders[profile.gender])}</Fact>
      </Part>
      <Part part="contact">
        <Fact name={t(profileText.phone)}>{profile.phone}</Fact>
        <Fact name={t(profileText.email)}>{profile.email}</Fact>
      </Part>
      <Part part="sports">
        {profile.sports.length === 0 && <Fact name={t(profileText.sport)}>{null}</Fact>}
        {profile.sports.map(one => (
          <Fact key={one.sport} name={sportNames[one.sport] ?? one.sport}>
            {[
              t(coachingText.grade[one.grade]),
              one.result && t(coachingText.result[one.result]),
              one.resultText,
            ]
              .filter(Boolean)
              .join(' · ')}
          </Fact>
        ))}
      </Part>
      <Part part="background">
        <Fact name={t(profileText.education)}>
          {profile.education === '' ? null : t(coachingText.education[profile.education])}
        </Fact>
        <Fact name={t(profileText.graduatedFrom)}>{profile.graduatedFrom}</Fact>
        <Fact name={t(profileText.experienceYears)}>{profile.experienceYears}</Fact>
        <Fact name={t(profileText.isRetired)}>{retired.filter(Boolean).join(' · ')}</Fact>
        <Fact name={t(profileText.hoursWeek)}>{profile.hoursWeek}</Fact>
        <Fact name={t(profileText.units)}>
          {profile.units.map(code => unitNames[code] ?? code).join(' · ')}
        </Fact>
      </Part>
      <Part part="certificates">
        {profile.certificates.length === 0 && <Fact name={t(profileText.kind)}>{null}</Fact>}
        {profile.certificates.map(one => (
          <Fact key={one.id} name={t(profileText.kinds[one.kind])}>
            {[one.literal, one.number, one.expiresOn].filter(Boolean).join(' · ')}
          </Fact>
        ))}
      </Part>
      <section className={page.section} id="documents">
        <h2>{t(documentsText.title)}</h2>
        <Link to="/profile/documents">{t(documentsText.add)}</Link>
      </section>
      <Part part="consent">
        {profile.consents.map(({ purpose, given }) => (
          <Fact key={purpose} name={t(consentText[purpose].title)}>
            {given === null
              ? t(profileText.consentMissing)
              : t(profileText.consentGiven, { at: inCity(given.givenAt), version: given.version })}
          </Fact>
        ))}
      </Part>
    </>
  )
}

function Part({ part, children }: { part: keyof typeof profileText.parts; children: ReactNode }) {
  const t = useSay()
  const title = t(profileText.parts[part])
  return (
    <section className={page.section} id={part}>
      <h2>{title}</h2>
      <dl>{children}</dl>
      <Link to={`/profile/${part}`} aria-label={`${t(profileText.change)} ${title}`}>
        {t(profileText.change)}
      </Link>
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  const t = useSay()
  const isEmpty = children === null || children === ''
  return (
    <div>
      <dt>{name}</dt>
      <dd>{isEmpty ? t(profileText.nothing) : children}</dd>
    </div>
  )
}
