import { beforeEach, expect, test } from 'vitest'
import { loader as exported } from '#app/routes/bureau/export-title.ts'
import { loader as page } from '#app/routes/bureau/title.tsx'
import { sampleReevaluation, sampleTitleReport } from '#db/samples.ts'
import type { Role } from '#db/tables.ts'
import { insertAll, newId } from '#db/write.server.ts'
import { insertPerson } from '#test/features/accounts/people.ts'
import { titleScene } from '#test/features/reevaluation/scene.ts'
import { useAppDatabase } from '#test/support/app-database.ts'
import { cookieOf, outcomeOf, visit } from '#test/support/page.ts'
import { takenOut } from '#test/support/taken-out.ts'

const db = useAppDatabase()
let titleId: string

/** A title with a report handed in, one in draft, a re-evaluation that was concluded and a suspension. */
beforeEach(async () => {
  const scene = await titleScene(db, { certificate: '连体传2024-001' })
  titleId = scene.titleId
  const of = { designation_id: titleId }
  await insertAll(db, 'title_report', [
    sampleTitleReport(of),
    sampleTitleReport({ ...of, school_year: 2025, state: 'draft', logged_days: 7, submitted_at: null }),
  ])
  await insertAll(db, 'title_reevaluation', [
    sampleReevaluation({
      ...{ ...of, state: 'SUSPENDED', score: 85_50, spot_checked: 1, decided_by: '体卫艺处' },
      ...{ decided_at: '2025-09-20 02:00:00.000', reason: '场地不足', document: '连教体〔2025〕9号' },
    }),
  ])
  await insertAll(db, 'designation_suspension', [
    {
      ...{ id: newId(), designation_id: titleId, valid_from: '2025-10-01', valid_to: '9999-12-31' },
      ...{ reason: '场地不足', document: '连教体〔2025〕9号', created_at: '2025-09-30 02:00:00.000' },
    },
  ])
})

async function takenOutBy(role: Role, of: string) {
  const cookie = await cookieOf(db, await insertPerson(db, { role, login: `${role} of ${of}` }))
  const asked = { cookie, params: { id: titleId } }
  const { data } = await outcomeOf(page(visit(`/titles/${titleId}`, asked)))
  return { shown: data, ...(await takenOut(exported, `/titles/${titleId}/export?of=${of}`, asked)) }
}

test('a title is taken out as its page shows it', async () => {
  const { shown, header, rows } = await takenOutBy('city', 'title')
  const { line } = shown

  expect(Object.fromEntries(header.map((head, at) => [head, rows[0]?.[at]]))).toMatchObject({
    ...{ 学校: line.schoolName, 单位: line.unitName, 项目: line.sportName, 证书编号: '连体传2024-001' },
    ...{ 起始日期: line.validFrom, 有效期至: line.validTo },
  })
  expect(rows).toHaveLength(1)
})

test('its reports are taken out with the figures of the page as numbers, and no draft of the school', async () => {
  const { shown, header, rows } = await takenOutBy('city', 'reports')

  expect(rows).toHaveLength(shown.life.reports.length)
  const handedIn = rows.find(row => row[0] === '2024-2025')
  expect(Object.fromEntries(header.map((head, at) => [head, handedIn?.[at]]))).toMatchObject({
    ...{ 有记录天数: 16, 运动队训练天数: 9, 统计上课日数: 20, 统计截至: '2025-06-10' },
    ...{ 提交: '2025-06-10 10:00', 提交人: '体育组长' },
  })
  expect(rows.find(row => row[0] === '2025-2026')?.slice(3)).toEqual(Array(header.length - 3).fill(null))
})

test('its re-evaluations and suspensions are taken out with their days, score and document', async () => {
  const reviews = await takenOutBy('city', 'reviews')
  const suspensions = await takenOutBy('auditor', 'suspensions')

  expect(reviews.rows).toEqual([
    [
      ...['2025-09-10 10:00', '市体卫艺处', '限期整改', 85.5, '是', null],
      ...['2025-09-20 10:00', '体卫艺处', '场地不足', '连教体〔2025〕9号'],
    ],
  ])
  expect(suspensions.rows).toEqual([['2025-10-01', null, '场地不足', '连教体〔2025〕9号']])
})
