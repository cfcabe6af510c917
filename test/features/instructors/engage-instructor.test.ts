import { expect, test } from 'vitest'
import { listCoachPlacements } from '#app/features/instructors/coach-work.queries.server.ts'
import { engageInstructor } from '#app/features/instructors/engage-instructor.server.ts'
import { findInstructor } from '#app/features/instructors/instructors.queries.server.ts'
import { trainingsOfPerson } from '#app/features/instructors/trainings.queries.server.ts'
import { sampleInstructor } from '#db/samples.ts'
import { insertAll, inTransaction } from '#db/write.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'
import { insertApplied } from './applied.ts'

const place = useDatabase()
const city = { kind: 'city' } as const
const by = { id: null, name: 'tester' }
const days = { validFrom: '2025-09-01', validTo: '2026-08-31', at: '2025-08-25 02:00:00.000' }

function engage(applicationId: string, given = days) {
  return inTransaction(place.db, tx => engageInstructor(tx, by, { applicationId, ...given }))
}

async function engaged(applicationId: string) {
  const result = await engage(applicationId)
  if (!result.ok) throw new Error(result.refusal)
  return { ...result, row: await findInstructor(place.db, city, result.instructorId, '2025-09-01') }
}

test('whoever is engaged at a school stands in the register with grades and title, placed there', async () => {
  const school = await insertSchool(place.db)
  const { applicationId, applicantId } = await insertApplied(place.db, {
    schoolId: school.id,
    title: '一级教练',
  })

  const { row, placementId } = await engaged(applicationId)

  expect(row).toMatchObject({
    personId: applicantId,
    kind: 'COACH',
    name: '陈静',
    namesake: 1,
    engagement: 'FULL_TIME_CONTRACT',
    schoolId: school.id,
    title: 'INTERMEDIATE',
    titleLiteral: '一级教练',
    isRetiredAthlete: true,
    hoursWeek: 10,
    applicationId,
    sports: expect.arrayContaining([
      { sport: 'football', grade: 'LEVEL1' },
      { sport: 'athletics', grade: 'LEVEL2' },
    ]),
    stages: ['primary'],
  })
  expect(await listCoachPlacements(place.db, city, { asOf: '2025-09-01' })).toMatchObject([
    { id: placementId, schoolId: school.id, sport: 'football', stages: ['primary'], hoursWeek: 10 },
  ])
})

test('a certificate owed within probation is a training due on its last day', async () => {
  const school = await insertSchool(place.db)
  const { applicationId, applicantId } = await insertApplied(place.db, { schoolId: school.id })

  await engaged(applicationId)

  expect(await trainingsOfPerson(place.db, applicantId)).toMatchObject([
    { kind: 'CERTIFICATE', dueOn: '2026-02-28', doneOn: null },
  ])
})

test('a pooled coach of several schools is placed by hand, of a single one at once', async () => {
  const one = await insertSchool(place.db)
  const other = await insertSchool(place.db, { code: '2132000002', name: '东海县另一小学' })
  const several = await insertApplied(place.db, { schoolId: null, serves: [one.id, other.id] })
  const single = await insertApplied(place.db, { schoolId: null, serves: [other.id] })

  expect(await engaged(several.applicationId)).toMatchObject({ placementId: null, row: { schoolId: null } })
  expect(await engaged(single.applicationId)).toMatchObject({ placementId: expect.any(String) })
})

test('nobody is engaged twice, without a name, or as an intern for more than a year', async () => {
  const school = await insertSchool(place.db)
  const once = await insertApplied(place.db, { schoolId: school.id })
  const forgotten = await insertApplied(place.db, {
    schoolId: school.id,
    applicant: { anonymised_at: '2025-08-02 00:00:00.000' },
  })
  const intern = await insertApplied(place.db, { schoolId: school.id, post: { engagement: 'INTERN' } })
  await engaged(once.applicationId)
  const before = await place.db.selectFrom('instructor').select('id').execute()

  expect(await engage(once.applicationId)).toEqual({ ok: false, refusal: 'already-engaged' })
  expect(await engage(forgotten.applicationId)).toEqual({ ok: false, refusal: 'application-unknown' })
  expect(await engage(intern.applicationId, { ...days, validTo: '2026-09-01' })).toEqual({
    ok: false,
    refusal: 'intern-over-a-year',
  })
  expect(await place.db.selectFrom('instructor').select('id').execute()).toEqual(before)
})

test('nobody is engaged without a clear entry check of at most thirty days', async () => {
  const school = await insertSchool(place.db)
  const refusalWith = async (clearOn: string | null) => {
    const { applicationId } = await insertApplied(place.db, { schoolId: school.id, clearOn })
    const result = await engage(applicationId)
    return result.ok ? null : result.refusal
  }

  expect(await refusalWith(null)).toBe('no-fresh-check')
  expect(await refusalWith('2025-07-25')).toBe('no-fresh-check')
  expect(await refusalWith('2025-07-26')).toBeNull()
})

test('people of one name at one school are told apart by a number', async () => {
  const school = await insertSchool(place.db)
  await insertAll(place.db, 'instructor', [sampleInstructor({ school_id: school.id, name: '陈静' })])
  const { applicationId } = await insertApplied(place.db, { schoolId: school.id })

  expect(await engaged(applicationId)).toMatchObject({ row: { name: '陈静', namesake: 2 } })
})
