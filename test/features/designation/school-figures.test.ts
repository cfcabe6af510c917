import { beforeEach, expect, test } from 'vitest'
import { daysBetween } from '#app/calendar-day.ts'
import type { LedgerRow } from '#app/features/activity/ledger.queries.server.ts'
import { recomputeRollups } from '#app/features/activity/recompute-rollups.server.ts'
import { forgetAnswers } from '#app/features/audit/remember.server.ts'
import type { LiveFigure } from '#app/features/designation/indicator.rule.ts'
import { readSchoolFigures } from '#app/features/designation/read-school-figures.server.ts'
import { suggestedPoints } from '#app/features/designation/school-figures.rule.ts'
import { figureLine } from '#app/features/designation/school-figures.text.ts'
import {
  sampleCoachPlacement,
  sampleEntryCheck,
  sampleExemption,
  sampleInstructor,
  samplePlacement,
} from '#db/samples.ts'
import { insertAll } from '#db/write.server.ts'
import { ledgerRow, report } from '#test/features/activity/ledger.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'

const place = useDatabase()
const opened = '2025-09-01'
/** A Wednesday: 29 school days in 7 weeks since the school opened. */
const asOf = '2025-10-15'
const schoolDays = daysBetween(opened, asOf)
let schoolId: string
let first: string
let second: string

beforeEach(async () => {
  const classes: ['primary', number, number][] = [
    ['primary', 2023, 1],
    ['primary', 2023, 2],
  ]
  const school = await insertSchool(place.db, { openedOn: opened, classes })
  schoolId = school.id
  ;[first = '', second = ''] = school.classes
})

async function figures(given: { sports?: string[]; day?: string } = {}) {
  // What the tests write beside the commands leaves no trace in the audit.
  forgetAnswers(place.db)
  const { sports = ['football'], day = asOf } = given
  return readSchoolFigures(place.db, { schoolId, sports, asOf: day })
}

async function figure(name: LiveFigure, given: Parameters<typeof figures>[0] = {}) {
  return (await figures(given)).get(name)
}

type Row = Partial<LedgerRow>

/** One report of the class for each of the days, with a row for each of the kinds given. */
async function log(classId: string, days: readonly string[], ...rows: Row[]) {
  const classDays = days.map(day => ({
    ...{ classId, day },
    rows: rows.map(row => ledgerRow({ classId, day, minutes: 60, ...row })),
  }))
  await report(place.db, schoolId, ...classDays)
}

test('a school that reported nothing has no figures of logs, and is told why instead of given zero', async () => {
  expect([...(await figures()).values()]).toEqual([
    { figure: 'coaches', missing: 'nobody-registered' },
    { figure: 'pe_lessons', missing: 'no-logs' },
    { figure: 'daily_hour', missing: 'no-logs' },
    { figure: 'participation', missing: 'no-logs' },
    { figure: 'team_days', missing: 'no-logs' },
    { figure: 'placements', value: 0, of: 1, from: asOf, asOf },
  ])
})

test('the daily hour and PE lessons are of all class-days since the school opened, those not reported too', async () => {
  await log(first, schoolDays, {})

  const days = { from: opened, asOf }
  expect(await figure('daily_hour')).toEqual({ figure: 'daily_hour', value: 500, of: 58, ...days })
  expect(await figure('pe_lessons')).toEqual({ figure: 'pe_lessons', value: 500, of: 58, ...days })
})

test('exempt class-days ask for no hour and no lesson', async () => {
  await log(first, schoolDays, {})
  const exemption = sampleExemption({ school_id: schoolId, class_id: second, last_day: asOf })
  await insertAll(place.db, 'exemption', [exemption])
  await recomputeRollups(place.db, { schoolIds: [schoolId] })

  expect(await figure('daily_hour')).toMatchObject({ value: 1000, of: 29 })
  expect(await figure('pe_lessons')).toMatchObject({ value: 1000, of: 29 })
})

test('an hour without a lesson is an hour, and a lesson of 40 minutes is a lesson', async () => {
  await log(first, schoolDays, { kind: 'COLLECTIVE_EXERCISE' })
  await log(second, schoolDays, { minutes: 40 })

  expect(await figure('daily_hour')).toMatchObject({ value: 500 })
  expect(await figure('pe_lessons')).toMatchObject({ value: 500 })
})

test('figures are of the twelve months before the day, however long the school has been there', async () => {
  const old = await insertSchool(place.db, { code: '2132000002', classes: [['primary', 2023, 1]] })
  schoolId = old.id
  await log(old.classes[0] ?? '', ['2024-10-15', '2024-10-16'], { sportCode: 'football' })

  expect(await figure('daily_hour')).toMatchObject({ value: 5, from: '2024-10-16', asOf })
  expect(await figure('daily_hour', { day: '2025-10-16' })).toEqual({
    figure: 'daily_hour',
    missing: 'no-logs',
  })
})

