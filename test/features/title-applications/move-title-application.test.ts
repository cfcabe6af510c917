import { expect, test } from 'vitest'
import { noticesOf } from '#app/features/notices/notices.queries.server.ts'
import { listTitleApplications } from '#app/features/title-applications/title-applications.queries.server.ts'
import { titleStepsOf } from '#app/features/title-applications/title-steps.queries.server.ts'
import { insertAll } from '#db/write.server.ts'
import { insertPerson } from '#test/features/accounts/people.ts'
import { useDatabase } from '#test/support/database.ts'
import { at, city, donghai, recommendation, today, useTitleScene } from './title-scene.ts'

const place = useDatabase()
const { scene, move, stateOf, reviewed } = useTitleScene(place)

const refused = (refusal: string) => ({ ok: false, refusal })

test('from the recommendation to the short list, each step with who, when and why', async () => {
  const { first } = await scene()
  const manager = await insertPerson(place.db, { role: 'school', schoolId: first.schoolId })

  expect(await move(first.id, 'recommend', { scope: donghai, recommendation })).toEqual({ ok: true })
  expect(await move(first.id, 'pass-material')).toEqual({ ok: true })
  expect(await move(first.id, 'call-to-visit')).toEqual(refused('too-few-experts'))
  await reviewed(first.id, ['done', 'done', 'open', 'conflict'])
  expect(await move(first.id, 'call-to-visit')).toEqual(refused('reviews-open'))
  await place.db.updateTable('title_review').set({ state: 'done' }).where('state', '=', 'open').execute()
  expect(await move(first.id, 'call-to-visit')).toEqual({ ok: true })
  expect(await move(first.id, 'shortlist')).toEqual(refused('not-visited'))
  await insertAll(place.db, 'title_visit', [
    {
      ...{ id: 'V'.padStart(26, '0'), application_id: first.id, visited_on: today, visitors: '专家组' },
      ...{ verdict: 'confirmed', findings: '属实', recorded_by: null, recorded_at: at(today) },
    },
  ])
  expect(await move(first.id, 'shortlist')).toEqual({ ok: true })

  expect(await stateOf(first.id)).toBe('SHORTLISTED')
  expect((await titleStepsOf(place.db, first.id)).map(step => [step.action, step.actor, step.at])).toEqual(
    ['recommend', 'pass-material', 'call-to-visit', 'shortlist'].map(action => [action, '经办人', at(today)]),
  )
  expect((await noticesOf(place.db, manager.id)).map(one => one.titleZh)).toContain(
    '传统特色学校申报：拟命名',
  )
})

test('a short list without a visit needs its reason', async () => {
  const { first } = await scene({ state: 'EXPERT_REVIEW' })
  await reviewed(first.id, ['done', 'done', 'done'])

  expect(await move(first.id, 'shortlist')).toEqual(refused('reason-needed'))
  expect(await move(first.id, 'shortlist', { reason: '去年已实地考察' })).toEqual({ ok: true })
})

test.each([
  ['no opinion', { opinion: ' ' }, 'opinion-missing'],
  ['one bureau only', { sportsBy: '' }, 'bureaus-missing'],
  ['a bureau that did not date it', { educationOn: undefined }, 'bureaus-missing'],
  ['a signature of tomorrow', { sportsOn: '2026-12-11' }, 'day-ahead'],
  ['no place', { position: undefined }, 'position-missing'],
  ['half a place', { position: 1.5 }, 'position-missing'],
  ['a place beyond the quota', { position: 3 }, 'beyond-the-quota'],
  ['a phone number in the opinion', { opinion: '联系 13800005678' }, 'holds-number'],
])('a recommendation with %s is refused', async (_what, given, refusal) => {
  const { first } = await scene()

  const result = await move(first.id, 'recommend', {
    scope: donghai,
    recommendation: { ...recommendation, ...given },
  })

  expect(result).toEqual(refused(refusal))
  expect(await stateOf(first.id)).toBe('SUBMITTED')
})

test('two schools of a unit do not take one place, and its quota is not passed', async () => {
  const { applications } = await scene({ schools: 3 })
  const [one, two, three] = applications.map(({ id }) => id) as [string, string, string]
  const recommend = (id: string, position: number) =>
    move(id, 'recommend', { scope: donghai, recommendation: { ...recommendation, position } })

  const both = await Promise.all([recommend(one, 1), recommend(two, 1)])
  expect(both.filter(result => result.ok)).toHaveLength(1)
  expect(both.find(result => !result.ok)).toEqual(refused('position-taken'))
  const left = (await stateOf(one)) === 'RECOMMENDED' ? two : one
  expect(await recommend(left, 2)).toEqual({ ok: true })
  expect(await recommend(three, 2)).toEqual(refused('beyond-the-quota'))

  await move(left, 'take-back', { scope: donghai, reason: '调整' })
  expect(await recommend(three, 2)).toEqual({ ok: true })
})

test('what is returned may be mended until its day has passed, though the window has closed', async () => {
  const { first } = await scene()
  const back = { scope: donghai, reason: '请补经费决算' }
  expect(await move(first.id, 'return', back)).toEqual(refused('mend-day-needed'))
  expect(await move(first.id, 'return', { ...back, mendUntil: today })).toEqual(refused('mend-day-needed'))
  expect(await move(first.id, 'return', { ...back, mendUntil: '2026-12-15' })).toEqual({ ok: true })

  const submit = (now: string) =>
    move(first.id, 'submit', { scope: first.school, today: now.slice(0, 10), now })
  // The city's 15 December ends at 16:00 UTC.
  expect(await submit('2026-12-15 16:00:00.000')).toEqual(refused('not-in-time'))
  expect(await submit('2026-12-15 15:59:59.999')).toMatchObject(refused('incomplete'))
})

test('the city looks through the papers once the window has closed for everybody', async () => {
  const { first } = await scene({ state: 'RECOMMENDED', batch: { closes_at: '2026-12-20 09:30:00.000' } })

  expect(await move(first.id, 'pass-material')).toEqual(refused('window-still-open'))
  expect(
    await move(first.id, 'pass-material', { today: '2026-12-20', now: '2026-12-20 09:30:00.000' }),
  ).toEqual({ ok: true })
})

test('nobody outside its scope finds it, and nobody but its school sees a draft', async () => {
  const { first } = await scene({ state: 'DRAFT' })
  const seen = async (scope: typeof city) =>
    (await listTitleApplications(place.db, scope, { asOf: today })).map(one => one.id)

  expect(await seen(first.school)).toEqual([first.id])
  expect(await seen(city)).toEqual([])
  expect(await seen(donghai)).toEqual([])
  expect(await seen({ kind: 'school', schoolId: 'X'.padStart(26, '0') })).toEqual([])
  expect(await move(first.id, 'decline', { scope: donghai, reason: '不' })).toEqual(refused('not-found'))
})

test.each(['put-up', 'designate'] as const)(
  '%s is of a batch and moves no single application',
  async action => {
    const { first } = await scene({ state: action === 'put-up' ? 'SHORTLISTED' : 'PUBLICITY' })

    expect(await move(first.id, action)).toEqual(refused('of-a-batch'))
  },
)

test('a second click finds it moved already', async () => {
  const { first } = await scene()
  const withdraw = () => move(first.id, 'withdraw', { scope: first.school, reason: '今年不申报' })

  const results = await Promise.all([withdraw(), withdraw()])

  expect(results.filter(result => result.ok)).toHaveLength(1)
  expect(results).toContainEqual(refused('not-from-here'))
  expect(await titleStepsOf(place.db, first.id)).toHaveLength(1)
})
