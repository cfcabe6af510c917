import { beforeAll, expect, test } from 'vitest'
import { verifyPassword } from '#app/features/accounts/password-hash.server.ts'
import { verifyRollups } from '#app/features/activity/recompute-rollups.server.ts'
import { listApplications } from '#app/features/applications/applications.queries.server.ts'
import { readCandidates } from '#app/features/matching/read-candidates.server.ts'
import { readMatching } from '#app/features/matching/read-matching.server.ts'
import { readBoard } from '#app/features/posts/read-board.server.ts'
import { readCoverage } from '#app/features/program/read-coverage.server.ts'
import { type DemoCity, loadDemoCity } from '#scripts/demo/load-demo-city.ts'
import { useDatabase } from '../../support/database.ts'

const today = '2026-11-23'
const house = useDatabase({ clean: false })
const lines: string[] = []
let city: DemoCity

beforeAll(async () => {
  city = await loadDemoCity(house.db, { today, schoolDays: 4, log: line => lines.push(line) })
})

test('every account of the contract signs in with the one password', async () => {
  const accounts = await house.db
    .selectFrom('account')
    .where('login', 'not like', 'demo-athlete-%')
    .selectAll()
    .orderBy('login')
    .execute()

  expect(accounts.map(one => one.login)).toEqual([
    'admin',
    'athlete',
    'auditor',
    'city',
    'donghai',
    'expert',
    'expert2',
    'expert3',
    'school',
  ])
  for (const account of accounts)
    expect(await verifyPassword(account.password_hash, city.password)).toBe(true)
  expect(new Set(accounts.map(one => one.password_hash)).size).toBe(9)
})

test('three of six units reach 5621 and each of the others lacks something else', async () => {
  const report = await readCoverage(house.db, { kind: 'city' }, { asOf: today })

  expect(report).toMatchObject({ unitsMet: 3, unitsObliged: 6 })
  expect(
    report?.units.map(({ code, met, sportsMet, gap, mix }) => ({ code, met, sportsMet, gap, mix })),
  ).toEqual([
    { code: '320703', met: true, sportsMet: 5, gap: 0, mix: { base: true, ball: true } },
    { code: '320706', met: true, sportsMet: 6, gap: 0, mix: { base: true, ball: true } },
    { code: '320707', met: true, sportsMet: 5, gap: 0, mix: { base: false, ball: true } },
    { code: '320722', met: false, sportsMet: 4, gap: 2, mix: { base: true, ball: true } },
    { code: '320723', met: false, sportsMet: 4, gap: 1, mix: { base: true, ball: true } },
    { code: '320724', met: false, sportsMet: 3, gap: 12, mix: { base: true, ball: true } },
  ])
})

test('the school manager has a primary school of 东海县 that reported yesterday and nothing today', async () => {
  const { school_id } = await house.db
    .selectFrom('account')
    .select('school_id')
    .where('login', '=', 'school')
    .executeTakeFirstOrThrow()
  const profile = await house.db
    .selectFrom('school_profile')
    .select(['unit_code', 'type'])
    .where('school_id', '=', school_id)
    .executeTakeFirstOrThrow()
  const { last } = await house.db
    .selectFrom('class_day')
    .select(eb => eb.fn.max('day').as('last'))
    .where('school_id', '=', school_id)
    .executeTakeFirstOrThrow()

  expect(profile).toEqual({ unit_code: '320722', type: '211' })
  expect(last).toBe('2026-11-20')
})

test('the roll-ups say what the activities say', async () => {
  expect(await verifyRollups(house.db)).toEqual([])
})

test('every open school of the two full units has logged, but those that fell silent', async () => {
  const schools = await house.db
    .selectFrom('school_profile as p')
    .innerJoin('school as s', 's.id', 'p.school_id')
    .select(['s.id'])
    .where('p.unit_code', 'in', ['320706', '320722'])
    .where('p.valid_to', '=', '9999-12-31')
    .where('s.closed_on', '>', today)
    .execute()
  const logging = await house.db.selectFrom('school_day').select('school_id').distinct().execute()
  const ids = new Set(logging.map(row => row.school_id))
  const silent = schools.filter(school => !ids.has(school.id))

  expect(schools.length).toBeGreaterThan(150)
  expect(silent.length).toBeGreaterThan(0)
  expect(silent.length).toBeLessThan(schools.length / 10)
})

test('some classes miss the hour, most reach it, and one school writes the same hour for all', async () => {
  const days = await house.db.selectFrom('class_day').select(['school_id', 'minutes']).execute()
  const short = days.filter(day => day.minutes < 60).length / days.length
  const bySchool = new Map<string, Set<number>>()
  for (const day of days) {
    bySchool.set(day.school_id, (bySchool.get(day.school_id) ?? new Set<number>()).add(day.minutes))
  }

  expect(short).toBeGreaterThan(0.02)
  expect(short).toBeLessThan(0.15)
  expect([...bySchool.values()].filter(set => set.size === 1 && set.has(60))).toHaveLength(1)
})

test('no class logs more pupils than it has', async () => {
  const crowded = await house.db
    .selectFrom('activity as a')
    .innerJoin('school_class as c', 'c.id', 'a.class_id')
    .select('a.class_id')
    .whereRef('a.participants', '>', 'c.pupils')
    .execute()

  expect(crowded).toEqual([])
})

test('it tells how far it is', () => {
  expect(lines[0]).toMatch(/^\d+ schools, \d+ classes, \d+ placements, \d+ instructors, \d+ applications$/)
  expect(lines.length).toBeGreaterThan(3)
})

test('about 40 posts are open in two rounds, some are drafts, one round has closed', async () => {
  const now = `${today} 02:00:00.000`
  const board = (state: 'open' | 'soon' | 'closed') =>
    readBoard(house.db, { state, sort: 'closing' }, { page: 1, now })
  const own = await house.db
    .selectFrom('coach_post')
    .innerJoin('account', 'account.school_id', 'coach_post.school_id')
    .where('coach_post.status', '=', 'draft')
    .select('coach_post.id')
    .execute()

  expect(await board('open')).toMatchObject({ total: 40 })
  expect(await board('soon')).toMatchObject({ total: 3 })
  expect(await board('closed')).toMatchObject({ total: 4 })
  expect(own).toHaveLength(1)
  expect((await board('open')).lines.every(line => line.schools.length > 0)).toBe(true)
})

test('people have applied to open posts of 东海县, and suit them by its own rules', async () => {
  const donghai = { kind: 'unit', unitCode: '320722' } as const
  const [application] = await listApplications(house.db, donghai)
  const found = await readCandidates(house.db, donghai, application?.postNumber ?? '', today)
  const page = await readMatching(house.db, donghai, { unitCode: undefined, asOf: today })

  expect(await listApplications(house.db, donghai)).toHaveLength(
    Number(/(\d+) applications/.exec(lines.join())?.[1]),
  )
  expect(found?.candidates.some(one => one.verdict === 'eligible')).toBe(true)
  expect(page?.proposal.works.length).toBeGreaterThan(0)
})
