import { beforeEach, expect, test } from 'vitest'
import { addDays, instantOf, now, today } from '#app/calendar-day.ts'
import { upsertYear } from '#app/features/calendar/calendar.queries.server.ts'
import {
  type TitleAction,
  titleActions,
  titleApplicationStates,
} from '#app/features/title-applications/title-way.rule.ts'
import { action as designate } from '#app/routes/bureau/designate-batch.tsx'
import { action as putUp } from '#app/routes/bureau/put-up-notice.tsx'
import { action as recommend } from '#app/routes/bureau/recommend-school.tsx'
import { action as move } from '#app/routes/bureau/title-application.tsx'
import { sampleBatch, sampleTitleApplication } from '#db/samples.ts'
import type { Role, TitleApplicationState } from '#db/tables.ts'
import { insertAll, inTransaction, newId } from '#db/write.server.ts'
import { insertPerson } from '#test/features/accounts/people.ts'
import { theWay } from '#test/features/title-applications/the-way.ts'
import { fullScores } from '#test/features/title-applications/title-scene.ts'
import { useAppDatabase } from '#test/support/app-database.ts'
import { cookieOf, outcomeOf, visit } from '#test/support/page.ts'
import { insertSchool } from '#test/support/school.ts'

const db = useAppDatabase()
const batchId = newId()
const id = newId()
const noticeId = newId()

/** Who asks, and what they are to the application. */
const people: { name: string; role: Role | null; at?: 'school' | 'elsewhere'; is: string }[] = [
  { name: 'nobody', role: null, is: 'none' },
  { name: 'its school', role: 'school', at: 'school', is: 'school' },
  { name: 'another school of the unit', role: 'school', at: 'elsewhere', is: 'none' },
  { name: 'its unit', role: 'unit', at: 'school', is: 'unit' },
  { name: 'another unit', role: 'unit', at: 'elsewhere', is: 'none' },
  { name: 'the city', role: 'city', is: 'city' },
  { name: 'an expert who scored it', role: 'expert', is: 'none' },
  { name: 'an applicant', role: 'applicant', is: 'none' },
  { name: 'an auditor', role: 'auditor', is: 'none' },
  { name: 'an administrator', role: 'admin', is: 'none' },
]
let cookies: Map<string, string>

/** All that any move needs besides the state is there: the window has closed, and it may be mended until tomorrow. */
beforeEach(async () => {
  const day = today()
  await inTransaction(db, async tx => {
    for (const ahead of [0, 1])
      await upsertYear(tx, { year: Number(day.slice(0, 4)) + ahead, source: '国办' })
  })
  await insertAll(db, 'designation_batch', [
    sampleBatch({
      ...{ id: batchId, opens_at: '2020-01-01 00:00:00.000', closes_at: '2020-02-01 00:00:00.000' },
      ...{ valid_from: addDays(day, -1), valid_to: addDays(day, 900), announced_at: now() },
    }),
  ])
  const own = await insertSchool(db)
  const other = await insertSchool(db, { code: '2132000002', name: '东海县第二小学' })
  await insertAll(db, 'title_application', [
    sampleTitleApplication({ id, batch_id: batchId, school_id: own.id }),
  ])
  await insertAll(db, 'title_application_sport', [{ application_id: id, sport_code: 'wushu', position: 0 }])
  await insertAll(
    db,
    'title_self_score',
    fullScores().map(({ code, points, evidence }) => ({
      ...{ application_id: id, indicator_code: code, points, evidence, figure: '', figure_missing: '' },
      ...{ figure_value: null, figure_of: null, figure_from: null, figure_day: null },
    })),
  )
  const notice = { id: noticeId, batch_id: batchId, published_at: now(), channel: '网站', contact: '办公室' }
  await insertAll(db, 'title_notice', [{ ...notice, starts_on: addDays(day, -9), ends_on: addDays(day, -2) }])
  cookies = new Map()
  for (const { name, role, at } of people) {
    if (role === null) continue
    const unitCode = at === 'school' ? '320722' : '320723'
    const schoolId = at === 'school' ? own.id : other.id
    const person = await insertPerson(db, {
      ...{ role, login: name },
      ...(role === 'unit' && { unitCode }),
      ...(role === 'school' && { schoolId }),
    })
    cookies.set(name, await cookieOf(db, person))
  }
  const reviewers = ['one', 'two', 'three'].map(login => insertPerson(db, { role: 'expert', login }))
  for (const reviewer of await Promise.all(reviewers))
    await insertAll(db, 'title_review', [
      {
        ...{ id: newId(), application_id: id, account_id: reviewer.id, state: 'done' as const },
        ...{ free_of_conflict_at: now(), conflict: '', comment: '' },
        ...{ assigned_at: now(), updated_at: now(), done_at: now() },
      },
    ])
  await insertAll(db, 'title_visit', [
    {
      ...{
        id: newId(),
        application_id: id,
        visited_on: day,
        visitors: '李专家',
        verdict: 'confirmed' as const,
      },
      ...{ findings: '相符', recorded_by: newId(), recorded_at: now() },
    },
  ])
})

