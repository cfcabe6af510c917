import { expect, test } from 'vitest'
import { remindOffices } from '#app/features/instructors/remind-offices.server.ts'
import { sampleEntryCheck, sampleInstructor } from '#db/samples.ts'
import { insertAll, newId } from '#db/write.server.ts'
import { insertPerson } from '#test/features/accounts/people.ts'
import { useDatabase } from '#test/support/database.ts'

const place = useDatabase()
const morningOf = (day: string) => new Date(`${day}T00:30:00Z`)

async function scene() {
  const officer = await insertPerson(place.db, { role: 'unit', login: 'donghai', unitCode: '320722' })
  await insertPerson(place.db, { role: 'unit', login: 'guanyun', unitCode: '320723' })
  const coach = sampleInstructor({ name: '王教练' })
  await insertAll(place.db, 'instructor', [coach])
  const check = sampleEntryCheck({ person_id: coach.person_id, queried_on: '2025-12-26' })
  await insertAll(place.db, 'entry_check', [check])
  return { officerId: officer.id, personId: coach.person_id }
}

const told = () =>
  place.db.selectFrom('notice').select(['account_id', 'notice_key', 'text_zh']).orderBy('id').execute()

test('the unit is reminded 60, 30 and 7 days before a check is due and once it is over, each time once', async () => {
  const { officerId, personId } = await scene()

  for (const day of [
    '2026-10-26',
    '2026-10-27',
    '2026-10-28',
    '2026-11-26',
    '2026-12-19',
    '2026-12-26',
    '2026-12-27',
  ])
    await remindOffices(place.db, morningOf(day))

  const notices = await told()
  expect(notices.map(one => one.notice_key)).toEqual(
    [60, 30, 7, 0].map(days => `entry-check ${personId} 2026-12-26 ${days}`),
  )
  expect(new Set(notices.map(one => one.account_id))).toEqual(new Set([officerId]))
  expect(notices[1]?.text_zh).toContain('将于 2026-12-26 到期（还有 30 天）')
})

test('a query under way does not hide that the last answer is over', async () => {
  const { personId } = await scene()
  await insertAll(place.db, 'entry_check', [
    sampleEntryCheck({ person_id: personId, queried_on: '2026-12-20', result: 'PENDING' }),
  ])

  await remindOffices(place.db, morningOf('2026-12-27'))

  expect((await told()).map(one => one.notice_key)).toEqual([`entry-check ${personId} 2026-12-26 0`])
})

test('a day on which no server ran loses no reminder', async () => {
  await scene()

  await remindOffices(place.db, morningOf('2026-11-29'))

  expect((await told()).map(one => one.text_zh)).toEqual([expect.stringContaining('还有 27 天')])
})

test('a training due within thirty days is told of, one that is done is not', async () => {
  const { personId } = await scene()
  const training = { person_id: personId, kind: 'CERTIFICATE' as const, note: '' }
  await insertAll(place.db, 'coach_training', [
    { id: newId(), ...training, due_on: '2026-10-20', done_on: null },
    { id: newId(), ...training, due_on: '2026-10-20', done_on: '2026-09-01' },
    { id: newId(), ...training, due_on: '2026-12-31', done_on: null },
  ])

  await remindOffices(place.db, morningOf('2026-09-25'))

  expect((await told()).map(one => one.text_zh)).toEqual([
    '王教练应于 2026-10-20 前完成培训或取得证书，请督促。',
  ])
})
