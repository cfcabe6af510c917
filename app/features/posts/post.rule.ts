import type { AthleteGrade, Education, Engagement, SportResult, Stage } from '#db/tables.ts'
import { athleteGrades, goesLongWay, isAtLeast } from '../coaching/grades.rule.ts'
import { holdsPersonalNumber } from '../coaching/personal-number.rule.ts'
import { mostHoursWeek } from '../instructors/contract.rule.ts'

/** 教师资格证: whether and by when it must be held. */
export const certificateRules = ['NONE', 'WITHIN_PROBATION', 'NOW'] as const

export type CertificateRule = (typeof certificateRules)[number]

/** What a post says: all that applicants rely on once it is published. */
export interface PostContent {
  /** Every school it serves; exactly its own one unless it is pooled. */
  schoolIds: readonly string[]
  /** A post of the unit, which serves several schools (统筹). */
  isPooled: boolean
  title: string
  sport: string
  stages: readonly Stage[]
  engagement: Engagement
  hoursWeek: number
  quota: number
  leastGrade: AthleteGrade
  resultInstead: SportResult
  leastEducation: Education
  mostAge: number | null
  certificate: CertificateRule
  leastExperience: number
  isReserved: boolean
  /** Per cent; the two sum to 100. */
  writtenWeight: number
  skillWeight: number
  /** × 100 */
  writtenPass: number | null
  skillPass: number | null
  shortListRatio: number
  probationMonths: number
  termMonths: number | null
  pay: string
  duties: string
  contact: string
}

export type PostField = keyof PostContent

/** What a post says, without what else is known of it. */
export function contentOnly(post: PostContent): PostContent {
  const { schoolIds, isPooled, title, sport, stages, engagement, hoursWeek, quota, leastGrade } = post
  const { resultInstead, leastEducation, mostAge, certificate, leastExperience, isReserved } = post
  const { writtenWeight, skillWeight, writtenPass, skillPass, shortListRatio } = post
  const { probationMonths, termMonths, pay, duties, contact } = post
  return {
    ...{ schoolIds, isPooled, title, sport, stages, engagement, hoursWeek, quota, leastGrade },
    ...{ resultInstead, leastEducation, mostAge, certificate, leastExperience, isReserved },
    ...{ writtenWeight, skillWeight, writtenPass, skillPass, shortListRatio },
    ...{ probationMonths, termMonths, pay, duties, contact },
  }
}

/** What makes two posts of a round the same for whoever enters them: schools, sport and title. */
export function postKey(post: Pick<PostContent, 'schoolIds' | 'sport' | 'title'>): string {
  return [[...post.schoolIds].sort().join(), post.sport, post.title].join('|')
}

/** A school as far as a post depends on it. */
export interface PostSchool {
  id: string
  unitCode: string
  /** The stages that it runs. */
  stages: readonly Stage[]
  isOpen: boolean
}

export interface PostPlace {
  /** Whether the catalogue has the sport. */
  isSportKnown: boolean
  /** Of the named schools those that the author sees. */
  schools: readonly PostSchool[]
  round: { unitCode: string; isOfCity: boolean }
}

/** domain.md 9.3: a written test counts at least 30 per cent; three candidates a place take the skill test. */
export const leastWrittenWeight = 30
export const usualShortListRatio = 3
export const mostInternMonths = 12
export const longest = { title: 60, pay: 120, duties: 4000, contact: 200 } as const

export const bounds = {
  hoursWeek: [1, mostHoursWeek],
  quota: [1, 99],
  mostAge: [18, 60],
  leastExperience: [0, 40],
  shortListRatio: [1, 10],
  termMonths: [1, 60],
} as const satisfies Partial<Record<PostField, readonly [number, number]>>

export type PostProblem =
  | 'missing'
  | 'too-long'
  | 'personal-number'
  | 'out-of-bounds'
  | 'school-unknown'
  | 'schools-none'
  | 'own-school-one'
  | 'school-of-other-unit'
  | 'sport-unknown'
  | 'stages-none'
  | 'stage-not-run'
  | 'weights-not-100'
  | 'written-too-light'
  | 'pass-without-test'
  | 'pass-out-of-bounds'
  | 'probation-established'
  | 'probation-other'
  | 'certificate-needs-probation'
  | 'reserved-needs-level1'
  | 'reserved-admits-no-result'
  | 'result-without-grade'
  | 'intern-needs-term'
  | 'intern-too-long'

export type PostProblems = Partial<Record<PostField, PostProblem>>

/** Everything that speaks against a post, each at its field; empty for a post that can stand. */
export function postProblems(post: PostContent, place: PostPlace): PostProblems {
  return {
    ...boundProblems(post),
    ...textProblems(post),
    ...placeProblems(post, place),
    ...requirementProblems(post),
    ...selectionProblems(post),
    ...termProblems(post),
  }
}

function boundProblems(post: PostContent): PostProblems {
  const fields = Object.keys(bounds) as (keyof typeof bounds)[]
  const wrong = fields.filter(field => !isWithin(post[field], bounds[field]))
  return Object.fromEntries(wrong.map(field => [field, 'out-of-bounds']))
}

