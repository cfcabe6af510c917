import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '#app/auth/scope.ts'
import { recordVisit } from '#app/features/title-applications/record-visit.server.ts'
import type { VisitEntry } from '#app/features/title-applications/visit.rule.ts'
import { visitsOf } from '#app/features/title-applications/visits.queries.server.ts'
import { newId } from '#db/write.server.ts'
import { insertPerson } from '#test/features/accounts/people.ts'
import { useDatabase } from '#test/support/database.ts'
import { appointed, declared, finished, insertApplying, insertExpert, later, today } from './reviewed.ts'

const place = useDatabase()
let application: Awaited<ReturnType<typeof insertApplying>>
let [city, li, wang, zhao]: Actor[] = []

beforeEach(async () => {
  application = await insertApplying(place.db)
  city = await insertPerson(place.db, { role: 'city' })
  li = await insertExpert(place.db, 'li')
  wang = await insertExpert(place.db, 'wang')
  zhao = await insertExpert(place.db, 'zhao')
  const [own = '', conflicted = ''] = await appointed(place.db, application, [li, wang])
  await finished(place.db, li, own)
  await declared(place.db, wang, conflicted, '亲属')
  await place.db.updateTable('title_application').set({ state: 'ONSITE_REVIEW' }).execute()
})

const codes = [
  ...['A1', 'A2', 'A3', 'A4', 'B1', 'B2', 'B3', 'B4', 'C1', 'C2', 'D1', 'D2', 'D3', 'E1'],
  ...['V1', 'V2', 'V3', 'V4'],
]
const entry: VisitEntry = {
  visitedOn: '2026-11-28',
  visitors: '李专家',
  findings: '与申报相符',
  verdict: 'confirmed',
  checks: codes.map(code => ({ code, verdict: 'confirmed', note: '' })),
}

function record(visitor: Actor, given: Partial<VisitEntry> = {}, id = newId()) {
  return recordVisit(place.db, visitor, {
    ...{ id, applicationId: application.id, entry: { ...entry, ...given }, today, now: later() },
  })
}

const visits = () => visitsOf(place.db, application.id)

test('the city and an expert of the application record visits, each of which stands', async () => {
  expect(await record(li!)).toEqual({ ok: true })
  expect(await record(city!, { visitedOn: '2026-11-29', findings: '复查' })).toEqual({ ok: true })

  expect(await visits()).toMatchObject([
    { visitedOn: '2026-11-29', findings: '复查', recordedBy: city!.id },
    { visitedOn: '2026-11-28', recordedBy: li!.id },
  ])
  expect((await visits())[0]?.checks).toHaveLength(codes.length)
  const audits = await place.db
    .selectFrom('audit')
    .where('action', '=', 'title-visit.record')
    .selectAll()
    .execute()
  expect(audits).toHaveLength(2)
})

test('an expert with a conflict of interest, or one who was not asked, records none', async () => {
  expect(await record(wang!)).toEqual({ ok: false, refusal: 'not-found' })
  expect(await record(zhao!)).toEqual({ ok: false, refusal: 'not-found' })
  expect(await record({ ...li!, schoolId: application.schoolId })).toEqual({
    ok: false,
    refusal: 'not-found',
  })
  expect(await visits()).toEqual([])
})

test('what arrives twice is recorded once, also at the same moment', async () => {
  const id = newId()

  const answers = await Promise.all([record(li!, {}, id), record(li!, {}, id)])

  expect(answers).toEqual([{ ok: true }, { ok: true }])
  expect(await visits()).toHaveLength(1)
})

test('what arrives again after the application went on is answered as done', async () => {
  const id = newId()
  await record(li!, {}, id)
  await place.db.updateTable('title_application').set({ state: 'SHORTLISTED' }).execute()

  expect(await record(li!, {}, id)).toEqual({ ok: true })
  expect(await record(li!)).toEqual({ ok: false, refusal: 'not-on-site' })
  expect(await visits()).toHaveLength(1)
})

test('other words under an id that arrived are not lost in silence, nor another’s id taken', async () => {
  const id = newId()
  await record(li!, {}, id)
  const refused = { ok: false, refusal: 'arrived-otherwise' }

  expect(await record(li!, { findings: '另有发现' }, id)).toEqual(refused)
  expect(await record(city!, {}, id)).toEqual(refused)
  expect(await visits()).toMatchObject([{ findings: '与申报相符' }])
})

function checked(code: string, verdict: 'differs' | null, note = '') {
  return entry.checks.map(one => (one.code === code ? { code, verdict, note } : one))
}

test.each<[string, Partial<VisitEntry>, string, string]>([
  ['on no day', { visitedOn: '2026-02-30' }, 'visitedOn', 'day-missing'],
  ['tomorrow', { visitedOn: '2026-12-01' }, 'visitedOn', 'day-ahead'],
  ['by nobody', { visitors: ' ' }, 'visitors', 'visitors-missing'],
  ['without findings', { findings: '' }, 'findings', 'findings-missing'],
  ['with a personal number', { findings: '联系 13800005678' }, 'findings', 'holds-number'],
  ['without a verdict', { verdict: null }, 'verdict', 'verdict-missing'],
  ['with an indicator unanswered', { checks: checked('B2', null) }, 'B2', 'check-missing'],
  ['with a difference that is not said', { checks: checked('B2', 'differs') }, 'B2', 'note-missing'],
  ['with words without an end', { findings: '好'.repeat(2001) }, 'findings', 'findings-too-long'],
])('a visit %s is refused at its field', async (_what, given, at, problem) => {
  expect(await record(li!, given)).toEqual({ ok: false, refusal: 'problems', problems: [{ at, problem }] })
  expect(await visits()).toEqual([])
})
