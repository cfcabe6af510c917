import { type Day, inCity } from '#app/calendar-day.ts'
import type { Locale } from '#app/i18n/text.ts'
import { say } from '#app/i18n/text.ts'
import type { Engagement } from '#db/tables.ts'
import { coachingText } from '../coaching/coaching.text.ts'
import type { Post, ServedSchool } from './posts.queries.server.ts'
import { postText } from './posts.text.ts'
import { requirementsOf } from './say-post.ts'

const employmentTypes: Record<Engagement, string> = {
  FULL_TIME_ESTABLISHED: 'FULL_TIME',
  FULL_TIME_CONTRACT: 'FULL_TIME',
  PART_TIME: 'PART_TIME',
  PURCHASED_SERVICE: 'CONTRACTOR',
  VOLUNTEER: 'VOLUNTEER',
  INTERN: 'INTERN',
}

/** What search engines read of a post (https://schema.org/JobPosting); null once it is cancelled or completed. */
export function jobPostingOf(post: Post, { url, locale }: { url: string; locale: Locale }) {
  if (post.status !== 'published' || post.publishedAt === null) return null
  const [school] = post.schools
  const employer = post.isPooled ? unitNameOf(post, locale) : (school?.name ?? post.unitName)
  return {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    title: post.title,
    description: descriptionOf(post, locale),
    url,
    identifier: { '@type': 'PropertyValue', name: unitNameOf(post, locale), value: post.number },
    datePosted: cityDay(post.publishedAt),
    validThrough: cityInstant(post.round.closesAt),
    employmentType: employmentTypes[post.engagement],
    hiringOrganization: { '@type': 'Organization', name: employer },
    jobLocation: post.schools.map(one => placeOf(one, post)),
    totalJobOpenings: post.quota,
    workHours: say(locale, postText.hoursAWeek, { hours: post.hoursWeek }),
    qualifications: requirementsOf(locale, post).join('；'),
    ...(post.leastExperience > 0 && {
      experienceRequirements: {
        '@type': 'OccupationalExperienceRequirements',
        monthsOfExperience: post.leastExperience * 12,
      },
    }),
    directApply: true,
  }
}

function unitNameOf({ unitName, unitNameEn }: Post, locale: Locale): string {
  return locale === 'en' ? unitNameEn : unitName
}

function descriptionOf(post: Post, locale: Locale): string {
  const facts = [
    say(locale, coachingText.engagement[post.engagement]),
    say(locale, postText.people, { count: post.quota }),
    say(locale, postText.hoursAWeek, { hours: post.hoursWeek }),
    post.pay,
  ].filter(fact => fact !== '')
  return [post.duties, facts.join('，'), ...requirementsOf(locale, post)]
    .filter(line => line !== '')
    .join('\n')
}

function placeOf({ name, address, longitude, latitude }: ServedSchool, { unitName, isOfCity }: Post) {
  const locality = isOfCity ? '连云港市' : `连云港市${unitName}`
  return {
    '@type': 'Place',
    name,
    address: {
      '@type': 'PostalAddress',
      addressCountry: 'CN',
      addressRegion: '江苏省',
      addressLocality: locality,
      streetAddress: address,
    },
    ...(longitude !== null &&
      latitude !== null && { geo: { '@type': 'GeoCoordinates', latitude, longitude } }),
  }
}

function cityDay(instant: string): Day {
  return inCity(instant).slice(0, 10)
}

/** '2026-12-11T17:30:00+08:00' */
function cityInstant(instant: string): string {
  return `${inCity(instant).replace(' ', 'T')}:00+08:00`
}
