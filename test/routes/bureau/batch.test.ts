import { beforeEach, expect, test } from 'vitest'
import { loader as page } from '#app/routes/bureau/batch.tsx'
import { loader as exported } from '#app/routes/bureau/export-batch.ts'
import { sampleBatch } from '#db/samples.ts'
import type { Role } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'
import { insertPerson } from '#test/features/accounts/people.ts'
import { useAppDatabase } from '#test/support/app-database.ts'
import { cookieOf, outcomeOf, visit } from '#test/support/page.ts'
import { takenOut } from '#test/support/taken-out.ts'

const db = useAppDatabase()
const batch = sampleBatch({ announced_at: '2026-10-21 02:00:00.000', most_sports: 3 })
const params = { id: batch.id }
const path = `/titles/batches/${batch.id}/export`

beforeEach(async () => {
  await insertAll(db, 'designation_batch', [batch])
  await insertAll(db, 'designation_quota', [
    { batch_id: batch.id, unit_code: '320722', quota: 4 },
    { batch_id: batch.id, unit_code: '320723', quota: 5 },
  ])
})

const signedIn = async (role: Role) => cookieOf(db, await insertPerson(db, { role }))

test('a batch is taken out with its days as days and its numbers as numbers', async () => {
  const { name, source, header, rows } = await takenOut(exported, path, {
    cookie: await signedIn('city'),
    params,
  })

  expect(name).toContain('连云港_命名批次_2027年第一批_')
  expect(source).toContain(`/titles/batches/${batch.id}`)
  expect(rows).toHaveLength(1)
  expect(Object.fromEntries(header.map((head, at) => [head, rows[0]?.[at]]))).toMatchObject({
    批次名称: '2027年第一批',
    申报开始: '2026-11-02 09:00',
    称号自: '2099-01-01',
    主办单位: '市教育局、市体育局',
    每校最多项目: 3,
    公示工作日: 5,
    评价指标版本: 1,
  })
})

test('the quotas are those of the page, with their sum', async () => {
  const cookie = await signedIn('auditor')
  const { data } = await outcomeOf(page(visit(path, { cookie, params })))

  const { rows } = await takenOut(exported, `${path}?of=quotas`, { cookie, params })

  expect(rows).toEqual([...data.quotas.map(({ name, quota }) => [name, quota]), ['合计', 9]])
  expect(rows.slice(0, -1)).toEqual([
    ['东海县', 4],
    ['灌云县', 5],
  ])
})
