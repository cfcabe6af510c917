import { expect, test } from 'vitest'
import { recomputeRollups } from '#app/features/activity/recompute-rollups.server.ts'
import { forgetAnswers } from '#app/features/audit/remember.server.ts'
import { explainCoverage } from '#app/features/program/explain-coverage.server.ts'
import { readCoverage } from '#app/features/program/read-coverage.server.ts'
import { sampleActivity, sampleCoachPlacement, sampleEntryCheck, sampleInstructor } from '#db/samples.ts'
import type { Stage } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertPlaced } from './city.ts'

const place = useDatabase()
const city = { kind: 'city' } as const
/** The last 20 school days up to it reach back over the holidays to 2025-09-12. */
const asOf = '2025-10-15'
const fourDays = ['2025-09-12', '2025-09-15', '2025-10-14', '2025-10-15']

async function footballAt(given: { days?: string[]; kind?: string } = {}) {
  const { days = fourDays, kind = 'PE_LESSON' } = given
  const school = await insertPlaced(place.db, { classes: [['primary', 2023, 1]] }, [['football', 'primary']])
  await insertAll(
    place.db,
    'activity',
    days.map(day =>
      sampleActivity({
        school_id: school.id,
        class_id: school.classes[0]!,
        day,
        kind,
        sport_code: 'football',
      }),
    ),
  )
  await recomputeRollups(place.db, { schoolIds: [school.id] })
  return school.id
}

async function teacherAt(schoolId: string, given: { sport?: string; stage?: Stage; until?: string } = {}) {
  const { sport = 'football', stage, until = '9999-12-31' } = given
  const teacher = sampleInstructor({
    kind: 'PE_TEACHER',
    name: '李老师',
    school_id: schoolId,
    valid_to: until,
  })
  await insertAll(place.db, 'instructor', [teacher])
  await insertAll(place.db, 'instructor_sport', [
    { instructor_id: teacher.id, sport_code: sport, grade: '' as const },
  ])
  if (stage !== undefined)
    await insertAll(place.db, 'instructor_stage', [{ instructor_id: teacher.id, stage }])
  return teacher.person_id
}

async function coachAt(schoolId: string, stage: Stage = 'primary', until = '9999-12-31') {
  const coach = sampleInstructor({ name: '王教练' })
  const work = sampleCoachPlacement({
    instructor_id: coach.id,
    school_id: schoolId,
    valid_to: until,
  })
  await insertAll(place.db, 'instructor', [coach])
  await insertAll(place.db, 'coach_placement', [work])
  await insertAll(place.db, 'coach_placement_stage', [{ placement_id: work.id, stage }])
  return coach.person_id
}

function checked(
  personId: string,
  queriedOn: string,
  result: 'CLEAR' | 'NOT_CLEAR' | 'PENDING' = 'CLEAR',
): Promise<void> {
  return insertAll(place.db, 'entry_check', [
    sampleEntryCheck({ person_id: personId, queried_on: queriedOn, result }),
  ])
}

async function lifeOn(day: string) {
  forgetAnswers(place.db)
  const explained = await explainCoverage(place.db, city, {
    asOf: day,
    unitCode: '320722',
    sport: 'football',
    seesChecks: true,
  })
  const report = await readCoverage(place.db, city, { asOf: day, unitCode: '320722' })
  const living = report?.units[0]?.sports[0]?.stages.primary.living
  const lives = explained?.placements.filter(one => one.life?.lives).length
  // The matrix and the list behind it never differ.
  expect(living).toBe(lives)
  return explained?.placements[0]?.life?.why.map(reason => reason.code)
}

test('a sport logged on four of the last twenty school days, with a PE teacher named for it, lives', async () => {
  await teacherAt(await footballAt())

  expect(await lifeOn(asOf)).toEqual([])
})

test.each<[string, string[], string[]]>([
  ['three days', fourDays.slice(1), ['few-logs']],
  ['four days, one of them before the twenty', ['2025-09-11', ...fourDays.slice(1)], ['few-logs']],
  ['four days, one of them a holiday', ['2025-10-01', ...fourDays.slice(1)], ['few-logs']],
  ['no day at all', [], ['no-logs']],
])('logged on %s it does not live', async (_what, days, why) => {
  await teacherAt(await footballAt({ days }))

  expect(await lifeOn(asOf)).toEqual(why)
})

test('exercise at home is not the sport of a school', async () => {
  await teacherAt(await footballAt({ kind: 'HOME_EXERCISE' }))

  expect(await lifeOn(asOf)).toEqual(['no-logs'])
})

test('the last day with a log is told', async () => {
  await teacherAt(await footballAt({ days: ['2025-09-03'] }))

  const explained = await explainCoverage(place.db, city, {
    asOf,
    unitCode: '320722',
    sport: 'football',
    seesChecks: true,
  })

  expect(explained?.placements[0]?.life?.why).toEqual([{ code: 'no-logs', since: '2025-09-03' }])
})