function isWithin(value: number | null, [least, most]: readonly [number, number]): boolean {
  return value === null || (Number.isInteger(value) && value >= least && value <= most)
}

/** Texts of a post are public: an ID number or a person's mobile number in them would leak. */
function textProblems(post: PostContent): PostProblems {
  const fields = Object.keys(longest) as (keyof typeof longest)[]
  const problemOf = (field: keyof typeof longest): PostProblem | null => {
    const text = post[field].trim()
    if (text === '') return field === 'title' || field === 'contact' ? 'missing' : null
    if (Array.from(text).length > longest[field]) return 'too-long'
    return holdsPersonalNumber(text) ? 'personal-number' : null
  }
  return withoutNulls(fields.map(field => [field, problemOf(field)]))
}

function placeProblems(post: PostContent, { isSportKnown, schools, round }: PostPlace): PostProblems {
  return withoutNulls([
    ['schoolIds', schoolProblem(post, schools, round)],
    ['sport', isSportKnown ? null : 'sport-unknown'],
    ['stages', stageProblem(post, schools)],
  ])
}

function schoolProblem(
  { schoolIds, isPooled }: PostContent,
  schools: readonly PostSchool[],
  round: PostPlace['round'],
): PostProblem | null {
  if (schoolIds.length === 0) return 'schools-none'
  if (schoolIds.some(id => !schools.some(school => school.id === id && school.isOpen)))
    return 'school-unknown'
  if (!isPooled && schoolIds.length > 1) return 'own-school-one'
  const isElsewhere = schools.some(school => school.unitCode !== round.unitCode)
  // A pooled post of the city may serve schools of any unit.
  return isElsewhere && !(isPooled && round.isOfCity) ? 'school-of-other-unit' : null
}

/** Each stage is run by one of the schools, and each school runs one of the stages; told once the schools are known. */
function stageProblem(
  { stages, schoolIds }: PostContent,
  schools: readonly PostSchool[],
): PostProblem | null {
  if (stages.length === 0) return 'stages-none'
  const named = schools.filter(school => schoolIds.includes(school.id))
  if (named.length === 0 || named.length < schoolIds.length) return null
  const isIdle = named.some(school => !stages.some(stage => school.stages.includes(stage)))
  const isUnrun = stages.some(stage => !named.some(school => school.stages.includes(stage)))
  return isIdle || isUnrun ? 'stage-not-run' : null
}

function requirementProblems(post: PostContent): PostProblems {
  const { isReserved, leastGrade, resultInstead } = post
  const isHighEnough = leastGrade !== '' && isAtLeast(athleteGrades, leastGrade, 'LEVEL1')
  if (isReserved && !isHighEnough) return { leastGrade: 'reserved-needs-level1' }
  if (isReserved && resultInstead !== '') return { resultInstead: 'reserved-admits-no-result' }
  return leastGrade === '' && resultInstead !== '' ? { resultInstead: 'result-without-grade' } : {}
}

function selectionProblems(post: PostContent): PostProblems {
  const { writtenWeight, skillWeight } = post
  const isShare = (weight: number) => Number.isInteger(weight) && weight >= 0 && weight <= 100
  return withoutNulls([
    ['writtenWeight', isShare(writtenWeight) ? null : 'out-of-bounds'],
    [
      'skillWeight',
      !isShare(skillWeight)
        ? 'out-of-bounds'
        : writtenWeight + skillWeight === 100
          ? null
          : 'weights-not-100',
    ],
    ...(writtenWeight > 0 && writtenWeight < leastWrittenWeight
      ? [['writtenWeight', 'written-too-light'] as const]
      : []),
    ['writtenPass', passProblem(post.writtenPass, writtenWeight)],
    ['skillPass', passProblem(post.skillPass, skillWeight)],
  ])
}

function passProblem(pass: number | null, weight: number): PostProblem | null {
  if (pass === null) return null
  if (!Number.isInteger(pass) || pass < 0 || pass > 10_000) return 'pass-out-of-bounds'
  return weight === 0 ? 'pass-without-test' : null
}

function termProblems({ engagement, probationMonths, termMonths, certificate }: PostContent): PostProblems {
  const fits = goesLongWay(engagement) ? [6, 12] : [0, 1, 2, 3, 6]
  const probation = goesLongWay(engagement) ? 'probation-established' : 'probation-other'
  const isLateCertificate = certificate === 'WITHIN_PROBATION' && probationMonths === 0
  return withoutNulls([
    ['probationMonths', fits.includes(probationMonths) ? null : probation],
    ['certificate', isLateCertificate ? 'certificate-needs-probation' : null],
    ...(engagement === 'INTERN' ? [['termMonths', internProblem(termMonths)] as const] : []),
  ])
}

function internProblem(termMonths: number | null): PostProblem | null {
  if (termMonths === null) return 'intern-needs-term'
  if (termMonths > mostInternMonths) return 'intern-too-long'
  return isWithin(termMonths, bounds.termMonths) ? null : 'out-of-bounds'
}

function withoutNulls(pairs: readonly (readonly [PostField, PostProblem | null])[]): PostProblems {
  return Object.fromEntries(pairs.filter(([, problem]) => problem !== null))
}
