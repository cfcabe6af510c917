import { expect, test } from 'vitest'
import { verifyRollups } from '#app/features/activity/recompute-rollups.server.ts'
import { schoolDayTotals } from '#app/features/activity/roll-ups.queries.server.ts'
import { action as changeClass } from '#app/routes/registry/change-class.tsx'
import { action as closeSchool } from '#app/routes/registry/close-school.tsx'
import { insertPerson } from '#test/features/accounts/people.ts'
import { classDay, report } from '#test/features/activity/ledger.ts'
import { useAppDatabase } from '#test/support/app-database.ts'
import { cookieOf, outcomeOf, visit } from '#test/support/page.ts'
import { insertSchool } from '#test/support/school.ts'

const db = useAppDatabase()
const september = { from: '2025-09-01', to: '2025-09-30' }

async function reportingSchool() {
  const { id, classes } = await insertSchool(db, { classes: [['primary', 2023, 1]] })
  const classId = classes[0] ?? ''
  await report(db, id, classDay(classId, '2025-09-01', 90), classDay(classId, '2025-09-08', 90))
  return { id, classId, cookie: await cookieOf(db, await insertPerson(db, { role: 'city' })) }
}

async function countedDays(id: string): Promise<string[]> {
  return (await schoolDayTotals(db, id, september)).map(one => one.day)
}

test('a class that ends takes the days after its last one out of the figures', async () => {
  const { id, classId, cookie } = await reportingSchool()
  const form = { pupils: '45', campus: '', lastDay: '2025-09-05' }

  const { status } = await outcomeOf(changeClass(visit('/', { cookie, params: { id, classId }, form })))

  expect(status).toBe(302)
  expect(await countedDays(id)).toEqual(['2025-09-01'])
  expect(await verifyRollups(db)).toEqual([])
})

test('a school that closes takes the days from then on out of the figures', async () => {
  const { id, cookie } = await reportingSchool()
  const form = { closedOn: '2025-09-05' }

  const { status } = await outcomeOf(closeSchool(visit('/', { cookie, params: { id }, form })))

  expect(status).toBe(302)
  expect(await countedDays(id)).toEqual(['2025-09-01'])
  expect(await verifyRollups(db)).toEqual([])
})
