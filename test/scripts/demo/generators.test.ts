import { expect, test } from 'vitest'
import { addDays, openEnd, schoolYearOf } from '#app/calendar-day.ts'
import { gradeOfClass } from '#app/features/schools/class-name.rule.ts'
import type { Stage } from '#db/tables.ts'
import { demoClasses } from '#scripts/demo/classes.ts'
import { demoPlacements } from '#scripts/demo/placements.ts'
import { demoSchools } from '#scripts/demo/schools.ts'
import { missingTerms } from '#scripts/demo/terms.ts'
import { fc } from '#test/support/laws.ts'

const anyDay = fc.integer({ min: 0, max: 3000 }).map(days => addDays('2024-09-01', days))

/** The sports of a unit that have six primaries, two juniors and a senior on the day. */
function sportsMet(unitCode: string, today: string, day: string): string[] {
  const schools = new Map(demoSchools(today).map(school => [school.id, school]))
  const have = new Map<string, Record<Stage, number>>()
  for (const one of demoPlacements([...schools.values()], today)) {
    const school = schools.get(one.schoolId)
    if (school?.countsUnitCode !== unitCode || school.closedOn <= day || school.parentId !== null) continue
    if (one.validFrom > day || one.validTo < day || school.kind === 'special') continue
    const stages = have.get(one.sport) ?? { primary: 0, junior: 0, senior: 0 }
    stages[one.stage] += 1
    have.set(one.sport, stages)
  }
  return [...have].filter(([, n]) => n.primary >= 6 && n.junior >= 2 && n.senior >= 1).map(([sport]) => sport)
}

test('three of the six obliged units reach 5621, whatever day the demo is started on', () => {
  fc.assert(
    fc.property(anyDay, today => {
      const met = ['320703', '320706', '320707', '320722', '320723', '320724'].map(
        unit => sportsMet(unit, today, today).length,
      )

      expect(met).toEqual([5, 6, 5, 4, 4, 3])
    }),
    { numRuns: 15 },
  )
})

test('the coverage of an earlier day is another one', () => {
  expect(sportsMet('320706', '2026-11-23', '2026-09-30')).not.toContain('wushu')
  expect(sportsMet('320706', '2026-11-23', '2026-10-01')).toContain('wushu')
  expect(sportsMet('320723', '2026-11-23', '2026-12-01')).toContain('tennis')
})

test('every placement is of a stage that its school runs, and none stands twice on one day', () => {
  const schools = new Map(demoSchools('2026-11-23').map(school => [school.id, school]))
  const placements = demoPlacements([...schools.values()], '2026-11-23')

  for (const one of placements) expect(schools.get(one.schoolId)?.stages).toContain(one.stage)
  const keys = placements.map(one => `${one.schoolId} ${one.sport} ${one.stage}`)
  expect(new Set(keys).size).toBe(keys.length)
})

test('about 420 schools in eleven units, all plainly for demonstration, no name or code twice', () => {
  const schools = demoSchools('2026-11-23')
  const codes = schools.flatMap(school => (school.code === null ? [] : [school.code]))

  expect(schools.length).toBeGreaterThan(400)
  expect(new Set(schools.map(school => school.unitCode)).size).toBe(11)
  expect(schools.every(school => school.name.includes('演示'))).toBe(true)
  expect(new Set(schools.map(school => school.name)).size).toBe(schools.length)
  expect(new Set(codes).size).toBe(codes.length)
  expect(codes.every(code => /^(21|31|34|36|51)3299\d{4}$/.test(code))).toBe(true)
})

test('one school was closed, one merged into another and one renamed last summer', () => {
  const schools = demoSchools('2026-11-23')

  expect(schools.filter(school => school.closedOn === '2026-09-01')).toHaveLength(2)
  expect(schools.filter(school => school.absorbed.length > 0)).toHaveLength(1)
  expect(schools.filter(school => school.formerName !== null)).toHaveLength(1)
})

test('about 11,000 classes in all twelve grades of the school year of the day', () => {
  fc.assert(
    fc.property(anyDay, today => {
      const classes = demoClasses(demoSchools(today), today, { graduates: false })
      const grades = classes.map(one => gradeOfClass(one.stage, one.entryYear, schoolYearOf(today)))

      expect([...new Set(grades)].sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual(
        Array.from({ length: 12 }, (_, n) => n + 1),
      )
      expect(Math.abs(classes.length - 11_000)).toBeLessThan(800)
      expect(classes.every(one => one.validFrom <= today && one.validTo === openEnd)).toBe(true)
    }),
    { numRuns: 5 },
  )
})

test('graduates are on the roster until the end of August', () => {
  const today = '2026-09-03'
  const gone = demoClasses(demoSchools(today), today, { graduates: true }).filter(
    one => one.validTo !== openEnd,
  )

  expect(gone.length).toBeGreaterThan(500)
  expect(gone.every(one => one.validTo === '2026-08-31')).toBe(true)
})

test('the same city comes again', () => {
  expect(demoSchools('2026-11-23')).toEqual(demoSchools('2026-11-23'))
})

test('terms that nobody entered yet are added up to the school year of the day', () => {
  const known = [{ id: '2026-2027-1', schoolYear: 2026 }]

  expect(missingTerms(known, '2027-10-08').map(term => term.id)).toEqual([
    '2026-2027-2',
    '2027-2028-1',
    '2027-2028-2',
  ])
  expect(missingTerms(known, '2026-11-23').map(term => term.id)).toEqual(['2026-2027-2'])
})
