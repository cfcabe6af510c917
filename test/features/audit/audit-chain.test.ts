import { expect, test } from 'vitest'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { verifyAuditChain } from '#app/features/audit/verify-audit.server.ts'
import { inTransaction } from '#db/write.server.ts'
import { useDatabase } from '#test/support/database.ts'

const state = useDatabase()
const clerk = { id: null, name: 'clerk' }

async function write(subjectId: string): Promise<void> {
  await inTransaction(state.db, tx =>
    recordAudit(tx, clerk, {
      action: 'school.rename',
      subjectKind: 'school',
      subjectId,
      detail: { to: '东海' },
    }),
  )
}

test('an untouched audit holds', async () => {
  for (const subject of ['a', 'b', 'c']) await write(subject)

  expect(await verifyAuditChain(state.db)).toEqual([])
})

test('a changed row is found', async () => {
  for (const subject of ['a', 'b', 'c']) await write(subject)

  await state.db.updateTable('audit').set({ detail: '{"to":"赣榆"}' }).where('position', '=', 2).execute()

  expect(await verifyAuditChain(state.db)).toEqual([{ position: 2, kind: 'changed' }])
})

test('a row rewritten together with its hash is found at the next one', async () => {
  for (const subject of ['a', 'b', 'c']) await write(subject)

  await state.db
    .updateTable('audit')
    .set({ hash: 'f'.repeat(64) })
    .where('position', '=', 2)
    .execute()

  expect(await verifyAuditChain(state.db)).toContainEqual({ position: 3, kind: 'unlinked' })
})

test('a deleted row is found, in the middle and at the end', async () => {
  for (const subject of ['a', 'b', 'c', 'd']) await write(subject)

  await state.db.deleteFrom('audit').where('position', 'in', [2, 4]).execute()

  const differences = await verifyAuditChain(state.db)
  expect(differences).toContainEqual({ position: 2, kind: 'missing' })
  expect(differences).toContainEqual({ position: 4, kind: 'head' })
})

test('two rows that changed places are found', async () => {
  for (const subject of ['a', 'b', 'c']) await write(subject)

  const move = (from: number, to: number) =>
    state.db.updateTable('audit').set({ position: to }).where('position', '=', from).execute()
  await move(2, 99)
  await move(3, 2)
  await move(99, 3)

  const positions = (await verifyAuditChain(state.db)).map(difference => difference.position)
  expect(positions).toEqual(expect.arrayContaining([2, 3]))
})

test('writers at the same time keep one chain', async () => {
  await Promise.all(Array.from({ length: 25 }, (_, number) => write(String(number))))

  const count = await state.db.selectFrom('audit').select('position').execute()
  expect(count).toHaveLength(25)
  expect(await verifyAuditChain(state.db)).toEqual([])
})

test('a change that is rolled back leaves no row and no gap', async () => {
  await write('a')
  await inTransaction(state.db, async tx => {
    await recordAudit(tx, clerk, { action: 'school.rename', subjectKind: 'school', subjectId: 'b' })
    throw new Error('refused')
  }).catch(() => undefined)
  await write('c')

  expect(await state.db.selectFrom('audit').select('subject_id').orderBy('position').execute()).toEqual([
    { subject_id: 'a' },
    { subject_id: 'c' },
  ])
  expect(await verifyAuditChain(state.db)).toEqual([])
})
