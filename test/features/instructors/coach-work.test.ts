import { describe, expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import { listCoachPlacements } from '#app/features/instructors/coach-work.queries.server.ts'
import { endCoachPlacement } from '#app/features/instructors/end-coach-placement.server.ts'
import { evaluateCoach } from '#app/features/instructors/evaluate-coach.server.ts'
import { evaluationsOf } from '#app/features/instructors/evaluations.queries.server.ts'
import { type PlacementInput, placeCoach } from '#app/features/instructors/place-coach.server.ts'
import { renewCoach } from '#app/features/instructors/renew-coach.server.ts'
import { completeTraining, setTraining } from '#app/features/instructors/set-training.server.ts'
import { setTravel } from '#app/features/instructors/set-travel.server.ts'
import { trainingsOfPerson } from '#app/features/instructors/trainings.queries.server.ts'
import { usualTravel } from '#app/features/instructors/travel.rule.ts'
import { readWeeklyTimes } from '#app/features/instructors/weekly-time.rule.ts'
import { sampleActivity, sampleEntryCheck, sampleInstructor } from '#db/samples.ts'
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

/** Two schools of 东海县 and a coach of the unit for football until next summer. */
async function pooled() {
  const one = await insertSchool(place.db, { classes: [['primary', 2023, 1]] })
  const other = await insertSchool(place.db, { code: '2132000002', name: '东海县乙字小学' })
  const coach = sampleInstructor({ valid_from: '2025-09-01', valid_to: '2026-08-31', hours_week: 10 })
  await insertAll(place.db, 'instructor', [coach])
  await insertAll(place.db, 'instructor_sport', [
    { instructor_id: coach.id, sport_code: 'football', grade: 'LEVEL1' },
  ])
  return { one, other, coach }
}

function times(text: string) {
  const read = readWeeklyTimes(text)
  return read.ok ? read.times : []
}

function work(instructorId: string, schoolId: string, given: Partial<PlacementInput> = {}): PlacementInput {
  return {
    instructorId,
    schoolId,
    sport: 'football',
    stages: ['primary'],
    hoursWeek: 4,
    times: times('周二 16:00-17:30'),
    validFrom: '2025-09-01',
    validTo: '2026-01-31',
    note: '',
    isConfirmed: false,
    today,
    at,
    ...given,
  }
}

async function placed(input: PlacementInput, scope: Scope = city): Promise<string> {
  const result = await placeCoach(place.db, scope, by, input)
  if (!result.ok) throw new Error(result.refusal)
  return result.id
}

describe('placing a coach', () => {
  test('gives them work with stages, times and hours, and leaves a trace', async () => {
    const { one, coach } = await pooled()

    await placed(work(coach.id, one.id), donghai)

    expect(await listCoachPlacements(place.db, city, { asOf: today })).toMatchObject([
      {
        schoolId: one.id,
        sport: 'football',
        stages: ['primary'],
        hoursWeek: 4,
        times: [{ weekday: 2, startsAt: '16:00', endsAt: '17:30' }],
      },
    ])
    expect(await place.db.selectFrom('audit').select('action').execute()).toEqual([
      { action: 'coach-placement.add' },
    ])
  })

  test('tells all that stands against it at once and changes nothing', async () => {
    const { one, other, coach } = await pooled()
    await placed(work(coach.id, one.id, { hoursWeek: 8 }))

    const result = await placeCoach(place.db, city, by, work(coach.id, other.id, { validTo: '2026-09-01' }))

    expect(result).toMatchObject({ ok: false, refusal: 'does-not-fit' })
    const codes = result.ok || !('judged' in result) ? [] : result.judged.refusals.map(one => one.code)
    expect(codes).toEqual(['outside-contract', 'clash', 'above-limit'])
    expect(await listCoachPlacements(place.db, city, { asOf: today })).toHaveLength(1)
  })

  test('asks somebody to answer for a way that nobody can reckon', async () => {
    const { one, other, coach } = await pooled()
    await placed(work(coach.id, one.id))
    const later = work(coach.id, other.id, { times: times('周二 18:00-19:00') })

    expect(await placeCoach(place.db, city, by, later)).toMatchObject({
      ok: false,
      refusal: 'unconfirmed',
      judged: { warnings: [{ code: 'travel-unknown', schoolId: one.id }] },
    })
    expect((await placeCoach(place.db, city, by, { ...later, isConfirmed: true })).ok).toBe(true)
  })

  test('the city sets how fast the way is gone', async () => {
    const { one, other, coach } = await pooled()
    const at = (latitude: number) => ({ longitude: 119.2, latitude })
    await place.db.updateTable('school').set(at(34.6)).where('id', '=', one.id).execute()
    await place.db.updateTable('school').set(at(34.65)).where('id', '=', other.id).execute()
    await placed(work(coach.id, one.id))
    const next = work(coach.id, other.id, { times: times('周二 18:00-19:00') })

    await setTravel(place.db, by, { ...usualTravel, kmPerHour: 5 })
    expect(await placeCoach(place.db, city, by, next)).toMatchObject({
      refusal: 'does-not-fit',
      judged: { refusals: [{ code: 'travel-too-short', minutes: 30, needed: 97 }] },
    })
    await setTravel(place.db, by, usualTravel)
    expect((await placeCoach(place.db, city, by, next)).ok).toBe(true)
  })

  test('is refused outside the scope, at an unknown school and in a sport that is not theirs', async () => {
    const { one, coach } = await pooled()
    const foreign = await insertSchool(place.db, {
      code: '2132000003',
      name: '灌云县丙字小学',
      unitCode: '320723',
    })
    const refusal = async (scope: Scope, schoolId: string, given: Partial<PlacementInput> = {}) => {
      const result = await placeCoach(place.db, scope, by, work(coach.id, schoolId, given))
      return result.ok ? null : result.refusal
    }

    expect(await refusal(guanyun, one.id)).toBe('not-found')
    expect(await refusal(donghai, foreign.id)).toBe('school-unknown')
    expect(await refusal(donghai, one.id, { sport: 'wushu' })).toBe('sport-not-theirs')
    await placed(work(coach.id, one.id))
    expect(await refusal({ kind: 'school', schoolId: one.id }, one.id)).toBe('not-allowed')
  })

  test('by two people at once never goes above the hours of the contract', async () => {
    const { one, other, coach } = await pooled()
    const inputs = [
      work(coach.id, one.id, { hoursWeek: 6 }),
      work(coach.id, other.id, { hoursWeek: 6, times: times('周四 16:00-17:30') }),
    ]

    const both = await Promise.all(inputs.map(input => placeCoach(place.db, city, by, input)))

    expect(both.filter(result => result.ok)).toHaveLength(1)
  })
})

test('whom an entry check stopped is neither placed nor goes on', async () => {
  const { one, other, coach } = await pooled()
  const placementId = await placed(work(coach.id, one.id))
  await insertAll(place.db, 'entry_check', [
    sampleEntryCheck({ person_id: coach.person_id, queried_on: '2025-10-10', result: 'NOT_CLEAR' }),
  ])
  const goesOn = { placementId, validTo: '2026-06-30', isConfirmed: false, today, at }

  const stopped = { ok: false, refusal: 'stopped' }
  expect(await placeCoach(place.db, city, by, work(coach.id, other.id))).toEqual(stopped)
  expect(await renewCoach(place.db, city, by, goesOn)).toEqual(stopped)
})

describe('renewing', () => {
  const renew = (placementId: string, validTo: string, scope: Scope = city) =>
    renewCoach(place.db, scope, by, { placementId, validTo, isConfirmed: false, today, at })

  test('lets the work go on from the next day, once', async () => {
    const { one, coach } = await pooled()
    const id = await placed(work(coach.id, one.id))

    const result = await renew(id, '2026-06-30')

    expect(result.ok).toBe(true)
    const rows = await listCoachPlacements(place.db, city, { asOf: today })
    expect(rows).toMatchObject([
      { validTo: '2026-01-31' },
      { validFrom: '2026-02-01', validTo: '2026-06-30', renews: id, times: [{ weekday: 2 }] },
    ])
    expect(await renew(id, '2026-06-30')).toEqual({ ok: false, refusal: 'renewed-already' })
  })

  test('is refused in a sport that the contract of that day does not name', async () => {
    const { one, coach } = await pooled()
    const id = await placed(work(coach.id, one.id))
    await place.db.updateTable('instructor_sport').set({ sport_code: 'athletics' }).execute()

    expect(await renew(id, '2026-06-30')).toEqual({ ok: false, refusal: 'sport-not-theirs' })
  })

  test('by two people at once goes on once', async () => {
    const { one, coach } = await pooled()
    const id = await placed(work(coach.id, one.id))

    const both = await Promise.all([renew(id, '2026-06-30'), renew(id, '2026-06-30')])

    expect(both.filter(result => result.ok)).toHaveLength(1)
  })

  test('is refused beyond the contract, after an early end and out of scope', async () => {
    const { one, other, coach } = await pooled()
    const id = await placed(work(coach.id, one.id))
    const ended = await placed(work(coach.id, other.id, { times: times('周四 16:00-17:00') }))
    const toTheEnd = await placed(
      work(coach.id, other.id, {
        validFrom: '2026-03-01',
        validTo: '2026-08-31',
        times: times('周五 16:00-17:00'),
      }),
    )
    await endCoachPlacement(place.db, city, by, {
      placementId: ended,
      lastDay: '2025-12-31',
      reason: '调课',
      today,
    })

    expect(await renew(id, '2026-09-30')).toMatchObject({
      refusal: 'does-not-fit',
      judged: { refusals: [{ code: 'outside-contract' }] },
    })
    expect(await renew(toTheEnd, '2027-01-31')).toEqual({ ok: false, refusal: 'no-contract' })
    expect(await renew(ended, '2026-06-30')).toEqual({ ok: false, refusal: 'ended-early' })
    expect(await renew(id, '2026-06-30', guanyun)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await renew(id, '2026-06-30', { kind: 'school', schoolId: one.id })).toEqual({
      ok: false,
      refusal: 'not-allowed',
    })
  })
})

describe('ending work', () => {
  test('keeps the reason; before it began it never holds; never later than it would end', async () => {
    const { one, coach } = await pooled()
    const id = await placed(work(coach.id, one.id))
    const end = (lastDay: string, scope: Scope = city) =>
      endCoachPlacement(place.db, scope, by, { placementId: id, lastDay, reason: '学校停课', today })

    expect(await end('2026-02-01')).toEqual({ ok: false, refusal: 'after-its-end' })
    expect(await end('2025-12-31', guanyun)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await end('2025-12-31')).toMatchObject({ ok: true })
    expect(await end('2025-08-01')).toMatchObject({ ok: true })
    expect(await listCoachPlacements(place.db, city, { asOf: today })).toMatchObject([
      { validFrom: '2025-09-01', validTo: '2025-08-31', endReason: '学校停课' },
    ])
  })
})

describe('evaluating', () => {
  const term = '2025-2026-1'
  const evaluate = (placementId: string, given: object = {}, scope: Scope = city) =>
    evaluateCoach(place.db, scope, by, {
      placementId,
      termId: term,
      rating: 'GOOD',
      opinion: '认真负责',
      today: '2026-01-20',
      at,
      ...given,
    })

  test('counts the days and minutes that the school logged for the sport and the stages, within the work', async () => {
    const { one, coach } = await pooled()
    const id = await placed(work(coach.id, one.id, { validFrom: '2025-09-10', validTo: '2026-01-31' }))
    const log = (day: string, given: object = {}) =>
      sampleActivity({
        school_id: one.id,
        class_id: one.classes[0] ?? '',
        day,
        minutes: 45,
        sport_code: 'football',
        ...given,
      })
    await insertAll(place.db, 'activity', [
      log('2025-09-09'),
      log('2025-09-10'),
      log('2025-09-10', { kind: 'CLUB', minutes: 30 }),
      log('2025-09-11', { sport_code: 'wushu' }),
      log('2025-09-12'),
    ])

    expect(await evaluate(id, {}, { kind: 'school', schoolId: one.id })).toMatchObject({ ok: true })
    expect(await evaluationsOf(place.db, [id])).toMatchObject([
      { termId: term, loggedDays: 2, loggedMinutes: 120, rating: 'GOOD', opinion: '认真负责' },
    ])
  })

  test('happens once a term, in its last weeks, for work that was done in it, by who sees the school', async () => {
    const { one, coach } = await pooled()
    const id = await placed(work(coach.id, one.id))
    const refusal = async (given: object, scope?: Scope) => {
      const result = await evaluate(id, given, scope)
      return result.ok ? null : result.refusal
    }

    expect(await refusal({ today: '2025-12-01' })).toBe('too-early')
    expect(await refusal({ termId: '2024-2025-1' })).toBe('not-worked')
    expect(await refusal({ termId: '1999-2000-1' })).toBe('term-unknown')
    expect(await refusal({}, guanyun)).toBe('not-found')
    expect(await refusal({})).toBeNull()
    expect(await refusal({})).toBe('evaluated-already')
    expect(await evaluationsOf(place.db, [id])).toHaveLength(1)
  })
})

describe('training', () => {
  test('is due by a day and done on one that has been, once a kind and day', async () => {
    const { coach } = await pooled()
    const set = (scope: Scope = donghai) =>
      setTraining(place.db, scope, by, {
        instructorId: coach.id,
        kind: 'SAFETY',
        dueOn: '2025-12-31',
        note: '',
        today,
      })
    const personId = coach.person_id
    const complete = (trainingId: string, doneOn: string) =>
      completeTraining(place.db, donghai, by, { instructorId: coach.id, trainingId, doneOn, today })

    expect(await set(guanyun)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await set()).toEqual({ ok: true })
    expect(await set()).toEqual({ ok: false, refusal: 'set-already' })
    const [training] = await trainingsOfPerson(place.db, personId)
    expect(await complete(training?.id ?? '', '2025-10-16')).toEqual({ ok: false, refusal: 'in-future' })
    expect(await complete('unknown', '2025-10-10')).toEqual({ ok: false, refusal: 'not-found' })
    expect(await complete(training?.id ?? '', '2025-10-10')).toEqual({ ok: true })
    expect(await trainingsOfPerson(place.db, personId)).toMatchObject([
      { kind: 'SAFETY', dueOn: '2025-12-31', doneOn: '2025-10-10' },
    ])
  })
})
