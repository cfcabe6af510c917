import { beforeEach, expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import { type TemplateSheet, templateSheets } from '#app/features/imports/sheet-name.ts'
import { templateChoices } from '#app/features/imports/template-choices.server.ts'
import { findSchoolByCode } from '#app/features/schools/schools.queries.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'

const place = useDatabase()
const day = '2025-10-15'
const city: Scope = { kind: 'city' }
const donghai: Scope = { kind: 'unit', unitCode: '320722' }

beforeEach(async () => {
  const classes = [
    ['primary', 2023, 1],
    ['primary', 2023, 2],
  ] as const
  await insertSchool(place.db, { code: '2132900001', classes: classes.map(one => [...one]) })
  await insertSchool(place.db, { code: '2132900002', name: '东海县第二小学' })
  await insertSchool(place.db, { code: '2132900003', name: '灌南县第一小学', unitCode: '320724' })
})

async function choicesOf(sheet: TemplateSheet, scope: Scope, code?: string) {
  const school = code === undefined ? null : ((await findSchoolByCode(place.db, scope, code, day)) ?? null)
  return templateChoices(place.db, scope, sheet, { school, day })
}

test('an office may name its own schools and unit, the city all', async () => {
  expect((await choicesOf('classes', donghai)).code).toEqual(['2132900001', '2132900002'])
  expect((await choicesOf('classes', city)).code).toEqual(['2132900001', '2132900002', '2132900003'])
  expect(await choicesOf('schools', donghai)).toEqual({ unit: ['东海县'], countsUnit: ['东海县'] })
  expect((await choicesOf('schools', city)).unit?.length).toBeGreaterThan(5)
  expect((await choicesOf('calendar', donghai)).place).toEqual(['320722', '2132900001', '2132900002'])
})

test('a school may name itself, its classes and its stages', async () => {
  const school: Scope = {
    kind: 'school',
    schoolId: (await findSchoolByCode(place.db, city, '2132900001', day))!.id,
  }

  expect(await choicesOf('activity-log', school, '2132900001')).toMatchObject({
    code: ['2132900001'],
    grade: ['三年级'],
    className: ['三(1)班', '三(2)班'],
  })
  expect(await choicesOf('placements', school, '2132900001')).toMatchObject({ stage: ['小学'] })
  expect(await choicesOf('coaches', school, '2132900001')).toMatchObject({ unit: ['东海县'] })
  expect((await choicesOf('words', school, '2132900001')).place).toEqual(['2132900001'])
})

test.each(templateSheets)('no list of %s names a school or unit of another county', async sheet => {
  const choices = JSON.stringify(await choicesOf(sheet, donghai))

  expect(choices).not.toMatch(/2132900003|灌南|320724|320703/)
})