test('without anybody behind it a sport does not live, however often it is logged', async () => {
  await footballAt()

  expect(await lifeOn(asOf)).toEqual(['no-instructor'])
})

test.each<[string, Parameters<typeof teacherAt>[1]]>([
  ['another sport', { sport: 'wushu' }],
  ['another stage', { stage: 'junior' }],
  ['a contract that is over', { until: '2025-10-14' }],
])('a PE teacher with %s does not stand behind it', async (_what, given) => {
  await teacherAt(await footballAt(), given)

  expect(await lifeOn(asOf)).toEqual(['no-instructor'])
})

test('a coach whose check is due tonight stands behind it today, and no longer tomorrow', async () => {
  const school = await footballAt({ days: [...fourDays, '2025-10-16'] })
  await checked(await coachAt(school), '2024-10-16')

  expect(await lifeOn('2025-10-15')).toEqual([])
  expect(await lifeOn('2025-10-16')).toEqual(['check-expired'])
})

test('a coach found not clear is out on the same day, and earlier days stay as they were', async () => {
  const coach = await coachAt(await footballAt({ days: [...fourDays, '2025-10-13'] }))
  await checked(coach, '2025-09-01')
  await checked(coach, asOf, 'NOT_CLEAR')

  expect(await lifeOn('2025-10-14')).toEqual([])
  expect(await lifeOn(asOf)).toEqual(['check-not-clear'])
})

test.each<[string, Stage, string, string]>([
  ['nobody checked', 'primary', '', 'check-none'],
  ['still being checked', 'primary', 'PENDING', 'check-pending'],
  ['placed for another stage', 'junior', 'CLEAR', 'no-instructor'],
])('a coach %s does not stand behind it', async (_what, stage, result, why) => {
  const coach = await coachAt(await footballAt(), stage)
  if (result !== '') await checked(coach, '2025-10-01', result as 'CLEAR' | 'PENDING')

  expect(await lifeOn(asOf)).toEqual([why])
})

test('a coach whose placement is over does not stand behind it', async () => {
  await checked(await coachAt(await footballAt(), 'primary', '2025-10-14'), '2025-09-01')

  expect(await lifeOn(asOf)).toEqual(['no-instructor'])
})

test('one who may work is enough beside one who may not', async () => {
  const school = await footballAt()
  await coachAt(school)
  await teacherAt(school)

  expect(await lifeOn(asOf)).toEqual([])
})

test('days on which the school or its administering unit did not teach are not among the twenty', async () => {
  const school = await footballAt({ days: ['2025-09-11', ...fourDays.slice(1)] })
  await teacherAt(school)
  expect(await lifeOn(asOf)).toEqual(['few-logs'])
  const closed = (scope: string) =>
    insertAll(place.db, 'calendar_entry', [
      {
        scope,
        stage: '' as const,
        day: '2025-09-29',
        kind: 'holiday' as const,
        follows_weekday: null,
        note: '运动会',
      },
    ])

  await closed('320723')
  expect(await lifeOn(asOf)).toEqual(['few-logs'])
  await closed(school)
  expect(await lifeOn(asOf)).toEqual([])

  await place.db.deleteFrom('calendar_entry').where('scope', '=', school).execute()
  await closed('320722')
  expect(await lifeOn(asOf)).toEqual([])
  await place.db.deleteFrom('calendar_entry').where('scope', 'in', ['320722', '320723']).execute()
})

test('whoever may not see entry checks is told that nobody may stand behind it, and no more', async () => {
  await checked(await coachAt(await footballAt()), asOf, 'NOT_CLEAR')
  const whyFor = async (seesChecks: boolean) => {
    const asked = { asOf, unitCode: '320722', sport: 'football', seesChecks }
    return (await explainCoverage(place.db, city, asked))?.placements[0]?.life?.why
  }

  expect(await whyFor(true)).toEqual([{ code: 'check-not-clear', on: asOf }])
  expect(await whyFor(false)).toEqual([{ code: 'nobody-fit' }])
})

test('how many days are asked, of how many, is a version of the rule', async () => {
  await teacherAt(await footballAt({ days: fourDays.slice(2) }))
  expect(await lifeOn(asOf)).toEqual(['few-logs'])

  const { living_days } = await place.db
    .selectFrom('program_rule')
    .select('living_days')
    .executeTakeFirstOrThrow()
  await place.db.updateTable('program_rule').set({ living_days: 2 }).execute()
  try {
    expect(await lifeOn(asOf)).toEqual([])
  } finally {
    await place.db.updateTable('program_rule').set({ living_days }).execute()
  }
})
