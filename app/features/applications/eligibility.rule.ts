import { type Day, inCity } from '#app/calendar-day.ts'
import type { AthleteGrade, CertificateKind, Education, SportResult } from '#db/tables.ts'
import { athleteGrades, educations, isAtLeast, sportResults } from '../coaching/grades.rule.ts'
import type { PostContent } from '../posts/post.rule.ts'

/** What a post asks of whoever applies. */
export interface PostRules
  extends Pick<
    PostContent,
    | 'sport'
    | 'stages'
    | 'leastGrade'
    | 'resultInstead'
    | 'leastEducation'
    | 'mostAge'
    | 'certificate'
    | 'leastExperience'
    | 'isReserved'
  > {
  /** The city's day on which the window closes: ages and certificates are those of that day. */
  closingDay: Day
}

/** What a profile says of a person, without a number of theirs. */
export interface ProfileFacts {
  birthDate: Day | null
  education: Education
  experienceYears: number
  isRetiredAthlete: boolean
  sports: readonly { sport: string; grade: AthleteGrade; result: SportResult }[]
  certificates: readonly { kind: CertificateKind; level: string; expiresOn: Day | null }[]
  hasIdNumber: boolean
  hasPhone: boolean
  hasConsent: boolean
}

export type Outcome = 'met' | 'not-met' | 'not-known'

/** Where the person can mend what is missing; null where nothing can be done. */
export type Mend = 'person' | 'contact' | 'sports' | 'education' | 'certificates' | 'experience' | 'consent'

const answers = {
  'grade-held': ['grade', 'met', null],
  'result-held': ['grade', 'met', null],
  'grade-too-low': ['grade', 'not-met', 'sports'],
  'sport-not-said': ['grade', 'not-known', 'sports'],
  'retired-held': ['retired', 'met', null],
  'not-retired': ['retired', 'not-met', 'sports'],
  'retired-grade-too-low': ['retired', 'not-met', 'sports'],
  'education-held': ['education', 'met', null],
  'education-too-low': ['education', 'not-met', 'education'],
  'education-not-said': ['education', 'not-known', 'education'],
  'age-within': ['age', 'met', null],
  'too-old': ['age', 'not-met', null],
  'too-young': ['age', 'not-met', null],
  'birth-date-not-said': ['age', 'not-known', 'person'],
  'certificate-held': ['certificate', 'met', null],
  'certificate-later': ['certificate', 'met', null],
  'certificate-missing': ['certificate', 'not-met', 'certificates'],
  'certificate-expired': ['certificate', 'not-met', 'certificates'],
  'certificate-level-too-low': ['certificate', 'not-met', 'certificates'],
  'certificate-level-not-said': ['certificate', 'not-known', 'certificates'],
  'experience-enough': ['experience', 'met', null],
  'experience-too-short': ['experience', 'not-met', 'experience'],
  'consent-given': ['consent', 'met', null],
  'consent-missing': ['consent', 'not-met', 'consent'],
  'id-number-given': ['identity', 'met', null],
  'id-number-missing': ['identity', 'not-known', 'person'],
  'phone-given': ['contact', 'met', null],
  'phone-missing': ['contact', 'not-known', 'contact'],
} as const satisfies Record<string, readonly [string, Outcome, Mend | null]>

export type EligibilityCode = keyof typeof answers
export type EligibilityRule = (typeof answers)[EligibilityCode][0]

/** How one rule of a post stands for a person: codes only, so that it may be kept with the application. */
export interface RuleAnswer {
  rule: EligibilityRule
  outcome: Outcome
  code: EligibilityCode
  mend: Mend | null
}

/** Whether the rules of the post let the person in: all met, some not yet known, or one not met. */
export type Verdict = 'eligible' | 'unclear' | 'not-eligible'

/** Public service takes nobody younger. */
const leastAge = 18

/** The rules of a post; its round says on which day they are asked. */
export function rulesOf(post: Omit<PostRules, 'closingDay'> & { round: { closesAt: string } }): PostRules {
  return { ...post, closingDay: inCity(post.round.closesAt).slice(0, 10) }
}

