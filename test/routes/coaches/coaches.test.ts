import { describe, expect, test } from 'vitest'
import { judgementWords } from '#app/features/instructors/coach-work.text.ts'
import { action as addCoach } from '#app/routes/coaches/add-coach.tsx'
import { loader as coach } from '#app/routes/coaches/coach.tsx'
import { loader as coaches } from '#app/routes/coaches/coaches.tsx'
import { action as evaluate } from '#app/routes/coaches/evaluate-coach.tsx'
import { action as place } from '#app/routes/coaches/place-coach.tsx'
import { sampleCoachPlacement, sampleInstructor, samplePlacement } from '#db/samples.ts'
import { insertAll } from '#db/write.server.ts'
import { insertPerson } from '#test/features/accounts/people.ts'
import { useAppDatabase } from '#test/support/app-database.ts'
import { cookieOf, outcomeOf, visit } from '#test/support/page.ts'
import { insertSchool } from '#test/support/school.ts'

const db = useAppDatabase()

async function cookieFor(given: Parameters<typeof insertPerson>[1]) {
  return cookieOf(db, await insertPerson(db, given))
}

const form = {
  kind: 'COACH',
  name: '王海燕',
  sport1: 'football',
  grade1: 'LEVEL1',
  sport2: 'athletics',
  engagement: 'PART_TIME',
  hoursWeek: '8',
  titleLiteral: '一级教练',
  primary: '1',
  retired: '1',
  validFrom: '2025-09-01',
  validTo: '2027-08-31',
}

describe('registering somebody', () => {
  test('by a school enters its own person, whatever school the form names', async () => {
    const own = await insertSchool(db)
    await insertSchool(db, { code: '2132000002', name: '东海县乙字小学' })
    const cookie = await cookieFor({ role: 'school', schoolId: own.id })

    const { location } = await outcomeOf(
      addCoach(visit('/coaches/new', { cookie, form: { ...form, school: '2132000002' } })),
    )

    const id = location?.slice('/coaches/'.length, -'?saved=1'.length) ?? ''
    const { data } = await outcomeOf(coach(visit(`/coaches/${id}`, { cookie, params: { id } })))
    expect(data.instructor).toMatchObject({
      schoolId: own.id,
      isRetiredAthlete: true,
      stages: ['primary'],
      sports: expect.arrayContaining([{ sport: 'football', grade: 'LEVEL1' }]),
    })
    // Nobody has asked for the entry check yet.
    expect(data.instructor.state).toBe('suspended')
  })

  test('is refused with a reason, and nothing that was entered is lost', async () => {
    const cookie = await cookieFor({ role: 'city' })
    const answer = async (given: Record<string, string>) =>
      outcomeOf(addCoach(visit('/coaches/new', { cookie, form: { ...form, unit: '320722', ...given } })))

    const wrong = await answer({ titleLiteral: '特级教练' })
    expect(wrong).toMatchObject({ status: 422, data: { refusal: 'title-unknown' } })
    expect(wrong.data.entered).toMatchObject({ name: '王海燕', primary: '1', grade1: 'LEVEL1' })
    expect(await answer({ name: '' })).toMatchObject({
      status: 422,
      data: { errors: { name: expect.any(String) } },
    })
    expect(await answer({ unit: '' })).toMatchObject({ status: 422, data: { refusal: 'unit-unknown' } })
    expect(await db.selectFrom('instructor').select('id').execute()).toEqual([])
  })

  test('takes neither an ID number nor a phone, in whatever field of words', async () => {
    const cookie = await cookieFor({ role: 'city' })
    const answer = async (given: Record<string, string>) =>
      outcomeOf(addCoach(visit('/coaches/new', { cookie, form: { ...form, unit: '320722', ...given } })))

    expect((await answer({ name: '王海燕320706199901010014' })).data.errors).toEqual({
      name: 'personal-number',
    })
    expect((await answer({ name: '王海燕 138 0013 8000' })).data.errors).toEqual({ name: 'personal-number' })
    expect((await answer({ titleLiteral: '11010519491231002x' })).data.errors).toEqual({
      titleLiteral: 'personal-number',
    })
  })
})

