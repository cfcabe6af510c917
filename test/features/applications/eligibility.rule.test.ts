import { describe, expect, test } from 'vitest'
import {
  ageOn,
  answerOf,
  eligibilityOf,
  isEligibilityCode,
  type PostRules,
  type ProfileFacts,
  verdictOf,
} from '#app/features/applications/eligibility.rule.ts'
import { athleteGrades, educations, sportResults } from '#app/features/coaching/grades.rule.ts'
import { fc } from '#test/support/laws.ts'

const noRules: PostRules = {
  sport: 'football',
  stages: ['primary', 'junior'],
  leastGrade: '',
  resultInstead: '',
  leastEducation: '',
  mostAge: null,
  certificate: 'NONE',
  leastExperience: 0,
  isReserved: false,
  closingDay: '2026-12-11',
}

const complete: ProfileFacts = {
  birthDate: '1998-05-04',
  education: 'BACHELOR',
  experienceYears: 3,
  isRetiredAthlete: true,
  sports: [{ sport: 'football', grade: 'LEVEL1', result: 'PROVINCIAL_TOP3' }],
  certificates: [{ kind: 'TEACHER', level: 'junior', expiresOn: null }],
  hasIdNumber: true,
  hasPhone: true,
  hasConsent: true,
}

const football = (grade: ProfileFacts['sports'][number]['grade'], result = '' as const) => ({
  sports: [{ sport: 'football', grade, result }],
})
const papers = (level: string, expiresOn: string | null = null, kind: 'TEACHER' | 'REFEREE' = 'TEACHER') => ({
  certificates: [{ kind, level, expiresOn }],
})

function codesOf(post: Partial<PostRules>, profile: Partial<ProfileFacts> = {}) {
  return eligibilityOf({ ...noRules, ...post }, { ...complete, ...profile }).map(one => one.code)
}

describe('each rule of a post answers with its reason', () => {
  test.each<[string, Partial<PostRules>, Partial<ProfileFacts>]>([
    ['grade-held', { leastGrade: 'LEVEL1' }, {}],
    ['grade-held', { leastGrade: 'LEVEL2' }, football('MASTER')],
    ['grade-too-low', { leastGrade: 'MASTER' }, {}],
    ['grade-too-low', { leastGrade: 'LEVEL1' }, football('')],
    ['sport-not-said', { leastGrade: 'LEVEL1', sport: 'judo' }, {}],
    ['result-held', { leastGrade: 'MASTER', resultInstead: 'PROVINCIAL_TOP3' }, {}],
    ['result-held', { leastGrade: 'MASTER', resultInstead: 'CITY_TOP3' }, {}],
    ['grade-too-low', { leastGrade: 'MASTER', resultInstead: 'NATIONAL_TOP8' }, {}],
    ['retired-held', { isReserved: true }, {}],
    ['not-retired', { isReserved: true }, { isRetiredAthlete: false }],
    ['retired-grade-too-low', { isReserved: true }, football('LEVEL2')],
    ['education-held', { leastEducation: 'COLLEGE' }, {}],
    ['education-held', { leastEducation: 'BACHELOR' }, {}],
    ['education-too-low', { leastEducation: 'MASTER' }, {}],
    ['education-not-said', { leastEducation: 'COLLEGE' }, { education: '' }],
    ['age-within', { mostAge: 28 }, {}],
    ['too-old', { mostAge: 27 }, {}],
    ['too-young', {}, { birthDate: '2008-12-12' }],
    ['age-within', {}, { birthDate: '2008-12-11' }],
    ['birth-date-not-said', {}, { birthDate: null }],
    ['certificate-held', { certificate: 'NOW' }, {}],
    ['certificate-held', { certificate: 'NOW' }, papers('senior')],
    ['certificate-missing', { certificate: 'NOW' }, { certificates: [] }],
    ['certificate-missing', { certificate: 'NOW' }, papers('junior', null, 'REFEREE')],
    ['certificate-expired', { certificate: 'NOW' }, papers('junior', '2026-12-10')],
    ['certificate-held', { certificate: 'NOW' }, papers('junior', '2026-12-11')],
    ['certificate-level-too-low', { certificate: 'NOW' }, papers('primary')],
    ['certificate-level-not-said', { certificate: 'NOW' }, papers('')],
    ['certificate-later', { certificate: 'WITHIN_PROBATION' }, { certificates: [] }],
    ['certificate-later', { certificate: 'WITHIN_PROBATION' }, papers('primary')],
    ['experience-enough', { leastExperience: 3 }, {}],
    ['experience-too-short', { leastExperience: 4 }, {}],
    ['consent-missing', {}, { hasConsent: false }],
    ['id-number-missing', {}, { hasIdNumber: false }],
    ['phone-missing', {}, { hasPhone: false }],
  ])('%s', (code, post, profile) => {
    expect(codesOf(post, profile)).toContain(code)
  })

  test('a rule that the post does not set is not listed', () => {
    expect(codesOf({})).toEqual(['age-within', 'id-number-given', 'phone-given', 'consent-given'])
  })

  test('whoever misses something is told where to mend it, except an age', () => {
    const codes = codesOf(
      { leastGrade: 'MASTER', leastEducation: 'DOCTOR', mostAge: 20, certificate: 'NOW', leastExperience: 9 },
      { certificates: [], hasIdNumber: false, hasPhone: false, hasConsent: false },
    )

    const mends = codes.map(code => [code, answerOf(code).mend])
    expect(mends.filter(([, mend]) => mend === null)).toEqual([['too-old', null]])
  })
})

