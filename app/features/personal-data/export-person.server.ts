import type { Scope } from '#app/auth/scope.ts'
import { inCity } from '#app/calendar-day.ts'
import { type ApplicantCertificate, consentsOf } from '#app/features/applicants/applicants.queries.server.ts'
import { consentText } from '#app/features/applicants/consent.text.ts'
import { documentsOfApplicant } from '#app/features/applicants/documents.queries.server.ts'
import { documentsText } from '#app/features/applicants/documents.text.ts'
import { profileText } from '#app/features/applicants/profile.text.ts'
import { readProfile } from '#app/features/applicants/read-profile.server.ts'
import { spoken } from '#app/features/applications/application-number.rule.ts'
import { stateWords } from '#app/features/applications/application-states.text.ts'
import { stepsOf } from '#app/features/applications/application-steps.queries.server.ts'
import { listApplications } from '#app/features/applications/applications.queries.server.ts'
import { scoreText } from '#app/features/applications/score.rule.ts'
import { publishedResultsOf } from '#app/features/applications/scores.queries.server.ts'
import { wayText } from '#app/features/applications/way.text.ts'
import { coachingText } from '#app/features/coaching/coaching.text.ts'
import { listCoachPlacements } from '#app/features/instructors/coach-work.queries.server.ts'
import { ratingWords, trainingWords, workText } from '#app/features/instructors/coach-work.text.ts'
import { entryChecksOf } from '#app/features/instructors/entry-checks.queries.server.ts'
import { evaluationsOf } from '#app/features/instructors/evaluations.queries.server.ts'
import { contractsOfPerson } from '#app/features/instructors/instructors.queries.server.ts'
import { trainingsOfPerson } from '#app/features/instructors/trainings.queries.server.ts'
import { noticesOf } from '#app/features/notices/notices.queries.server.ts'
import { listSports } from '#app/features/sports/sports.queries.server.ts'
import { type Locale, type Message, say } from '#app/i18n/text.ts'
import { writeTable } from '#app/spreadsheet/write-table.server.ts'
import type { Db } from '#db/tables.ts'
import { personExportSheet } from './person-export.sheet.ts'
import { personalDataText } from './personal-data.text.ts'

type Part = keyof typeof personalDataText.parts

/**
 * All that is kept of somebody as the bytes of an .xlsx (个人信息保护法 45), with the numbers masked as on the pages, and
 * scores once they are published; null for an account without a profile.
 */
