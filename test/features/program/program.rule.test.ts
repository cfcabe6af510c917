import { expect, test } from 'vitest'
import { addDays, openEnd } from '#app/calendar-day.ts'
import {
  type ProgramRule,
  placementsPerSport,
  ruleFor,
  versionFrom,
} from '#app/features/program/program.rule.ts'
import { fc } from '#test/support/laws.ts'
import { sampleRule } from './placed.ts'

const city = sampleRule()
const own = sampleRule({
  id: 'R2',
  unitCode: '320722',
  primary: 8,
  validFrom: '2025-01-01',
  validTo: '2025-12-31',
})

test("a unit's own rule overrides the city's on its days only", () => {
  expect(ruleFor([city, own], '320722', '2024-12-31')).toBe(city)
  expect(ruleFor([city, own], '320722', '2025-01-01')).toBe(own)
  expect(ruleFor([city, own], '320722', '2025-12-31')).toBe(own)
  expect(ruleFor([city, own], '320722', '2026-01-01')).toBe(city)
  expect(ruleFor([city, own], '320723', '2025-06-01')).toBe(city)
})

test('before the plan began there is no rule', () => {
  expect(ruleFor([city], '320722', '2021-10-21')).toBeNull()
})

test('a sport needs nine placements under 6 + 2 + 1', () => {
  expect(placementsPerSport(city)).toBe(9)
})

test('a new version ends the one before on the eve', () => {
  expect(versionFrom([city, own], '', '2026-01-01')).toEqual({
    ends: { id: 'R1', on: '2025-12-31' },
    validTo: openEnd,
  })
})

test('two versions never begin on one day', () => {
  expect(versionFrom([city], '', city.validFrom)).toBeNull()
})

test('a version before all others holds until the first of them', () => {
  expect(versionFrom([city], '', '2020-01-01')).toEqual({ ends: null, validTo: '2021-10-21' })
})

test('whatever versions are added in whatever order, every day from the first has exactly one', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 6 }), starts => {
      const days = starts.map(start => addDays('2024-01-01', start))
      const versions: ProgramRule[] = []
      for (const [index, from] of days.entries()) {
        const change = versionFrom(versions, '', from)!
        for (const version of versions) if (version.id === change.ends?.id) version.validTo = change.ends.on
        versions.push(sampleRule({ id: `V${index}`, validFrom: from, validTo: change.validTo }))
      }

      const first = days.sort()[0]!
      for (let step = 0; step < 420; step += 1) {
        const day = addDays(first, step)
        expect(versions.filter(one => one.validFrom <= day && day <= one.validTo)).toHaveLength(1)
      }
    }),
  )
})