test.each([
  ['2026-12-11', '1991-12-11', 35],
  ['2026-12-11', '1991-12-12', 34],
  ['2027-02-28', '2004-02-29', 22],
  ['2027-03-01', '2004-02-29', 23],
  ['2028-02-29', '2004-02-29', 24],
])('on %s whoever was born on %s is %i', (day, birthDate, age) => {
  expect(ageOn(day, birthDate)).toBe(age)
})

test.each([
  [['met', 'met'], 'eligible'],
  [['met', 'not-known'], 'unclear'],
  [['not-known', 'not-met'], 'not-eligible'],
] as const)('%j is %s', (outcomes, verdict) => {
  expect(verdictOf(outcomes.map(outcome => ({ outcome })))).toBe(verdict)
})

describe('laws', () => {
  const days = fc.date({ min: new Date('1960-01-01'), max: new Date('2008-12-31'), noInvalidDate: true })
  const profiles = fc.record<ProfileFacts>({
    birthDate: fc.option(days.map(date => date.toISOString().slice(0, 10))),
    education: fc.constantFrom(...educations),
    experienceYears: fc.nat(20),
    isRetiredAthlete: fc.boolean(),
    sports: fc.uniqueArray(
      fc.record({
        sport: fc.constantFrom('football', 'judo', 'athletics'),
        grade: fc.constantFrom(...athleteGrades),
        result: fc.constantFrom(...sportResults),
      }),
      { selector: one => one.sport },
    ),
    certificates: fc.array(
      fc.record({
        kind: fc.constantFrom('TEACHER' as const, 'COACH_TITLE' as const),
        level: fc.constantFrom('', 'primary', 'junior', 'senior'),
        expiresOn: fc.option(fc.constantFrom('2026-12-10', '2026-12-11', '2030-01-01')),
      }),
      { maxLength: 3 },
    ),
    hasIdNumber: fc.boolean(),
    hasPhone: fc.boolean(),
    hasConsent: fc.boolean(),
  })
  const posts = fc.record<PostRules>({
    sport: fc.constantFrom('football', 'judo'),
    stages: fc.uniqueArray(fc.constantFrom('primary', 'junior', 'senior'), { minLength: 1 }),
    leastGrade: fc.constantFrom(...athleteGrades),
    resultInstead: fc.constantFrom(...sportResults),
    leastEducation: fc.constantFrom(...educations),
    mostAge: fc.option(fc.integer({ min: 18, max: 60 })),
    certificate: fc.constantFrom('NONE', 'NOW', 'WITHIN_PROBATION'),
    leastExperience: fc.nat(10),
    isReserved: fc.boolean(),
    closingDay: fc.constant('2026-12-11'),
  })

  test('a rule is answered once, and what is kept tells nothing of the person', () => {
    fc.assert(
      fc.property(posts, profiles, (post, profile) => {
        const rules = eligibilityOf(post, profile)

        expect(new Set(rules.map(one => one.rule)).size).toBe(rules.length)
        expect(rules.every(one => isEligibilityCode(one.code))).toBe(true)
        expect(JSON.stringify(rules)).not.toMatch(/\d/)
      }),
    )
  })

  test('a higher grade, education or more experience never shuts anybody out', () => {
    fc.assert(
      fc.property(posts, profiles, (post, profile) => {
        const better: ProfileFacts = {
          ...profile,
          education: 'DOCTOR',
          experienceYears: profile.experienceYears + 5,
          sports: profile.sports.map(one => ({ ...one, grade: 'INTL_MASTER' })),
        }

        expect(rankOf(post, better)).toBeGreaterThanOrEqual(rankOf(post, profile))
      }),
    )
  })

  test('a post that asks less shuts nobody out whom it let in before', () => {
    fc.assert(
      fc.property(posts, profiles, (post, profile) => {
        const less = { ...post, leastGrade: '', mostAge: null, certificate: 'NONE' } as const

        expect(rankOf(less, profile)).toBeGreaterThanOrEqual(rankOf(post, profile))
      }),
    )
  })
})

function rankOf(post: PostRules, profile: ProfileFacts): number {
  return ['not-eligible', 'unclear', 'eligible'].indexOf(verdictOf(eligibilityOf(post, profile)))
}
