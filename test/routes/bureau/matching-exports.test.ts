import { beforeEach, expect, test } from 'vitest'
import { today } from '#app/calendar-day.ts'
import { changeIdentity } from '#app/features/applicants/change-profile.server.ts'
import { loader as matching } from '#app/routes/bureau/export-matching.ts'
import { loader as suiting } from '#app/routes/bureau/export-matching-post.ts'
import { loader as duplicates } from '#app/routes/recruitment/export-duplicates.ts'
import {
  sampleApplication,
  sampleCoachPlacement,
  sampleEntryCheck,
  sampleInstructor,
  samplePlacement,
} from '#db/samples.ts'
import type { Role } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'
import { insertPerson } from '#test/features/accounts/people.ts'
import { insertApplicant } from '#test/features/applications/applicant.ts'
import { useAppDatabase } from '#test/support/app-database.ts'
import { cookieOf, visit } from '#test/support/page.ts'
import { insertPost } from '#test/support/post.ts'
import { insertSchool } from '#test/support/school.ts'

const db = useAppDatabase()
const idNumber = '320706199901010014'
const phone = '13800005678'
let postNumber: string

/** Two open places; an applicant and a coach for them, and a placement that waits for a check. */
beforeEach(async () => {
  const [first, second] = [
    await insertSchool(db, { code: '2132000001', name: '东海县第一小学' }),
    await insertSchool(db, { code: '2132000002', name: '东海县第二小学' }),
  ]
  await insertAll(db, 'program_placement', [
    samplePlacement({ school_id: first.id }),
    samplePlacement({ school_id: second.id }),
  ])
  const coach = sampleInstructor({ name: '王教练' })
  await insertAll(db, 'instructor', [coach])
  await insertAll(db, 'instructor_sport', [{ instructor_id: coach.id, sport_code: 'football', grade: '' }])
  await insertAll(db, 'entry_check', [
    sampleEntryCheck({ person_id: coach.person_id, queried_on: '2020-09-01', due_on: '2021-09-01' }),
  ])
  const work = sampleCoachPlacement({ instructor_id: coach.id, school_id: second.id })
  await insertAll(db, 'coach_placement', [work])
  await insertAll(db, 'coach_placement_stage', [{ placement_id: work.id, stage: 'primary' }])

  const { post, round } = await insertPost(db, { schoolIds: [first.id] })
  postNumber = post.number
  for (const login of ['first', 'second']) {
    const { actor, applicantId } = await insertApplicant(db, { login })
    await changeIdentity(
      db,
      { id: actor.id, name: '王海燕' },
      { name: '王海燕', idNumber },
      `${today()} 02:00:00.000`,
    )
    const ids = { post_id: post.id, round_id: round.id, applicant_id: applicantId }
    await insertAll(db, 'application', [sampleApplication({ ...ids, state: 'SUBMITTED' })])
  }
})

type Loader = typeof matching
let signIns = 0

async function exported(
  loader: Loader,
  path: string,
  role: Role = 'city',
  params: Record<string, string> = {},
) {
  signIns += 1
  const place = role === 'unit' ? { unitCode: '320722' } : {}
  const cookie = await cookieOf(db, await insertPerson(db, { role, login: `${role}${signIns}`, ...place }))
  const { request } = visit(path, { cookie })
  const answer = await loader({ request, params, context: {} as never })
  const text = new TextDecoder().decode(await answer.arrayBuffer())
  expect(text).not.toContain(idNumber)
  expect(text).not.toContain(phone)
  return text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n')
}

test('the proposal and the checks of a unit are taken out as the page shows them', async () => {
  const works = await exported(matching, '/matching/export?unit=320722&of=works&format=csv', 'unit')
  const checks = await exported(matching, '/matching/export?unit=320722&of=checks&format=csv', 'unit')

  expect(works[0]).toBe('学校,项目,学段,人选,来源,理由,另需登记的活动')
  expect(works.slice(1).join('\n')).toMatch(/^东海县第一小学,足球,小学,王海燕,报名“[^”]+”,[^\n]+$/)
  expect(checks[0]).toBe('学校,项目,学段,人选,理由,另需登记的活动')
  expect(checks.slice(1).join('\n')).toMatch(/^东海县第二小学,足球,小学,王教练,/)
})

test('the published posts of a unit are taken out, and no draft is among them', async () => {
  await insertPost(db, { round: { name: '另一批次' }, post: { title: '未发布的岗位', status: 'draft' } })

  const lines = await exported(matching, '/matching/export?unit=320722&of=posts&format=csv', 'unit')

  expect(lines[0]).toBe('岗位名称,岗位编号,学校,项目,用工方式,招聘人数,招聘批次,报名截止,状态')
  expect(lines).toHaveLength(2)
  expect(lines[1]).toContain(postNumber)
})

test('who suits a post is taken out in the order of the page', async () => {
  const path = `/matching/posts/${postNumber}/export?format=csv`
  const lines = await exported(suiting, path, 'unit', { number: postNumber })

  expect(lines[0]).toBe('姓名,条件,合适度,理由,报名情况')
  expect(lines).toHaveLength(3)
  expect(lines[1]).toMatch(/^王海燕,/)
})

test('pairs that look like one person are taken out without their numbers', async () => {
  const lines = await exported(duplicates, '/recruitment/duplicates/export?format=csv')

  expect(lines[0]).toBe(
    '相同之处,姓名,出生日期,注册时间,报名份数,另一账号姓名,另一账号出生日期,另一账号注册时间,另一账号报名份数',
  )
  expect(lines[1]).toMatch(/^身份证号相同,王海燕,1999-01-01,[^,]+,1,王海燕,1999-01-01,[^,]+,1$/)
})

test('an office takes out nothing of another unit, and a pair is the city’s alone', async () => {
  const refused = async (answer: Promise<unknown>) =>
    answer.then(
      () => 200,
      (thrown: Response) => thrown.status,
    )

  expect(await refused(exported(matching, '/matching/export?unit=320723', 'unit'))).toBe(404)
  expect(await refused(exported(matching, '/matching/export', 'school'))).toBe(403)
  expect(await refused(exported(duplicates, '/recruitment/duplicates/export', 'unit'))).toBe(403)
})
