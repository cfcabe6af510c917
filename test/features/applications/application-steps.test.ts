import { expect, test } from 'vitest'
import { appendStep, stepsOf } from '#app/features/applications/application-steps.queries.server.ts'
import { sampleApplication } from '#db/samples.ts'
import { insertAll, inTransaction, newId } from '#db/write.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertPost } from '#test/support/post.ts'

const database = useDatabase()
const by = { id: null, name: '陈主任' }
const at = '2026-12-14 01:00:00.000'

async function application(): Promise<string> {
  const { post, round } = await insertPost(database.db)
  const row = sampleApplication({ post_id: post.id, round_id: round.id, applicant_id: newId() })
  await insertAll(database.db, 'application', [row])
  return row.id
}

async function stateOf(id: string) {
  const row = await database.db.selectFrom('application').select('state').where('id', '=', id).execute()
  return row[0]?.state
}

test('a step moves the application and says who, when and why', async () => {
  const applicationId = await application()

  const moved = await inTransaction(database.db, async tx => {
    await appendStep(tx, { applicationId, from: 'SUBMITTED', to: 'RETURNED', action: 'return', by, at })
    const again = { from: 'RETURNED', to: 'SUBMITTED', action: 'submit', reason: '证书已补' } as const
    return appendStep(tx, { applicationId, ...again, by, at })
  })

  expect(moved).toBe(true)
  expect(await stateOf(applicationId)).toBe('SUBMITTED')
  expect(await stepsOf(database.db, applicationId)).toMatchObject([
    { position: 1, from: 'SUBMITTED', to: 'RETURNED', action: 'return', actor: '陈主任', at, reason: '' },
    { position: 2, from: 'RETURNED', to: 'SUBMITTED', action: 'submit', reason: '证书已补' },
  ])
})

test('of two who move it from the same state, the second is told so and moves nothing', async () => {
  const applicationId = await application()
  const step = { applicationId, from: 'SUBMITTED', by, at } as const

  const [one, other] = await Promise.all([
    inTransaction(database.db, tx => appendStep(tx, { ...step, to: 'QUALIFIED', action: 'qualify' })),
    inTransaction(database.db, tx => appendStep(tx, { ...step, to: 'WITHDRAWN', action: 'withdraw' })),
  ])

  expect([one, other].filter(Boolean)).toHaveLength(1)
  expect(await stepsOf(database.db, applicationId)).toHaveLength(1)
})
