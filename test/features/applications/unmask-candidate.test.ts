import { beforeEach, expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import { readProfile } from '#app/features/applicants/read-profile.server.ts'
import { unmaskCandidate } from '#app/features/applications/unmask-candidate.server.ts'
import { sampleApplication } from '#db/samples.ts'
import { insertAll } from '#db/write.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertPost } from '#test/support/post.ts'
import { insertApplicant } from './applicant.ts'

const place = useDatabase()
const donghai: Scope = { kind: 'unit', unitCode: '320722' }
const by = { id: null, name: '东海县教育局' }
const now = '2026-11-26 02:00:00.000'
let id: string
let accountId: string

beforeEach(async () => {
  const { post, round } = await insertPost(place.db)
  const { actor, applicantId } = await insertApplicant(place.db)
  const application = sampleApplication({ post_id: post.id, round_id: round.id, applicant_id: applicantId })
  await insertAll(place.db, 'application', [application])
  id = application.id
  accountId = actor.id
})

function look(reason: string, scope: Scope = donghai) {
  return unmaskCandidate(place.db, scope, by, { id, part: 'phone', reason, now })
}

test('who says why sees the number, and the person sees who looked and why', async () => {
  expect(await look('通知面试时间')).toEqual({ ok: true, value: '13800005678' })

  expect((await readProfile(place.db, accountId))?.accesses).toEqual([
    { actor: '东海县教育局', at: now, what: 'phone', reason: '通知面试时间' },
  ])
  const audit = await place.db.selectFrom('audit').selectAll().execute()
  expect(audit).toHaveLength(1)
  expect(JSON.stringify(audit)).not.toContain('13800005678')
})

test('without a reason nothing is shown and nothing is logged', async () => {
  expect(await look(' 看 ')).toEqual({ ok: false, refusal: 'reason-needed' })
  expect(await look('核对 13800005678')).toEqual({ ok: false, refusal: 'holds-number' })
  expect((await readProfile(place.db, accountId))?.accesses).toEqual([])
})

test('another unit finds nobody, and neither does the person by this way', async () => {
  expect(await look('通知面试时间', { kind: 'unit', unitCode: '320723' })).toEqual({
    ok: false,
    refusal: 'not-found',
  })
  expect(await look('通知面试时间', { kind: 'applicant', accountId })).toEqual({
    ok: false,
    refusal: 'not-found',
  })
})

test('nobody calls a candidate who stepped back', async () => {
  await place.db.updateTable('application').set({ state: 'WITHDRAWN' }).execute()

  expect(await look('通知面试时间')).toEqual({ ok: false, refusal: 'stepped-back' })
  expect((await readProfile(place.db, accountId))?.accesses).toEqual([])
})
