import { beforeEach, expect, test } from 'vitest'
import { loader as page } from '#app/routes/coaches/coach.tsx'
import { loader as exported } from '#app/routes/coaches/export-coach.ts'
import { sampleCoachPlacement, sampleInstructor, samplePlacement } from '#db/samples.ts'
import { insertAll, newId } from '#db/write.server.ts'
import { insertPerson } from '#test/features/accounts/people.ts'
import { useAppDatabase } from '#test/support/app-database.ts'
import { cookieOf, outcomeOf, visit } from '#test/support/page.ts'
import { insertSchool } from '#test/support/school.ts'
import { takenOut } from '#test/support/taken-out.ts'

const db = useAppDatabase()
const coach = sampleInstructor({ is_retired_athlete: 1, hours_week: 12 })
const params = { id: coach.id }

/** A coach with work in force, work that never held, a training that is done and one evaluation. */
beforeEach(async () => {
  const school = await insertSchool(db)
  const work = sampleCoachPlacement({ instructor_id: coach.id, school_id: school.id, hours_week: 6 })
  const never = sampleCoachPlacement({
    ...{ instructor_id: coach.id, school_id: school.id, end_reason: '调课', hours_week: 2 },
    ...{ valid_from: '2025-09-01', valid_to: '2025-08-31' },
  })
  await insertAll(db, 'program_placement', [samplePlacement({ school_id: school.id })])
  await insertAll(db, 'instructor', [coach])
  await insertAll(db, 'instructor_sport', [
    { instructor_id: coach.id, sport_code: 'football', grade: 'LEVEL1' },
  ])
  await insertAll(db, 'coach_placement', [work, never])
  await insertAll(db, 'coach_placement_stage', [{ placement_id: work.id, stage: 'primary' }])
  await insertAll(db, 'coach_training', [
    {
      ...{ id: newId(), person_id: coach.person_id, kind: 'SAFETY', note: '线上' },
      ...{ due_on: '2025-06-30', done_on: '2025-06-01' },
    },
  ])
  await insertAll(db, 'coach_evaluation', [
    {
      ...{ placement_id: work.id, term_id: '2024-2025-1', logged_days: 31, logged_minutes: 1240 },
      ...{
        rating: 'GOOD',
        opinion: '=认真',
        evaluated_by: '体育组长',
        evaluated_at: '2025-01-20 17:00:00.000',
      },
    },
  ])
})

async function takenOutOf(of: string) {
  const cookie = await cookieOf(db, await insertPerson(db, { role: 'city', login: `city of ${of}` }))
  const { data } = await outcomeOf(page(visit(`/coaches/${coach.id}`, { cookie, params })))
  return {
    shown: data,
    ...(await takenOut(exported, `/coaches/${coach.id}/export?of=${of}`, { cookie, params })),
  }
}

test('the contracts of a coach are taken out, and nothing by which they could be reached', async () => {
  const { shown, header, rows } = await takenOutOf('contracts')

  expect(header).toEqual([
    ...['起始日期', '终止日期', '终止原因', '类别', '项目', '学段', '职称或等级', '退役运动员', '用工方式'],
    '合同周课时',
  ])
  expect(rows).toEqual([
    ['2024-09-01', null, null, '教练员', '足球（一级运动员）', '全部', null, '✓', expect.any(String), 12],
  ])
  expect(shown.contracts.map(one => one.hoursWeek)).toEqual([12])
})

test('their work is taken out with its hours as numbers, and work that never held says so', async () => {
  const { shown, rows } = await takenOutOf('work')

  expect(rows.map(row => row[5])).toEqual(shown.work.map(one => one.hoursWeek))
  expect(rows).toContainEqual([
    ...[shown.work[0]?.schoolName, '足球', '小学', null, '小学', 6, '2024-09-01', null, null],
  ])
  expect(rows.find(row => row[5] === 2)?.slice(6)).toEqual(['2025-09-01', null, '未生效；调课'])
})

test('their training and evaluations are taken out with the figures of the page', async () => {
  const trainings = await takenOutOf('trainings')
  const evaluations = await takenOutOf('evaluations')

  expect(trainings.rows).toEqual([['安全与未成年人保护', '2025-06-30', '2025-06-01', '已完成', '线上']])
  expect(evaluations.shown.evaluations[0]).toMatchObject({ loggedDays: 31, loggedMinutes: 1240 })
  expect(evaluations.rows).toEqual([
    [
      ...['2024-2025-1', evaluations.shown.work[0]?.schoolName, '足球', 31, 1240, '合格', '=认真'],
      ...['体育组长', '2025-01-21'],
    ],
  ])
})
