import { expect, test } from 'vitest'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { remember } from '#app/features/audit/remember.server.ts'
import { inTransaction } from '#db/write.server.ts'
import { useDatabase } from '../../support/database.ts'

const house = useDatabase()

function change() {
  return inTransaction(house.db, tx =>
    recordAudit(
      tx,
      { id: null, name: 'city' },
      { action: 'sign-in', subjectKind: 'account', subjectId: 'x' },
    ),
  )
}

function counting() {
  const counter = { asked: 0, ask: async () => ++counter.asked }
  return counter
}

test('the same question is worked out once as long as nothing changed', async () => {
  const { ask } = counting()

  const answers = [await remember(house.db, 'q', ask), await remember(house.db, 'q', ask)]

  expect(answers).toEqual([1, 1])
})

test('another question has its own answer', async () => {
  const { ask } = counting()

  const answers = [await remember(house.db, 'city', ask), await remember(house.db, 'unit 320722', ask)]

  expect(answers).toEqual([1, 2])
})

test('after any audited change the question is worked out anew', async () => {
  const { ask } = counting()
  await remember(house.db, 'q', ask)

  await change()

  expect(await remember(house.db, 'q', ask)).toBe(2)
})

test('a question that failed is asked again', async () => {
  const failing = remember(house.db, 'q', async () => {
    throw new Error('no connection')
  })
  await expect(failing).rejects.toThrow('no connection')

  expect(await remember(house.db, 'q', async () => 'answer')).toBe('answer')
})

test('many questions at once do not grow without end', async () => {
  for (let n = 0; n < 500; n += 1) await remember(house.db, `q${n}`, async () => n)

  expect(await remember(house.db, 'q0', async () => 'asked again')).toBe('asked again')
  expect(await remember(house.db, 'q499', async () => 'asked again')).toBe(499)
})