const fourDays = ['2025-09-01', '2025-09-02', '2025-09-03', '2025-09-04']

test.each<[string, number, Row]>([
  ['a lesson that nobody counted is the whole class', 500, {}],
  ['those who were counted', 222, { participants: 20 }],
  ['no more than the class has', 500, { participants: 99 }],
  ['a club that was counted', 111, { kind: 'CLUB', participants: 10 }],
])('pupils who take part: %s', async (_what, value, row) => {
  await log(first, fourDays, { sportCode: 'football', ...row })

  expect(await figure('participation')).toEqual({
    ...{ figure: 'participation', value, of: 90 },
    ...{ from: opened, asOf },
  })
})

test('three days of a sport make no class one that does it', async () => {
  await log(first, fourDays.slice(1), { sportCode: 'football' })

  expect(await figure('participation')).toMatchObject({ value: 0, of: 90 })
})

test('participation cannot be had from logs that name no sport, or count nobody', async () => {
  await log(first, fourDays, { sportCode: 'wushu' })
  expect(await figure('participation')).toEqual({ figure: 'participation', missing: 'sport-not-logged' })
  expect(await figure('team_days')).toEqual({ figure: 'team_days', missing: 'sport-not-logged' })
  expect(await figure('participation', { sports: [] })).toEqual({
    figure: 'participation',
    missing: 'no-sports',
  })
  await log(first, fourDays, { sportCode: 'football', kind: 'HOME_EXERCISE' })
  expect(await figure('participation')).toEqual({ figure: 'participation', missing: 'sport-not-logged' })

  await log(first, fourDays, { sportCode: 'football', kind: 'CLUB' })

  expect(await figure('participation')).toEqual({
    ...{ figure: 'participation', missing: 'participants-not-logged' },
  })
})

test('team training is counted by days over the weeks of the term, two classes on one day once', async () => {
  const team = { sportCode: 'football', kind: 'TEAM_TRAINING' }
  await log(first, [...fourDays, '2025-09-06'], team)
  await log(second, fourDays, team)

  expect(await figure('team_days')).toEqual({ figure: 'team_days', value: 5, of: 7, from: opened, asOf })
})

test('a team trains at weekends too, and what is logged for holidays does not count', async () => {
  const team = { sportCode: 'football', kind: 'TEAM_TRAINING' }
  // A Saturday, the National Day, and the make-up day after it.
  await log(first, ['2025-09-06', '2025-10-01', '2025-10-11'], {}, team)

  expect(await figure('team_days')).toMatchObject({ value: 2, of: 7 })
})

test('of two sports, the one that trains least is told', async () => {
  const team = (sportCode: string) => ({ sportCode, kind: 'TEAM_TRAINING' })
  await log(first, fourDays, team('football'))
  await log(second, fourDays.slice(2), team('wushu'))
  const both = ['football', 'wushu']

  expect(await figure('team_days', { sports: both })).toMatchObject({ value: 2, of: 7 })
  expect(await figure('team_days', { sports: [...both, 'athletics'] })).toMatchObject({ value: 0, of: 7 })
})

test('in the holidays the training is that of the term that is over', async () => {
  await log(first, fourDays, { sportCode: 'football', kind: 'TEAM_TRAINING' })

  const found = await figure('team_days', { day: '2026-02-10' })

  expect(found).toMatchObject({ value: 4, from: opened, asOf: '2026-01-30' })
})

async function worksHere(
  kind: 'COACH' | 'PE_TEACHER',
  given: { check?: 'CLEAR' | 'NOT_CLEAR'; sport?: string; until?: string } = {},
) {
  const { check, sport: sport_code = 'football', until = '9999-12-31' } = given
  const isCoach = kind === 'COACH'
  const home = isCoach ? {} : { school_id: schoolId }
  const one = sampleInstructor({ kind, name: `${kind}${Math.random()}`, ...home, valid_to: until })
  await insertAll(place.db, 'instructor', [one])
  await insertAll(place.db, 'instructor_sport', [{ instructor_id: one.id, sport_code, grade: '' as const }])
  if (check !== undefined)
    await insertAll(place.db, 'entry_check', [
      sampleEntryCheck({ person_id: one.person_id, queried_on: opened, result: check }),
    ])
  if (!isCoach) return
  const work = sampleCoachPlacement({ instructor_id: one.id, school_id: schoolId, sport_code })
  await insertAll(place.db, 'coach_placement', [work])
  await insertAll(place.db, 'coach_placement_stage', [{ placement_id: work.id, stage: 'primary' }])
}

