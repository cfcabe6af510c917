import { expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import type { NewCheck } from '#app/features/instructors/entry-check.rule.ts'
import { entryChecksOf } from '#app/features/instructors/entry-checks.queries.server.ts'
import { listEntryChecks } from '#app/features/instructors/list-entry-checks.server.ts'
import { recordEntryCheck } from '#app/features/instructors/record-entry-check.server.ts'
import { sampleCoachPlacement, sampleEntryCheck, sampleInstructor } from '#db/samples.ts'
import { insertAll } from '#db/write.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'

const place = useDatabase()
const today = '2026-11-26'
const now = '2026-11-26 02:00:00.000'
const by = { id: null, name: '东海县教育局' }
const city: Scope = { kind: 'city' }
const donghai: Scope = { kind: 'unit', unitCode: '320722' }
const guanyun: Scope = { kind: 'unit', unitCode: '320723' }

async function coach(given: Parameters<typeof sampleInstructor>[0] = {}) {
  const row = sampleInstructor({ name: '王教练', ...given })
  await insertAll(place.db, 'instructor', [row])
  return row.person_id
}

function record(scope: Scope, personId: string, given: Partial<NewCheck> = {}) {
  const check: NewCheck = { queriedOn: today, result: 'CLEAR', reference: '查询2026-118', ...given }
  return recordEntryCheck(place.db, scope, by, { ...check, personId, today, now })
}

async function standing(scope: Scope = donghai, day = today) {
  const people = await listEntryChecks(place.db, scope, day)
  return people.map(one => [one.name, one.check.state, one.urgency, one.mayWork])
}

test('an answer is kept with its day, unit and number, and lets the coach work', async () => {
  const personId = await coach()
  expect(await standing()).toEqual([['王教练', 'none', 'now', false]])

  expect(await record(donghai, personId)).toEqual({ ok: true })

  expect(await standing()).toEqual([['王教练', 'clear', 'later', true]])
  expect(await entryChecksOf(place.db, personId)).toEqual([
    expect.objectContaining({
      queriedOn: today,
      result: 'CLEAR',
      unitCode: '320722',
      reference: '查询2026-118',
      recordedBy: '东海县教育局',
    }),
  ])
})

test('NOT_CLEAR stops the coach on the same day', async () => {
  const personId = await coach()
  await record(donghai, personId, { queriedOn: '2026-11-01' })

  await record(donghai, personId, { result: 'NOT_CLEAR' })

  expect(await standing()).toEqual([['王教练', 'not-clear', 'now', false]])
})

test('the audit tells that an answer was entered, and not which', async () => {
  const personId = await coach()

  await record(donghai, personId, { result: 'NOT_CLEAR' })

  const audit = await place.db.selectFrom('audit').selectAll().execute()
  expect(audit).toHaveLength(1)
  expect(audit[0]).toMatchObject({ action: 'entry-check.record', actor: '东海县教育局', unit_code: '320722' })
  expect(JSON.stringify(audit)).not.toMatch(/CLEAR|查询2026/)
})

test('neither another unit nor a school records or sees an answer', async () => {
  const school = await insertSchool(place.db)
  const personId = await coach({ school_id: school.id })
  const own: Scope = { kind: 'school', schoolId: school.id }

  for (const scope of [guanyun, own, { kind: 'nothing' } as const]) {
    expect(await record(scope, personId)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await standing(scope)).toEqual([])
  }
  expect(await entryChecksOf(place.db, personId)).toEqual([])
})

test('the unit where a coach of another unit works sees whether the check holds', async () => {
  const school = await insertSchool(place.db, { unitCode: '320723', code: '2132000009' })
  const row = sampleInstructor({ name: '王教练' })
  await insertAll(place.db, 'instructor', [row])
  await insertAll(place.db, 'coach_placement', [
    sampleCoachPlacement({ instructor_id: row.id, school_id: school.id }),
  ])

  expect(await standing(guanyun)).toEqual([['王教练', 'none', 'now', false]])
})

test('an answer of a day to come, or without its number, is refused with the reason', async () => {
  const personId = await coach()

  expect(await record(donghai, personId, { queriedOn: '2026-11-27' })).toEqual({
    ok: false,
    refusal: 'day-to-come',
  })
  expect(await record(donghai, personId, { reference: ' ' })).toEqual({
    ok: false,
    refusal: 'reference-missing',
  })
  expect(await entryChecksOf(place.db, personId)).toEqual([])
})

test('whoever must be seen to at once stands first, PE teachers whom nobody queried stand nowhere', async () => {
  const checkedOn = async (name: string, queriedOn: string) => {
    const personId = await coach({ name })
    await insertAll(place.db, 'entry_check', [
      sampleEntryCheck({ person_id: personId, queried_on: queriedOn }),
    ])
  }
  await checkedOn('有效', '2026-09-01')
  await checkedOn('将到期', '2025-12-20')
  await checkedOn('已到期', '2025-11-26')
  await coach({ name: '体育老师', kind: 'PE_TEACHER' })
  await coach({ name: '离职教练', valid_to: '2026-11-25' })

  expect(await standing(city)).toEqual([
    ['已到期', 'expired', 'now', false],
    ['将到期', 'clear', 'soon', true],
    ['有效', 'clear', 'later', true],
  ])
})

test('somebody with contracts in two units is on the list of each', async () => {
  const personId = await coach()
  await coach({ person_id: personId, unit_code: '320723' })

  expect(await standing(donghai)).toHaveLength(1)
  expect(await standing(guanyun)).toHaveLength(1)
  expect(await standing(city)).toHaveLength(2)
})

test('a coach who teaches PE as well stands on the list as a coach, whichever contract is older', async () => {
  const personId = await coach()
  await coach({ person_id: personId, kind: 'PE_TEACHER', namesake: 2 })
  const other = await coach({ name: '先教师', kind: 'PE_TEACHER', namesake: 3 })
  await coach({ name: '先教师', person_id: other, namesake: 4 })

  expect(await standing(donghai)).toHaveLength(2)
})

test('where somebody worked once nobody sees their checks any more, and where somebody only works nobody enters them', async () => {
  const school = await insertSchool(place.db, { unitCode: '320723' })
  const pooled = sampleInstructor({ name: '王教练', unit_code: '320722' })
  await insertAll(place.db, 'instructor', [pooled])
  await insertAll(place.db, 'coach_placement', [
    sampleCoachPlacement({ instructor_id: pooled.id, school_id: school.id, valid_to: '2026-06-30' }),
  ])

  expect(await standing(guanyun)).toEqual([])
  expect(await record(guanyun, pooled.person_id, { result: 'NOT_CLEAR' })).toEqual({
    ok: false,
    refusal: 'not-found',
  })
  expect(await record(donghai, pooled.person_id)).toEqual({ ok: true })
})