/** Every rule of the post against the profile, in the order in which people read them. A rule not set is not listed. */
export function eligibilityOf(post: PostRules, profile: ProfileFacts): RuleAnswer[] {
  const codes: (EligibilityCode | null)[] = [
    gradeCode(post, profile),
    retiredCode(post, profile),
    educationCode(post, profile),
    ageCode(post, profile),
    certificateCode(post, profile),
    experienceCode(post, profile),
    profile.hasIdNumber ? 'id-number-given' : 'id-number-missing',
    profile.hasPhone ? 'phone-given' : 'phone-missing',
    profile.hasConsent ? 'consent-given' : 'consent-missing',
  ]
  return codes.filter(code => code !== null).map(answerOf)
}

export function verdictOf(rules: readonly Pick<RuleAnswer, 'outcome'>[]): Verdict {
  if (rules.some(rule => rule.outcome === 'not-met')) return 'not-eligible'
  return rules.every(rule => rule.outcome === 'met') ? 'eligible' : 'unclear'
}

/** What the code says of which rule; undefined for a code that an older release knew. */
export function answerOf(code: EligibilityCode): RuleAnswer {
  const [rule, outcome, mend] = answers[code]
  return { rule, outcome, code, mend }
}

export function isEligibilityCode(text: string): text is EligibilityCode {
  return Object.hasOwn(answers, text)
}

function gradeCode({ sport, leastGrade, resultInstead }: PostRules, { sports }: ProfileFacts) {
  if (leastGrade === '') return null
  const held = sports.find(one => one.sport === sport)
  if (held === undefined) return 'sport-not-said'
  if (isAtLeast(athleteGrades, held.grade, leastGrade)) return 'grade-held'
  const isInstead = resultInstead !== '' && isAtLeast(sportResults, held.result, resultInstead)
  return isInstead ? 'result-held' : 'grade-too-low'
}

/** 体人规字〔2023〕3号: a post so reserved takes retired athletes of 一级 or above, whatever their sport. */
function retiredCode({ isReserved }: PostRules, { isRetiredAthlete, sports }: ProfileFacts) {
  if (!isReserved) return null
  if (!isRetiredAthlete) return 'not-retired'
  const isHigh = sports.some(one => isAtLeast(athleteGrades, one.grade, 'LEVEL1'))
  return isHigh ? 'retired-held' : 'retired-grade-too-low'
}

function educationCode({ leastEducation }: PostRules, { education }: ProfileFacts) {
  if (leastEducation === '') return null
  if (education === '') return 'education-not-said'
  return isAtLeast(educations, education, leastEducation) ? 'education-held' : 'education-too-low'
}

function ageCode({ mostAge, closingDay }: PostRules, { birthDate }: ProfileFacts) {
  if (birthDate === null) return 'birth-date-not-said'
  const age = ageOn(closingDay, birthDate)
  if (age < leastAge) return 'too-young'
  return mostAge !== null && age > mostAge ? 'too-old' : 'age-within'
}

/** Full years on a day: who was born on 29 February turns a year older on 1 March of a common year. */
export function ageOn(day: Day, birthDate: Day): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years
}

const levels = ['kindergarten', 'primary', 'junior', 'senior', 'vocational', 'higher']

/** 教师资格条例 5: a certificate is good for its own level of school and those below. */
function certificateCode({ certificate, stages, closingDay }: PostRules, { certificates }: ProfileFacts) {
  if (certificate === 'NONE') return null
  const needed = Math.max(...stages.map(stage => levels.indexOf(stage)))
  const papers = certificates.filter(one => one.kind === 'TEACHER')
  const holding = papers.filter(one => one.expiresOn === null || one.expiresOn >= closingDay)
  const ranks = holding.map(one => levels.indexOf(one.level.toLowerCase()))
  if (ranks.some(rank => rank >= Math.max(needed, 0))) return 'certificate-held'
  if (certificate === 'WITHIN_PROBATION') return 'certificate-later'
  if (papers.length === 0) return 'certificate-missing'
  if (holding.length === 0) return 'certificate-expired'
  return ranks.includes(-1) ? 'certificate-level-not-said' : 'certificate-level-too-low'
}

function experienceCode({ leastExperience }: PostRules, { experienceYears }: ProfileFacts) {
  if (leastExperience === 0) return null
  return experienceYears >= leastExperience ? 'experience-enough' : 'experience-too-short'
}
