import { expect, test } from 'vitest'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { loader } from '#app/routes/admin/audit.tsx'
import { inTransaction } from '#db/write.server.ts'
import { insertPerson } from '#test/features/accounts/people.ts'
import { useAppDatabase } from '#test/support/app-database.ts'
import { cookieOf, outcomeOf, visit } from '#test/support/page.ts'

const db = useAppDatabase()

async function ask(search = '') {
  const cookie = await cookieOf(db, await insertPerson(db, { role: 'auditor' }))
  return outcomeOf(loader(visit(`/admin/audit${search}`, { cookie })))
}

async function write(actor: string, action: string, subjectId: string, at: string): Promise<void> {
  await inTransaction(db, async tx => {
    await recordAudit(
      tx,
      { id: null, name: actor },
      { action, subjectKind: 'school', subjectId, detail: { subjectId } },
    )
  })
  await db.updateTable('audit').set({ at }).where('subject_id', '=', subjectId).execute()
}

async function writeThree(): Promise<void> {
  await write('王科长', 'school.change', 'a', '2026-11-22 15:59:59.999')
  await write('李老师', 'import.commit', 'b', '2026-11-22 16:00:00.000')
  await write('王科长', 'import.commit', '50%', '2026-11-23 16:00:00.000')
}

test('nobody sees the audit without signing in', async () => {
  expect(await outcomeOf(loader(visit('/admin/audit')))).toMatchObject({
    status: 302,
    location: '/sign-in?next=%2Fadmin%2Faudit',
  })
})

test.each(['city', 'unit', 'school', 'applicant'] as const)('%s is not allowed', async role => {
  const cookie = await cookieOf(db, await insertPerson(db, { role }))

  expect(await outcomeOf(loader(visit('/admin/audit', { cookie })))).toMatchObject({ status: 403 })
})

test('an administrator sees the newest rows first', async () => {
  await writeThree()
  const cookie = await cookieOf(db, await insertPerson(db, { role: 'admin' }))

  const { data } = await outcomeOf(loader(visit('/admin/audit', { cookie })))

  expect(data.rows.map(row => row.position)).toEqual([3, 2, 1])
  expect(data.total).toBe(3)
})

test.each([
  ['?actor=王', ['50%', 'a']],
  ['?action=import.commit', ['50%', 'b']],
  ['?subject=a', ['a']],
  ['?subject=%25', ['50%']],
  ['?from=2026-11-23', ['50%', 'b']],
  ['?to=2026-11-22', ['a']],
  ['?from=2026-11-23&to=2026-11-23', ['b']],
  ['?page=2', []],
])('%s narrows by who, what, to what or by the city’s day', async (search, subjects) => {
  await writeThree()

  const { data } = await ask(search)

  expect(data.rows.map(row => row.subjectId)).toEqual(subjects)
})

test('a day that does not exist is a wrong address, not a fault', async () => {
  expect(await ask('?from=2026-02-30')).toMatchObject({ status: 400 })
})
