import { describe, expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import { addInstructor, type NewInstructor } from '#app/features/instructors/add-instructor.server.ts'
import { changeInstructor } from '#app/features/instructors/change-instructor.server.ts'
import { listCoachPlacements } from '#app/features/instructors/coach-work.queries.server.ts'
import { endInstructor } from '#app/features/instructors/end-instructor.server.ts'
import {
  contractsOfPerson,
  countInstructors,
  findInstructor,
  listInstructors,
} from '#app/features/instructors/instructors.queries.server.ts'
import { sampleCoachPlacement, sampleEntryCheck, sampleInstructor } from '#db/samples.ts'
import { insertAll } from '#db/write.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'

const place = useDatabase()
const city: Scope = { kind: 'city' }
const donghai: Scope = { kind: 'unit', unitCode: '320722' }
const guanyun: Scope = { kind: 'unit', unitCode: '320723' }
const by = { id: null, name: 'tester' }
const today = '2025-10-15'
const at = '2025-10-15 02:00:00.000'

function coach(schoolId: string | null, given: Partial<NewInstructor> = {}): NewInstructor {
  return {
    kind: 'COACH',
    name: '王海燕',
    namesake: 1,
    gender: 'F',
    engagement: 'PART_TIME',
    titleLiteral: '一级教练',
    isRetiredAthlete: true,
    hoursWeek: 8,
    sports: [{ sport: 'football', grade: 'LEVEL1' }],
    stages: [],
    unitCode: '320722',
    schoolId,
    validFrom: '2025-09-01',
    validTo: '2026-08-31',
    today,
    at,
    ...given,
  }
}

async function added(schoolId: string | null, given: Partial<NewInstructor> = {}): Promise<string> {
  const result = await addInstructor(place.db, city, by, coach(schoolId, given))
  if (!result.ok) throw new Error(result.refusal)
  return result.id
}

async function checked(instructorId: string, queriedOn: string) {
  const { personId } = (await findInstructor(place.db, city, instructorId, today))!
  await insertAll(place.db, 'entry_check', [sampleEntryCheck({ person_id: personId, queried_on: queriedOn })])
}

async function audited() {
  const rows = await place.db.selectFrom('audit').select('action').orderBy('position').execute()
  return rows.map(row => row.action)
}

describe('adding', () => {
  test('enters somebody with sports, grades and title in both systems, and leaves a trace', async () => {
    const { id } = await insertSchool(place.db)

    const result = await addInstructor(place.db, donghai, by, coach(id))

    expect(result.ok && (await findInstructor(place.db, city, result.id, today))).toMatchObject({
      name: '王海燕',
      title: 'INTERMEDIATE',
      titleLiteral: '一级教练',
      sports: [{ sport: 'football', grade: 'LEVEL1' }],
      unitCode: '320722',
      schoolName: '东海县试验小学',
    })
    expect(await audited()).toEqual(['instructor.add'])
  })

  test('is refused, and nothing changes, where it cannot stand', async () => {
    const { id } = await insertSchool(place.db, { openedOn: '2020-09-01' })
    const refusal = async (
      given: Partial<NewInstructor>,
      scope: Scope = city,
      schoolId: string | null = id,
    ) => {
      const result = await addInstructor(place.db, scope, by, coach(schoolId, given))
      return result.ok ? null : result.refusal
    }

    expect(await refusal({}, guanyun)).toBe('school-unknown')
    expect(await refusal({}, guanyun, null)).toBe('not-allowed')
    expect(await refusal({}, { kind: 'school', schoolId: id }, null)).toBe('not-allowed')
    expect(await refusal({ unitCode: '999999' }, city, null)).toBe('unit-unknown')
    expect(await refusal({}, { kind: 'nothing' })).toBe('school-unknown')
    expect(await refusal({ sports: [{ sport: 'quidditch', grade: '' }] })).toBe('sport-unknown')
    expect(await refusal({ stages: ['senior'] })).toBe('stage-not-run')
    expect(await refusal({ validFrom: '2019-09-01' })).toBe('school-not-open')
    expect(await refusal({ validTo: '2025-08-31' })).toBe('ends-before-start')
    expect(await refusal({ engagement: 'INTERN', validTo: '2026-09-01' })).toBe('intern-over-a-year')
    expect(await countInstructors(place.db, city, { asOf: today })).toBe(0)
    expect(await audited()).toEqual([])
  })

  test('twice enters one person; somebody else of the name says so by a number', async () => {
    const { id } = await insertSchool(place.db)
    await added(id)

    const again = await Promise.all([1, 2].map(() => addInstructor(place.db, city, by, coach(id))))
    const later = await addInstructor(place.db, city, by, coach(id, { validFrom: '2025-10-01' }))
    const other = await addInstructor(place.db, city, by, coach(id, { namesake: 2 }))

    expect([...again, later].map(one => !one.ok && one.refusal)).toEqual(Array(3).fill('registered-already'))
    expect(other.ok).toBe(true)
  })

  test('by two people at once enters one person', async () => {
    const { id } = await insertSchool(place.db)

    const both = await Promise.all([1, 2].map(() => addInstructor(place.db, city, by, coach(id))))

    expect(both.filter(one => one.ok)).toHaveLength(1)
    expect(await countInstructors(place.db, city, { asOf: today })).toBe(1)
  })
})

describe('changing', () => {
  const change = (instructorId: string, given: object, scope: Scope = city) =>
    changeInstructor(place.db, scope, by, {
      ...coach(null),
      instructorId,
      from: '2025-09-01',
      ...given,
    })

  test('from the first day corrects the contract itself', async () => {
    const id = await added(null)

    const result = await change(id, { name: '王海艳', titleLiteral: '中级教练' })

    expect(result).toEqual({ ok: true, id })
    expect(await findInstructor(place.db, city, id, today)).toMatchObject({
      name: '王海艳',
      titleLiteral: '中级教练',
    })
  })

  test('from a later day keeps what held before, of the same person, and takes the work along', async () => {
    const school = await insertSchool(place.db)
    const id = await added(school.id)
    await insertAll(place.db, 'coach_placement', [
      sampleCoachPlacement({
        instructor_id: id,
        school_id: school.id,
        valid_from: '2025-09-01',
        valid_to: '2026-08-31',
      }),
    ])

    const result = await change(id, { from: '2026-01-01', hoursWeek: 12 })
    const next = result.ok ? result.id : ''

    const { personId } = (await findInstructor(place.db, city, next, today))!
    expect(await contractsOfPerson(place.db, city, personId, today)).toMatchObject([
      { id, validFrom: '2025-09-01', validTo: '2025-12-31', hoursWeek: 8 },
      { id: next, validFrom: '2026-01-01', validTo: '2026-08-31', hoursWeek: 12 },
    ])
    const [before, after] = await listCoachPlacements(place.db, city, { asOf: today })
    expect(before).toMatchObject({ instructorId: id, validTo: '2025-12-31' })
    expect(after).toMatchObject({ instructorId: next, validFrom: '2026-01-01', renews: before?.id })
  })

  test('from the day after the last is a further contract of the same person', async () => {
    const id = await added(null)
    const further = { from: '2026-09-01', validTo: '2027-08-31' }
    expect(await change(id, further)).toEqual({ ok: false, refusal: 'no-fresh-check' })
    await checked(id, '2025-09-14')
    expect(await change(id, further)).toEqual({ ok: false, refusal: 'no-fresh-check' })
    await checked(id, '2025-10-01')

    const result = await change(id, further)

    const { personId } = (await findInstructor(place.db, city, id, today))!
    expect(result.ok).toBe(true)
    expect(await contractsOfPerson(place.db, city, personId, today)).toMatchObject([
      { validTo: '2026-08-31' },
      { validFrom: '2026-09-01', validTo: '2027-08-31' },
    ])
  })

  test('is refused where the contract, its work or another person would not allow it', async () => {
    const school = await insertSchool(place.db)
    const id = await added(school.id)
    await added(school.id, { name: '李强' })
    await insertAll(place.db, 'coach_placement', [
      sampleCoachPlacement({
        instructor_id: id,
        school_id: school.id,
        valid_from: '2025-09-01',
        valid_to: '2026-08-31',
      }),
    ])
    const refusal = async (given: object, scope?: Scope) => {
      const result = await change(id, given, scope)
      return result.ok ? null : result.refusal
    }

    expect(await refusal({}, guanyun)).toBe('not-found')
    expect(await refusal({ from: '2025-08-31' })).toBe('outside-its-days')
    expect(await refusal({ from: '2026-09-02' })).toBe('outside-its-days')
    expect(await refusal({ name: '李强' })).toBe('registered-already')
    expect(await refusal({ validTo: '2026-06-30' })).toBe('work-beyond-end')
    expect(await refusal({ hoursWeek: 5 })).toBe('work-above-hours')
    expect(await refusal({ sports: [{ sport: 'athletics', grade: '' }] })).toBe('work-in-other-sport')
    expect(await audited()).toEqual(['instructor.add', 'instructor.add'])
  })

  test('an intern has one year over all contracts', async () => {
    const id = await added(null, { engagement: 'INTERN' })
    await checked(id, '2025-10-01')

    const result = await change(id, { engagement: 'INTERN', from: '2026-09-01', validTo: '2026-12-31' })

    expect(result).toEqual({ ok: false, refusal: 'intern-over-a-year' })
  })

  test('makes nobody an intern for longer than a year by correcting an earlier contract', async () => {
    const id = await added(null)
    await checked(id, '2025-10-01')
    expect((await change(id, { engagement: 'INTERN', from: '2026-09-01', validTo: '2027-08-31' })).ok).toBe(
      true,
    )

    expect(await change(id, { engagement: 'INTERN' })).toEqual({ ok: false, refusal: 'intern-over-a-year' })
  })

  test('of an intern from a later day on counts the year once', async () => {
    const id = await added(null, { engagement: 'INTERN' })

    expect((await change(id, { engagement: 'INTERN', from: '2026-01-01', hoursWeek: 10 })).ok).toBe(true)
  })

  test('from a later day keeps the reason with the end that it explains, and the note of the work', async () => {
    const school = await insertSchool(place.db)
    const id = await added(school.id)
    await insertAll(place.db, 'coach_placement', [
      sampleCoachPlacement({
        instructor_id: id,
        school_id: school.id,
        valid_from: '2025-09-01',
        valid_to: '2026-06-30',
        note: '训练队',
      }),
    ])
    const ended = { instructorId: id, lastDay: '2026-06-30', reason: '调离', today }
    expect(await endInstructor(place.db, city, by, ended)).toEqual({ ok: true })

    const result = await change(id, { from: '2026-01-01', validTo: '2026-06-30', hoursWeek: 12 })

    const next = result.ok ? result.id : ''
    expect(await findInstructor(place.db, city, id, today)).toMatchObject({ endReason: '' })
    expect(await findInstructor(place.db, city, next, today)).toMatchObject({ endReason: '调离' })
    const work = await listCoachPlacements(place.db, city, { asOf: today })
    expect(work.map(one => one.note)).toEqual(['训练队', '训练队'])
  })

  test('a school makes no PE teacher of a coach, so that nobody escapes the entry check; the unit may', async () => {
    const school = await insertSchool(place.db)
    const id = await added(school.id)
    const teacher = { kind: 'PE_TEACHER', engagement: '', hoursWeek: null, titleLiteral: '' }

    expect(await change(id, teacher, { kind: 'school', schoolId: school.id })).toEqual({
      ok: false,
      refusal: 'kind-not-yours',
    })
    expect((await change(id, teacher, donghai)).ok).toBe(true)
  })

  test('is refused to a school where somebody merely works', async () => {
    const school = await insertSchool(place.db)
    const id = await added(null)
    await insertAll(place.db, 'coach_placement', [
      sampleCoachPlacement({ instructor_id: id, school_id: school.id }),
    ])

    expect(await change(id, {}, { kind: 'school', schoolId: school.id })).toEqual({
      ok: false,
      refusal: 'not-allowed',
    })
  })
})

describe('ending', () => {
  test('ends the work under the contract too, with the reason; what had not begun never holds', async () => {
    const school = await insertSchool(place.db)
    const id = await added(school.id)
    const work = { instructor_id: id, school_id: school.id, valid_to: '2026-08-31' }
    await insertAll(place.db, 'coach_placement', [
      sampleCoachPlacement({ ...work, valid_from: '2025-09-01' }),
      sampleCoachPlacement({ ...work, valid_from: '2026-03-01', sport_code: 'athletics' }),
    ])

    const result = await endInstructor(place.db, donghai, by, {
      instructorId: id,
      lastDay: '2025-12-31',
      reason: '调离',
      today,
    })

    expect(result).toEqual({ ok: true })
    expect(await findInstructor(place.db, city, id, today)).toMatchObject({
      validTo: '2025-12-31',
      endReason: '调离',
    })
    expect(await listCoachPlacements(place.db, city, { asOf: today })).toMatchObject([
      { validTo: '2025-12-31', endReason: '调离' },
      { validFrom: '2026-03-01', validTo: '2026-02-28', endReason: '调离' },
    ])
  })

  test('is refused outside the contract and outside the scope', async () => {
    const id = await added(null)
    const refusal = async (lastDay: string, scope: Scope = city) => {
      const result = await endInstructor(place.db, scope, by, {
        instructorId: id,
        lastDay,
        reason: '调离',
        today,
      })
      return result.ok ? null : result.refusal
    }

    expect(await refusal('2025-08-31')).toBe('ends-before-start')
    expect(await refusal('2026-09-01')).toBe('after-its-end')
    expect(await refusal('2025-12-31', guanyun)).toBe('not-found')
  })
})

describe('the register', () => {
  test('shows each scope its own, and whoever works at its schools', async () => {
    const own = await insertSchool(place.db)
    const sister = await insertSchool(place.db, { code: '2132000002', name: '东海县乙字小学' })
    const foreign = await insertSchool(place.db, {
      code: '2132000003',
      name: '灌云县丙字小学',
      unitCode: '320723',
    })
    const people = {
      own: sampleInstructor({ name: '甲', school_id: own.id }),
      sister: sampleInstructor({ name: '乙', school_id: sister.id }),
      foreign: sampleInstructor({ name: '丙', school_id: foreign.id, unit_code: '320723' }),
      pooled: sampleInstructor({ name: '丁' }),
    }
    await insertAll(place.db, 'instructor', Object.values(people))
    await insertAll(place.db, 'coach_placement', [
      sampleCoachPlacement({ instructor_id: people.pooled.id, school_id: own.id }),
    ])
    const seenBy = async (scope: Scope) =>
      (await listInstructors(place.db, scope, { asOf: today })).map(one => one.name).sort()

    expect(await seenBy(city)).toHaveLength(4)
    expect(await seenBy(donghai)).toEqual(['丁', '乙', '甲'].sort())
    expect(await seenBy(guanyun)).toEqual(['丙'])
    expect(await seenBy({ kind: 'school', schoolId: own.id })).toEqual(['丁', '甲'].sort())
    expect(await seenBy({ kind: 'school', schoolId: sister.id })).toEqual(['乙'])
    expect(await seenBy({ kind: 'applicant', accountId: 'x' })).toEqual([])
    expect(await seenBy({ kind: 'nothing' })).toEqual([])
  })

  test('is filtered by unit, school, kind, sport, words and the day', async () => {
    const school = await insertSchool(place.db)
    await added(school.id)
    await added(null, {
      kind: 'SPORTS_INSTRUCTOR',
      name: '李强',
      engagement: 'VOLUNTEER',
      titleLiteral: '二级社会体育指导员',
      unitCode: '320723',
      sports: [{ sport: 'wushu', grade: '' }],
      validFrom: '2023-09-01',
      validTo: '2024-08-31',
    })
    const names = async (filter: object) =>
      (await listInstructors(place.db, city, { asOf: today, ...filter })).map(one => one.name)

    expect(await names({ inForceOnly: true })).toEqual(['王海燕'])
    expect(await names({ inForceOnly: true, asOf: '2024-01-01' })).toEqual(['李强'])
    expect(await names({ unitCode: '320723' })).toEqual(['李强'])
    expect(await names({ schoolId: school.id })).toEqual(['王海燕'])
    expect(await names({ kind: 'SPORTS_INSTRUCTOR' })).toEqual(['李强'])
    expect(await names({ sport: 'football' })).toEqual(['王海燕'])
    expect(await names({ search: '试验小' })).toEqual(['王海燕'])
    expect(await names({ search: '%' })).toEqual([])
  })
})