test('coaches who may work and PE teachers named for the sport are counted, and nobody else', async () => {
  await worksHere('PE_TEACHER')
  await worksHere('COACH', { check: 'CLEAR' })
  await worksHere('COACH')
  await worksHere('PE_TEACHER', { check: 'NOT_CLEAR' })
  await worksHere('PE_TEACHER', { sport: 'wushu' })
  await worksHere('PE_TEACHER', { until: '2025-10-14' })

  expect(await figure('coaches')).toEqual({ figure: 'coaches', value: 2, of: 90, from: asOf, asOf })
  expect(await figure('coaches', { sports: ['wushu'] })).toMatchObject({ value: 1 })
  expect(await figure('coaches', { sports: ['athletics'] })).toMatchObject({ value: 0 })
})

test('a placement counts when it lives, and a sport that is placed nowhere is one that does not', async () => {
  const placed = (sport_code: string) => samplePlacement({ school_id: schoolId, sport_code })
  await insertAll(place.db, 'program_placement', [placed('football'), placed('wushu')])
  expect(await figure('placements')).toMatchObject({ value: 0, of: 1 })
  await worksHere('PE_TEACHER')
  await log(first, ['2025-10-10', '2025-10-13', '2025-10-14', '2025-10-15'], { sportCode: 'football' })

  expect(await figure('placements')).toMatchObject({ value: 1, of: 1 })
  expect(await figure('placements', { sports: ['football', 'wushu', 'athletics'] })).toMatchObject({
    ...{ value: 1, of: 3 },
  })
  expect(await figure('placements', { sports: ['football', 'football'] })).toMatchObject({ of: 1 })
})

test('another school changes nothing', async () => {
  await log(first, schoolDays, { sportCode: 'football' })
  await worksHere('PE_TEACHER')
  const before = await figures()
  const own = schoolId
  const other = await insertSchool(place.db, { code: '2132000002', classes: [['primary', 2023, 1]] })
  schoolId = other.id
  await log(other.classes[0] ?? '', schoolDays, { sportCode: 'football', kind: 'TEAM_TRAINING' })
  await worksHere('COACH', { check: 'CLEAR' })
  await insertAll(place.db, 'program_placement', [samplePlacement({ school_id: other.id })])
  schoolId = own

  expect(await figures()).toEqual(before)
})

test('before it opened there is no school to tell of, and without classes nothing to report', async () => {
  for (const one of (await figures({ day: '2025-08-31' })).values())
    expect(one).toMatchObject({ missing: 'no-school' })
  await place.db.deleteFrom('school_class').where('school_id', '=', schoolId).execute()

  expect(await figure('daily_hour')).toMatchObject({ missing: 'nothing-expected' })
  expect(await figure('coaches')).toMatchObject({ missing: 'no-classes' })
})

test('each figure is told in a line with its days, and a missing one with the reason', async () => {
  await log(first, schoolDays, { sportCode: 'football' }, { sportCode: 'football', kind: 'TEAM_TRAINING' })
  const found = await figures()
  const lines = (locale: 'zh-CN' | 'en') => [...found.values()].map(one => figureLine(locale, one))

  expect(lines('zh-CN')).toEqual([
    '项目指导人员：没有数据，名册中没有教练员或体育教师',
    '体育课开足率 50.0%，应开 58 节（2025-09-01 至 2025-10-15）',
    '每天一小时达标率 50.0%，应计 58 个班日（2025-09-01 至 2025-10-15）',
    '项目参与率 50.0%，在校生 90 人（2025-09-01 至 2025-10-15）',
    '运动队平均每周训练 5.5 天，7 周共 39 天（2025-09-01 至 2025-10-15）',
    '5621 活跃布点 0 处，共 1 处，未布点的项目计 1 处（截至 2025-10-15）',
  ])
  expect(lines('en')).toMatchObject([
    'Coaches and PE teachers: no figure, the register has no coach or PE teacher of the school',
    '50.0% of 58 PE lessons held (2025-09-01 to 2025-10-15)',
    'Daily hour met on 50.0% of 58 class-days (2025-09-01 to 2025-10-15)',
    '50.0% of 90 pupils do the sport (2025-09-01 to 2025-10-15)',
    'Team training on 5.5 days a week: 39 days in 7 weeks (2025-09-01 to 2025-10-15)',
    '5621 placements: 0 of 1 living, a sport without any counted as one (as of 2025-10-15)',
  ])
  const points = [...found.values()].flatMap(one => ('missing' in one ? [] : [suggestedPoints(one, 8)]))
  expect(points).toEqual([0, 0, 500, 800, 0])
})
