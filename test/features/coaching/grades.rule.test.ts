import { expect, test } from 'vitest'
import {
  athleteGrades,
  coachTitleOf,
  educations,
  engagements,
  goesLongWay,
  isAtLeast,
  sportResults,
} from '#app/features/coaching/grades.rule.ts'

test('a higher grade serves where a lower one is asked for, and not the other way round', () => {
  expect(isAtLeast(athleteGrades, 'MASTER', 'LEVEL1')).toBe(true)
  expect(isAtLeast(athleteGrades, 'LEVEL1', 'LEVEL1')).toBe(true)
  expect(isAtLeast(athleteGrades, 'LEVEL2', 'LEVEL1')).toBe(false)
})

test('where nothing is asked for, nothing is enough', () => {
  expect(isAtLeast(athleteGrades, '', '')).toBe(true)
  expect(isAtLeast(sportResults, '', 'CITY_TOP3')).toBe(false)
  expect(isAtLeast(educations, 'COLLEGE', '')).toBe(true)
})

test.each([
  ['三级教练', 'JUNIOR'],
  ['二级', 'JUNIOR'],
  ['一级教练员', 'INTERMEDIATE'],
  ['中级教练', 'INTERMEDIATE'],
  ['高级', 'SENIOR'],
  ['国家级教练', 'NATIONAL'],
  ['裁判', null],
])('the coach title %s of either system is %s', (literal, title) => {
  expect(coachTitleOf(literal)).toBe(title)
})

test('only established posts go the long way', () => {
  expect(engagements.filter(goesLongWay)).toEqual(['FULL_TIME_ESTABLISHED'])
})