describe('placing a coach', () => {
  test('that clashes tells with which school and when, and keeps the form', async () => {
    const school = await insertSchool(db)
    const other = await insertSchool(db, { code: '2132000002', name: '东海县乙字小学' })
    const person = sampleInstructor({ valid_from: '2025-09-01', hours_week: 10 })
    await insertAll(db, 'instructor', [person])
    await insertAll(db, 'instructor_sport', [{ instructor_id: person.id, sport_code: 'football', grade: '' }])
    const work = sampleCoachPlacement({ instructor_id: person.id, school_id: other.id })
    await insertAll(db, 'coach_placement', [work])
    await insertAll(db, 'coach_hours', [
      { placement_id: work.id ?? '', weekday: 2, starts_at: '16:00', ends_at: '17:00' },
    ])
    const cookie = await cookieFor({ role: 'unit', unitCode: '320722' })
    const answer = (given: Record<string, string>) =>
      outcomeOf(
        place(
          visit('/', {
            cookie,
            params: { id: person.id },
            form: {
              ...{ school: '2132000001', sport: 'football', primary: '1', hoursWeek: '2' },
              ...{ validFrom: '2026-09-01', validTo: '2027-01-31', ...given },
            },
          }),
        ),
      )

    const clash = await answer({ times: '周二 16:30-17:30' })
    expect(clash.status).toBe(422)
    expect(clash.data.entered).toMatchObject({ times: '周二 16:30-17:30' })
    expect(clash.data.judged?.refusals.map(one => judgementWords('zh-CN', one))).toEqual([
      '周二 16:30-17:30 与东海县乙字小学的课冲突。',
    ])
    const unknown = await answer({ times: '周二 18:00-19:00' })
    expect(unknown).toMatchObject({ status: 422, data: { refusal: 'unconfirmed' } })
    expect((await answer({ times: '周二' })).data.errors).toEqual({ times: 'times-unclear' })
    expect(await answer({ times: '周二 18:00-19:00', confirmed: '1' })).toMatchObject({ status: 302 })
    expect(await db.selectFrom('coach_placement').select('school_id').execute()).toHaveLength(2)
    expect(school.id).not.toBe(other.id)
  })
})

test('the register says who works and who is suspended, and how much is placed', async () => {
  const school = await insertSchool(db)
  const teacher = sampleInstructor({
    kind: 'PE_TEACHER',
    name: '李强',
    school_id: school.id,
    hours_week: null,
  })
  const person = sampleInstructor({ name: '王海燕' })
  await insertAll(db, 'instructor', [teacher, person])
  await insertAll(db, 'coach_placement', [
    sampleCoachPlacement({ instructor_id: person.id, school_id: school.id, hours_week: 6 }),
  ])
  const cookie = await cookieFor({ role: 'auditor' })

  const { data } = await outcomeOf(coaches(visit('/coaches', { cookie })))

  expect(data).toMatchObject({ total: 2, mayChange: false })
  expect(data.lines.map(({ name, state, hoursPlaced }) => [name, state, hoursPlaced]).sort()).toEqual([
    ['李强', 'working', 0],
    ['王海燕', 'suspended', 6],
  ])
})

test('the page of a coach says which 5621 cells the work makes live: in force, its sport, its stages, its school', async () => {
  const school = await insertSchool(db, { type: '312', stages: ['primary', 'junior'] })
  const person = sampleInstructor()
  const work = sampleCoachPlacement({ instructor_id: person.id, school_id: school.id })
  const idle = sampleCoachPlacement({
    instructor_id: person.id,
    school_id: school.id,
    sport_code: 'basketball',
  })
  await insertAll(db, 'instructor', [person])
  await insertAll(db, 'coach_placement', [work, idle])
  await insertAll(db, 'coach_placement_stage', [
    { placement_id: work.id, stage: 'primary' },
    { placement_id: work.id, stage: 'junior' },
    { placement_id: idle.id, stage: 'primary' },
  ])
  await insertAll(db, 'program_placement', [
    samplePlacement({ school_id: school.id }),
    samplePlacement({ school_id: school.id, stage: 'junior', valid_to: '2025-01-01' }),
    samplePlacement({ school_id: school.id, sport_code: 'athletics' }),
  ])
  const cookie = await cookieFor({ role: 'unit', unitCode: '320722' })

  const { data } = await outcomeOf(coach(visit('/', { cookie, params: { id: person.id ?? '' } })))

  expect(data.work.map(({ sport, cells }) => [sport, cells]).sort()).toEqual([
    ['basketball', []],
    ['football', ['primary']],
  ])
})

test('an opinion with a phone number is not kept', async () => {
  const school = await insertSchool(db)
  const person = sampleInstructor()
  const work = sampleCoachPlacement({ instructor_id: person.id, school_id: school.id })
  await insertAll(db, 'instructor', [person])
  await insertAll(db, 'coach_placement', [work])
  const cookie = await cookieFor({ role: 'school', schoolId: school.id })

  const { status, data } = await outcomeOf(
    evaluate(
      visit('/', {
        cookie,
        params: { id: work.id ?? '' },
        form: { term: '2025-2026-1', rating: 'GOOD', opinion: '很好，电话13800138000' },
      }),
    ),
  )

  expect(status).toBe(422)
  expect(data.errors).toEqual({ opinion: 'personal-number' })
})
