import { describe, expect, test } from 'vitest'
import { type PostContent, type PostPlace, postProblems } from '#app/features/posts/post.rule.ts'

const post: PostContent = {
  schoolIds: ['S1'],
  isPooled: false,
  title: '足球教练员',
  sport: 'football',
  stages: ['primary'],
  engagement: 'FULL_TIME_ESTABLISHED',
  hoursWeek: 40,
  quota: 1,
  leastGrade: 'LEVEL1',
  resultInstead: 'PROVINCIAL_TOP3',
  leastEducation: 'COLLEGE',
  mostAge: 35,
  certificate: 'WITHIN_PROBATION',
  leastExperience: 0,
  isReserved: false,
  writtenWeight: 30,
  skillWeight: 70,
  writtenPass: 5000,
  skillPass: 7000,
  shortListRatio: 3,
  probationMonths: 12,
  termMonths: null,
  pay: '',
  duties: '',
  contact: '0518-87212345',
}
const place: PostPlace = {
  isSportKnown: true,
  schools: [{ id: 'S1', unitCode: '320722', stages: ['primary'], isOpen: true }],
  round: { unitCode: '320722', isOfCity: false },
}
const other = { id: 'S2', unitCode: '320723', stages: ['junior' as const], isOpen: true }

test('a post that says everything rightly has no problem', () => {
  expect(postProblems(post, place)).toEqual({})
})

describe('each mistake is told at its field', () => {
  test.each<[Partial<PostContent>, Record<string, string>]>([
    [{ title: ' ' }, { title: 'missing' }],
    [{ title: '长'.repeat(61) }, { title: 'too-long' }],
    [{ contact: '' }, { contact: 'missing' }],
    [{ quota: 0 }, { quota: 'out-of-bounds' }],
    [{ quota: 1.5 }, { quota: 'out-of-bounds' }],
    [{ hoursWeek: 45 }, { hoursWeek: 'out-of-bounds' }],
    [{ hoursWeek: 0 }, { hoursWeek: 'out-of-bounds' }],
    [{ mostAge: 17 }, { mostAge: 'out-of-bounds' }],
    [{ leastExperience: -1 }, { leastExperience: 'out-of-bounds' }],
    [{ shortListRatio: 0 }, { shortListRatio: 'out-of-bounds' }],
    [{ termMonths: 61 }, { termMonths: 'out-of-bounds' }],
    [{ stages: [] }, { stages: 'stages-none' }],
    [{ stages: ['primary', 'senior'] }, { stages: 'stage-not-run' }],
    [{ schoolIds: [], isPooled: true }, { schoolIds: 'schools-none' }],
    [{ schoolIds: ['S9'] }, { schoolIds: 'school-unknown' }],
    [{ writtenWeight: 40 }, { skillWeight: 'weights-not-100' }],
    [{ writtenWeight: 20, skillWeight: 80 }, { writtenWeight: 'written-too-light' }],
    [
      { writtenWeight: -10, skillWeight: 110 },
      { writtenWeight: 'out-of-bounds', skillWeight: 'out-of-bounds' },
    ],
    [{ writtenWeight: 0, skillWeight: 100 }, { writtenPass: 'pass-without-test' }],
    [{ skillPass: 10_001 }, { skillPass: 'pass-out-of-bounds' }],
    [{ probationMonths: 3 }, { probationMonths: 'probation-established' }],
    [{ engagement: 'PART_TIME' }, { probationMonths: 'probation-other' }],
    [{ engagement: 'PART_TIME', probationMonths: 0 }, { certificate: 'certificate-needs-probation' }],
    [{ engagement: 'INTERN', probationMonths: 6 }, { termMonths: 'intern-needs-term' }],
    [{ engagement: 'INTERN', probationMonths: 6, termMonths: 13 }, { termMonths: 'intern-too-long' }],
    [{ engagement: 'INTERN', probationMonths: 6, termMonths: 0 }, { termMonths: 'out-of-bounds' }],
    [{ isReserved: true, leastGrade: 'LEVEL2' }, { leastGrade: 'reserved-needs-level1' }],
    [{ isReserved: true, leastGrade: '' }, { leastGrade: 'reserved-needs-level1' }],
    [{ isReserved: true }, { resultInstead: 'reserved-admits-no-result' }],
    [{ leastGrade: '' }, { resultInstead: 'result-without-grade' }],
  ])('%j', (given, problems) => {
    expect(postProblems({ ...post, ...given }, place)).toEqual(problems)
  })

  test.each(['王老师 138 0518 1234', '王老师13805181234', '320706199901010014 王'])(
    'a person’s number has no place in a public text: %s',
    contact => {
      expect(postProblems({ ...post, contact }, place)).toEqual({ contact: 'personal-number' })
    },
  )

  test('all problems are told at once', () => {
    const found = postProblems({ ...post, title: '', quota: 0, writtenWeight: 50 }, place)

    expect(found).toEqual({ title: 'missing', quota: 'out-of-bounds', skillWeight: 'weights-not-100' })
  })
})

test('an unknown sport is told', () => {
  expect(postProblems(post, { ...place, isSportKnown: false })).toEqual({ sport: 'sport-unknown' })
})

test('a closed school takes no post', () => {
  const closed = place.schools.map(school => ({ ...school, isOpen: false }))

  expect(postProblems(post, { ...place, schools: closed })).toEqual({ schoolIds: 'school-unknown' })
})

describe('pooled posts', () => {
  const pooled: PostContent = {
    ...post,
    isPooled: true,
    schoolIds: ['S1', 'S2'],
    stages: ['primary', 'junior'],
  }
  const both = { ...place, schools: [...place.schools, other] }

  test('a school’s own post names one school', () => {
    expect(postProblems({ ...pooled, isPooled: false }, both)).toEqual({ schoolIds: 'own-school-one' })
  })

  test('a unit pools its own schools, the city those of any unit', () => {
    const city = { unitCode: '3207SZ', isOfCity: true }

    expect(postProblems(pooled, both)).toEqual({ schoolIds: 'school-of-other-unit' })
    expect(postProblems(pooled, { ...both, round: city })).toEqual({})
  })

  test('every school must run one of the stages', () => {
    const city = { unitCode: '3207SZ', isOfCity: true }

    expect(postProblems({ ...pooled, stages: ['primary'] }, { ...both, round: city })).toEqual({
      stages: 'stage-not-run',
    })
  })
})

test('a post for retired athletes asks for level 1 or better and takes no result instead', () => {
  const reserved: PostContent = { ...post, isReserved: true, resultInstead: '' }

  expect(postProblems(reserved, place)).toEqual({})
  expect(postProblems({ ...reserved, leastGrade: 'MASTER' }, place)).toEqual({})
})
