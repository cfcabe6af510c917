import { describe, expect, test } from 'vitest'
import {
  type ContractFacts,
  lastInternDay,
  monthsLater,
  whyNoContract,
} from '#app/features/instructors/contract.rule.ts'
import { titleOf } from '#app/features/instructors/title.rule.ts'

const year = { validFrom: '2025-09-01', validTo: '2026-08-31' }

function facts(given: Partial<ContractFacts> = {}): ContractFacts {
  return {
    kind: 'COACH',
    name: '王海燕',
    namesake: 1,
    gender: '',
    engagement: 'PART_TIME',
    titleLiteral: '',
    isRetiredAthlete: false,
    hoursWeek: 8,
    sports: [{ sport: 'football', grade: '' }],
    stages: [],
    ...given,
  }
}

describe('a contract', () => {
  test.each<[string, Partial<ContractFacts>, string | null]>([
    ['stands', {}, null],
    ['of a coach says how they are engaged', { engagement: '' }, 'engagement-missing'],
    ['of a coach says for how many hours', { hoursWeek: null }, 'hours-missing'],
    ['of a PE teacher needs neither', { kind: 'PE_TEACHER', engagement: '', hoursWeek: null }, null],
    ['goes to 40 hours', { hoursWeek: 40 }, null],
    ['and not above', { hoursWeek: 41 }, 'hours-out-of-bounds'],
    ['is for a sport', { sports: [] }, 'sport-missing'],
    [
      'names each once',
      {
        sports: [
          { sport: 'football', grade: '' },
          { sport: 'football', grade: 'LEVEL1' },
        ],
      },
      'sport-twice',
    ],
    [
      'names six at most',
      { sports: ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(sport => ({ sport, grade: '' as const })) },
      'too-many-sports',
    ],
    ['names a title that somebody knows', { titleLiteral: '特级教练' }, 'title-unknown'],
  ])('%s', (_, given, refusal) => {
    expect(whyNoContract(facts(given), year)).toBe(refusal)
  })

  test('does not end before it begins', () => {
    expect(whyNoContract(facts(), { ...year, validTo: '2025-08-31' })).toBe('ends-before-start')
  })
})

describe('an intern', () => {
  const intern = facts({ engagement: 'INTERN' })

  test('serves a year and not a day more', () => {
    expect(whyNoContract(intern, year)).toBeNull()
    expect(whyNoContract(intern, { ...year, validTo: '2026-09-01' })).toBe('intern-over-a-year')
    expect(whyNoContract(intern, { ...year, validTo: '9999-12-31' })).toBe('intern-without-end')
    expect(lastInternDay('2024-02-29')).toBe('2025-02-28')
  })

  test('has one such year, not one under each contract', () => {
    const earlier = { validFrom: '2025-03-01', validTo: '2025-08-31' }
    const later = { validFrom: '2026-09-01', validTo: '2026-12-31' }

    expect(whyNoContract(intern, year, earlier)).toBe('intern-over-a-year')
    expect(whyNoContract(intern, year, later)).toBe('intern-over-a-year')
    expect(whyNoContract(intern, { validFrom: '2025-09-01', validTo: '2026-02-28' }, earlier)).toBeNull()
  })
})

test('months later is the same date, or the first of the next month where there is none', () => {
  expect(monthsLater('2025-09-01', 6)).toBe('2026-03-01')
  expect(monthsLater('2025-08-31', 6)).toBe('2026-03-01')
  expect(monthsLater('2025-12-15', 12)).toBe('2026-12-15')
})

test.each([
  ['COACH', '一级教练', 'INTERMEDIATE'],
  ['COACH', '中级教练', 'INTERMEDIATE'],
  ['COACH', '三级教练员', 'JUNIOR'],
  ['COACH', '高级', 'SENIOR'],
  ['COACH', '无', ''],
  ['COACH', '一级教师', null],
  ['PE_TEACHER', '一级教师', 'LEVEL1'],
  ['PE_TEACHER', '高级教师', 'SENIOR'],
  ['PE_TEACHER', '正高级教师', 'PROFESSOR'],
  ['SPORTS_INSTRUCTOR', '国家级社会体育指导员', 'NATIONAL'],
  ['SPORTS_INSTRUCTOR', '三级', 'LEVEL3'],
  ['SPORTS_INSTRUCTOR', '五级', null],
] as const)('%s %s is %s', (kind, literal, title) => {
  expect(titleOf(kind, literal)).toBe(title)
})
