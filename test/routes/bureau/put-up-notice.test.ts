import { beforeEach, expect, test } from 'vitest'
import { sealContact } from '#app/features/objections/sealed-contact.server.ts'
import { loader as exported } from '#app/routes/bureau/export-batch-notices.ts'
import { loader as page } from '#app/routes/bureau/put-up-notice.tsx'
import { sampleBatch, sampleTitleApplication } from '#db/samples.ts'
import { insertAll, newId } from '#db/write.server.ts'
import { insertPerson } from '#test/features/accounts/people.ts'
import { useAppDatabase } from '#test/support/app-database.ts'
import { cookieOf, outcomeOf, visit } from '#test/support/page.ts'
import { insertSchool } from '#test/support/school.ts'
import { takenOut } from '#test/support/taken-out.ts'

const db = useAppDatabase()
const batch = sampleBatch({ announced_at: '2026-11-01 02:00:00.000' })
const params = { id: batch.id }
const path = `/titles/batches/${batch.id}/notice`

/** A school on a notice to which somebody objects, and one that waits for the next. */
beforeEach(async () => {
  const [first, second] = [
    await insertSchool(db),
    await insertSchool(db, { code: '2132000002', name: '东海县第二小学' }),
  ]
  const of = { batch_id: batch.id }
  const named = sampleTitleApplication({ ...of, school_id: first.id, state: 'PUBLICITY' })
  const waiting = sampleTitleApplication({ ...of, school_id: second.id, state: 'SHORTLISTED' })
  const [notice_id, objectionId] = [newId(), newId()]
  await insertAll(db, 'designation_batch', [batch])
  await insertAll(db, 'title_application', [{ ...named, notice_id }, waiting])
  await insertAll(db, 'title_notice', [
    {
      ...{ id: notice_id, ...of, starts_on: '2026-11-23', ends_on: '2026-11-27', channel: '网站' },
      ...{ contact: '0518-85812345', published_at: '2026-11-22 02:00:00.000' },
    },
  ])
  await insertAll(db, 'title_notice_line', [
    {
      notice_id,
      application_id: named.id,
      position: 1,
      school_name: '一小',
      unit_name: '东海县',
      sports: '武术',
    },
  ])
  await insertAll(db, 'title_objection', [
    {
      ...{ id: objectionId, notice_id, application_id: null, name: '李先生', text: '没有训练队' },
      ...{ contact: sealContact(objectionId, '海州区某路'), status: 'dismissed', answer: '经核实无误' },
      ...{
        received_at: '2026-11-24 02:00:00.000',
        answered_at: '2026-11-25 02:00:00.000',
        answered_by: '市',
      },
    },
  ])
})

test('notices, waiting schools and objections are taken out as the page lists them, without a contact', async () => {
  const cookie = await cookieOf(db, await insertPerson(db, { role: 'city' }))
  const { data } = await outcomeOf(page(visit(path, { cookie, params })))
  const of = (list: string) => takenOut(exported, `${path}/export?of=${list}`, { cookie, params })

  const notices = await of('notices')
  expect(notices.rows).toEqual([
    ['2027年第一批', '市级', expect.any(String), data.notices[0]?.schools, '2026-11-23', '2026-11-27'],
  ])
  expect(notices.rows[0]?.[3]).toBe(1)
  expect((await of('waiting')).rows).toEqual([['东海县第二小学', '东海县', null]])
  const objections = await of('objections')
  expect(objections.rows).toEqual([
    ['李先生', '2026-11-24 10:00', '整个公示', '没有训练队', '不成立', '经核实无误'],
  ])
  expect(JSON.stringify(objections)).not.toContain('海州区某路')
})