export async function exportPerson(
  db: Db,
  owner: { id: string },
  asked: { locale: Locale; now: string },
): Promise<Uint8Array | null> {
  const { locale } = asked
  const profile = await readProfile(db, owner.id)
  if (profile === null) return null
  const scope: Scope = { kind: 'applicant', accountId: owner.id }
  const sports = await listSports(db)
  const names = new Map(sports.map(one => [one.code, locale === 'en' ? one.nameEn : one.name]))
  const rows: { part: string; item: string; value: string | null }[] = []
  const add = (part: Part, item: string, ...values: (string | number | null | undefined | false)[]) => {
    const value = values.filter(one => one != null && one !== '' && one !== false).join(' · ')
    rows.push({ part: say(locale, personalDataText.parts[part]), item, value: value || null })
  }
  add('profile', say(locale, profileText.name), profile.name)
  add('profile', say(locale, profileText.idNumber), profile.idNumber)
  add('profile', say(locale, profileText.birthDate), profile.birthDate)
  add('profile', say(locale, profileText.gender), say(locale, profileText.genders[profile.gender]))
  add('profile', say(locale, profileText.phone), profile.phone)
  add('profile', say(locale, profileText.email), profile.email)
  add('profile', say(locale, profileText.education), say(locale, coachingText.education[profile.education]))
  add('profile', say(locale, profileText.graduatedFrom), profile.graduatedFrom)
  add('profile', say(locale, profileText.experienceYears), profile.experienceYears)
  add(
    'profile',
    say(locale, profileText.isRetired),
    say(locale, profileText[profile.isRetiredAthlete === 1 ? 'yes' : 'no']),
  )
  add('profile', say(locale, profileText.team), profile.team, profile.retiredOn)
  add('profile', say(locale, profileText.hoursWeek), profile.hoursWeek)
  add('profile', say(locale, profileText.units), ...profile.units)
  add('profile', say(locale, personalDataText.statement), profile.statement)
  for (const one of profile.sports)
    add(
      'sports',
      names.get(one.sport) ?? one.sport,
      say(locale, coachingText.grade[one.grade]),
      one.gradeNumber,
      one.gradedOn,
      one.result && say(locale, coachingText.result[one.result]),
      one.resultText,
    )
  for (const one of profile.certificates)
    add(
      'certificates',
      say(locale, profileText.kinds[one.kind]),
      one.literal,
      levelWords(locale, one),
      one.number,
      one.issuedOn,
      one.expiresOn,
    )
  for (const one of await documentsOfApplicant(db, profile.id))
    add('documents', kindWords(locale, one.kind), one.fileName, inCity(one.createdAt))
  for (const { purpose, version, givenAt, withdrawnAt } of await consentsOf(db, profile.id))
    add(
      'consents',
      say(locale, consentText[purpose].title),
      version,
      inCity(givenAt),
      withdrawnAt !== null && `${say(locale, personalDataText.withdrawn)} ${inCity(withdrawnAt)}`,
    )
  const asOf = inCity(asked.now).slice(0, 10)
  const contracts = await contractsOfPerson(db, { kind: 'city' }, profile.id, asOf)
  for (const one of contracts)
    add('contracts', one.unitCode, one.schoolName, one.validFrom, one.validTo, one.endReason)
  const instructorIds = contracts.map(one => one.id)
  const work = await listCoachPlacements(db, { kind: 'city' }, { asOf, instructorIds })
  const placeOf = new Map(work.map(one => [one.id, `${one.schoolName} ${names.get(one.sport) ?? one.sport}`]))
  for (const { id, hoursWeek: hours, ...one } of work)
    add(
      'placements',
      placeOf.get(id) ?? '',
      say(locale, personalDataText.hours, { hours }),
      one.validFrom,
      one.validTo,
      one.note,
      one.endReason,
    )
  for (const { placementId, loggedDays: days, loggedMinutes: minutes, ...one } of await evaluationsOf(db, [
    ...placeOf.keys(),
  ]))
    add(
      'evaluations',
      `${placeOf.get(placementId) ?? ''} ${one.termId}`,
      say(locale, ratingWords[one.rating]),
      say(locale, personalDataText.logged, { days, minutes }),
      one.opinion,
      one.evaluatedBy,
      inCity(one.evaluatedAt),
    )
  for (const { kind, dueOn, doneOn, note } of await trainingsOfPerson(db, profile.id))
    add(
      'trainings',
      say(locale, trainingWords[kind]),
      `${say(locale, workText.dueOn)} ${dueOn}`,
      doneOn !== null && `${say(locale, workText.doneOn)} ${doneOn}`,
      note,
    )
  // That there was one and when: what it answered is for the two offices that act on it (domain.md 9.5).
  for (const one of await entryChecksOf(db, profile.id)) add('checks', one.queriedOn, one.unitCode)
  for (const one of await listApplications(db, scope, { limit: 10_000 })) {
    const name = `${one.postTitle} ${spoken(one.number)}`
    const { rank, scores } = await publishedResultsOf(db, one)
    add(
      'applications',
      name,
      say(locale, stateWords[one.state]),
      rank !== null && say(locale, personalDataText.rank, { rank }),
      one.interviewAt !== null && inCity(one.interviewAt),
      one.interviewPlace,
      one.statement,
    )
    for (const component of ['WRITTEN', 'SKILL', 'EXTRA'] as const) {
      const score = scores[component]
      if (score === undefined) continue
      const reached = score === null ? say(locale, wayText.absent) : scoreText(score)
      add('scores', name, say(locale, wayText.components[component]), reached)
    }
    for (const step of await stepsOf(db, one.id))
      add('steps', name, say(locale, stateWords[step.to]), inCity(step.at), step.actor, step.reason)
  }
  for (const one of profile.accesses) add('accesses', inCity(one.at), one.actor, one.what, one.reason)
  for (const one of await noticesOf(db, owner.id, 10_000))
    add('notices', inCity(one.createdAt), locale === 'en' ? one.textEn : one.textZh)
  const note = say(locale, personalDataText.note, { at: inCity(asked.now) })
  return writeTable(personExportSheet, rows, { locale, note })
}

/** A title on the one scale of today, or the stage that a teacher certificate is for. */
function levelWords(locale: Locale, { kind, level }: Pick<ApplicantCertificate, 'kind' | 'level'>): string {
  if (level === '') return ''
  const words: Record<string, Message> = kind === 'COACH_TITLE' ? coachingText.coachTitle : profileText.levels
  const word = words[level]
  return word === undefined ? level : say(locale, word)
}

function kindWords(locale: Locale, kind: string): string {
  const words = documentsText.kinds[kind as keyof typeof documentsText.kinds]
  return words === undefined ? kind : say(locale, words)
}
