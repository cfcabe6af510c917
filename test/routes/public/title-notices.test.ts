import { expect, test } from 'vitest'
import { addDays, now, today } from '#app/calendar-day.ts'
import { mostObjectionsAnHour } from '#app/features/objections/client.rule.ts'
import { action, loader } from '#app/routes/public/title-notice.tsx'
import { loader as listLoader } from '#app/routes/public/title-notices.tsx'
import { insertAll, newId } from '#db/write.server.ts'
import { insertApplied, insertClosedBatch } from '#test/features/title-applications/notice-scene.ts'
import { useAppDatabase } from '#test/support/app-database.ts'
import { outcomeOf, visit } from '#test/support/page.ts'

const db = useAppDatabase()

async function insertNotice(endsOn: string) {
  const batch = await insertClosedBatch(db)
  const { id: applicationId } = await insertApplied(db, batch.id, { state: 'PUBLICITY' })
  const id = newId()
  const days = { starts_on: addDays(endsOn, -4), ends_on: endsOn, published_at: now() }
  await insertAll(db, 'title_notice', [
    { id, batch_id: batch.id, ...days, channel: '网站', contact: '0518-85812345' },
  ])
  await insertAll(db, 'title_notice_line', [
    {
      ...{ notice_id: id, application_id: applicationId, position: 1 },
      ...{ school_name: '东海县试验小学', unit_name: '东海县', sports: '武术' },
    },
  ])
  return { id, applicationId }
}

const form = { about: '1', name: '李先生', contact: '海州区某路', text: '该校没有训练队' }
const read = (id: string) => outcomeOf(loader(visit(`/titles/notices/${id}`, { params: { id } })))
const send = (id: string, given: Record<string, string> = {}) =>
  outcomeOf(action(visit(`/titles/notices/${id}`, { params: { id }, form: { ...form, ...given } })))

test('a running notice is read without signing in, and tells no id of an application', async () => {
  const { id, applicationId } = await insertNotice(today())

  const { status, data } = await read(id)

  expect(status).toBe(200)
  expect(data).toMatchObject({ isRunning: true, lines: [{ position: 1, schoolName: '东海县试验小学' }] })
  expect(JSON.stringify(data)).not.toContain(applicationId)
  expect((await outcomeOf(listLoader(visit('/titles/notices')))).data.notices).toMatchObject([
    { id, isRunning: true, schools: 1 },
  ])
})

test('an objection on the last day is received; a day later it is refused, and nothing of it is lost', async () => {
  const running = await insertNotice(today())
  expect(await send(running.id)).toMatchObject({
    ...{ status: 302, location: `/titles/notices/${running.id}?received=1` },
  })
  await db
    .updateTable('title_notice')
    .set({ ends_on: addDays(today(), -1) })
    .execute()

  const late = await send(running.id, { text: '还有一条' })

  expect(late.status).toBe(422)
  expect(late.data).toEqual({ refusal: 'notice-over', entered: { ...form, text: '还有一条' } })
  expect((await read(running.id)).data).toMatchObject({
    ...{ isRunning: false, objections: { received: 1, dismissed: 0, upheld: 0 } },
  })
  expect(JSON.stringify((await read(running.id)).data)).not.toContain('李先生')
})

test('a school that is not on the notice, and a notice that is not there', async () => {
  const { id } = await insertNotice(today())

  expect((await send(id, { about: '2' })).status).toBe(400)
  expect((await send('00000000000000000000000009')).status).toBe(404)
  expect((await read('00000000000000000000000009')).status).toBe(404)
})

test('too many objections of one network are refused, and what was written is still there', async () => {
  const { id } = await insertNotice(today())
  for (let n = 0; n < mostObjectionsAnHour; n += 1) await send(id, { text: `第 ${n} 条` })

  const answer = await send(id, { text: '又一条' })

  expect(answer).toMatchObject({
    status: 429,
    data: { refusal: 'client-busy', entered: { ...form, text: '又一条' } },
  })
  expect(await db.selectFrom('title_objection').select('id').execute()).toHaveLength(mostObjectionsAnHour)
})
