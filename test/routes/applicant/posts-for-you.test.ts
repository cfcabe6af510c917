import { expect, test } from 'vitest'
import { addDays, today } from '#app/calendar-day.ts'
import { loader as exported } from '#app/routes/applicant/export-posts-for-you.ts'
import { loader as page } from '#app/routes/applicant/posts-for-you.tsx'
import { insertPerson } from '#test/features/accounts/people.ts'
import { insertApplicant } from '#test/features/applications/applicant.ts'
import { useAppDatabase } from '#test/support/app-database.ts'
import { cookieOf, outcomeOf, visit } from '#test/support/page.ts'
import { insertPost } from '#test/support/post.ts'
import { insertSchool } from '#test/support/school.ts'
import { takenOut } from '#test/support/taken-out.ts'

const db = useAppDatabase()
const closing = addDays(today(), 9)
const round = { opens_at: '2025-01-01 00:00:00.000', closes_at: `${closing} 09:30:00.000` }

test('an applicant takes out the posts in the order of the page, and nothing of themselves', async () => {
  const { id: school } = await insertSchool(db)
  await insertPost(db, {
    round,
    schoolIds: [school],
    post: { title: '武术教练员', sport_code: 'wushu', most_age: 99 },
  })
  await insertPost(db, { round: { ...round, name: '另一批' }, schoolIds: [school], post: { most_age: 99 } })
  const { actor } = await insertApplicant(db)
  const cookie = await cookieOf(db, actor)
  const { data } = await outcomeOf(page(visit('/posts-for-you', { cookie })))

  const { source, header, rows } = await takenOut(exported, '/posts-for-you/export', { cookie })

  expect(header).toEqual(['岗位名称', '岗位编号', '单位', '条件', '报名截止', '理由'])
  expect(data.posts).toHaveLength(2)
  expect(rows.map(row => row.slice(0, 2))).toEqual(data.posts?.map(post => [post.title, post.number]))
  expect(rows.map(row => row.slice(3, 5))).toEqual([
    ['条件符合', `${closing} 17:30`],
    ['资料待补充', `${closing} 17:30`],
  ])
  const text = JSON.stringify([source, rows])
  for (const own of ['陈静', '320706199901010014', '13800005678']) expect(text).not.toContain(own)
})

test('without a profile there is nothing to take out but the header', async () => {
  const cookie = await cookieOf(db, await insertPerson(db, { role: 'applicant' }))

  const { rows } = await takenOut(exported, '/posts-for-you/export', { cookie })

  expect(rows).toEqual([])
})