async function standIn(state: TitleApplicationState): Promise<void> {
  await db.deleteFrom('title_recommendation').execute()
  await db.deleteFrom('designation').execute()
  await db.deleteFrom('title_certificate').execute()
  const mend_until = instantOf(new Date(Date.now() + 86_400_000))
  const named = { certificate: null, document: '', named_on: null }
  await db
    .updateTable('title_application')
    .set({ state, mend_until, notice_id: noticeId, ...named })
    .where('id', '=', id)
    .execute()
}

async function stateNow(): Promise<TitleApplicationState> {
  return (await db.selectFrom('title_application').select('state').executeTakeFirstOrThrow()).state
}

const recommendation = { position: '1', opinion: '同意', educationBy: '王芳', sportsBy: '李明' }

/** What is asked of the server, whoever asks: the form of the move with all that it may need. */
function ask(action: TitleAction, cookie: string | undefined) {
  const signed = cookie === undefined ? {} : { cookie }
  const of = (form: Record<string, string>, params = { id }) => visit('/', { ...signed, params, form })
  const whole = { id: batchId }
  if (action === 'put-up') return putUp(of({ chosen: id, channel: '网站', contact: '办公室' }, whole))
  if (action === 'designate')
    return designate(of({ chosen: id, document: '连教体〔2026〕1号', namedOn: today() }, whole))
  if (action === 'recommend')
    return recommend(of({ ...recommendation, educationOn: today(), sportsOn: today() }))
  return move(of({ action, reason: '按规定', mendUntil: addDays(today(), 5) }))
}

test.each(titleApplicationStates)(
  'whoever asks for whatever moves an application that is %s as the way says, or not at all',
  async state => {
    const wrong: string[] = []
    await standIn(state)
    for (const action of titleActions)
      for (const { name, is } of people) {
        const expected =
          theWay.find(([from, what, who]) => from === state && what === action && who === is)?.[3] ?? state

        const { status } = await outcomeOf<unknown>(ask(action, cookies.get(name)))

        const found = await stateNow()
        const isAnswered = expected === state ? status >= 400 || name === 'nobody' : status === 302
        if (found !== expected || !isAnswered) wrong.push(`${action} by ${name}: ${found}, ${status}`)
        if (found !== state) await standIn(state)
      }

    expect(wrong).toEqual([])
  },
)

test.each(['put-up', 'designate', 'recommend'] as const)('%s is no move of its own', async action => {
  const from = { 'put-up': 'SHORTLISTED', designate: 'PUBLICITY', recommend: 'SUBMITTED' } as const
  await standIn(from[action])
  for (const name of ['the city', 'its unit']) {
    const form = { action, reason: '按规定' }
    const cookie = cookies.get(name) ?? ''
    const { status } = await outcomeOf<unknown>(move(visit('/', { cookie, params: { id }, form })))
    expect([403, 422]).toContain(status)
  }

  expect(await stateNow()).toBe(from[action])
})
