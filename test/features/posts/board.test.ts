import { beforeEach, describe, expect, test } from 'vitest'
import { BoardSearch, boardFilterOf } from '#app/features/posts/board-search.ts'
import { kilometresBetween, nearestOf, unitCentres } from '#app/features/posts/places.rule.ts'
import { readBoard } from '#app/features/posts/read-board.server.ts'
import { sampleRound } from '#db/samples.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertPost } from '#test/support/post.ts'
import { insertSchool } from '#test/support/school.ts'

const database = useDatabase()
const now = '2026-11-20 02:00:30.000'
const open = sampleRound()
const late = sampleRound({ name: '冬季', closes_at: '2026-12-20 09:30:00.000' })
const soon = sampleRound({
  name: '明年',
  opens_at: '2026-11-21 01:00:00.000',
  closes_at: '2027-01-11 09:30:00.000',
})
const closed = sampleRound({
  name: '上半年',
  opens_at: '2026-03-02 01:00:00.000',
  closes_at: '2026-04-11 09:30:00.000',
})

const schools: Record<string, string> = {}

beforeEach(async () => {
  for (const [name, code, unitCode, at] of [
    ['niushan', '2132000001', '320722', unitCentres['320722']],
    ['yishan', '2132000002', '320723', unitCentres['320723']],
    ['nowhere', '2132000003', '320722', undefined],
  ] as const) {
    const { id } = await insertSchool(database.db, { code, name, unitCode })
    if (at !== undefined) await database.db.updateTable('school').set(at).where('id', '=', id).execute()
    schools[name] = id
  }
})

function search(query: Record<string, string> = {}, at = now) {
  const sought = BoardSearch.parse(query)
  return readBoard(database.db, boardFilterOf(sought), { page: sought.page, now: at })
}

async function numbers(query: Record<string, string> = {}, at = now): Promise<string[]> {
  return (await search(query, at)).lines.map(line => line.number)
}

function post(number: string, given: Parameters<typeof insertPost>[1] = {}) {
  const school_id = schools.niushan ?? ''
  return insertPost(database.db, { round: open, ...given, post: { school_id, ...given.post, number } })
}

describe('what stands on the board', () => {
  test('published posts only: open ones first to close, others where they are asked for', async () => {
    await post('2026-003', { round: late })
    await post('2026-002')
    await post('2026-001')
    await post('2026-004', { round: soon })
    await post('2026-005', { round: closed })
    for (const status of ['draft', 'submitted', 'returned', 'cancelled'] as const)
      await post(`2026-1${status}`, { post: { status } })

    expect(await numbers()).toEqual(['2026-001', '2026-002', '2026-003'])
    expect(await numbers({ state: 'soon' })).toEqual(['2026-004'])
    expect(await numbers({ state: 'closed' })).toEqual(['2026-005'])
    expect(await search()).toMatchObject({ total: 3 })
  })

  test('a window opens and closes at its minute, though nothing was changed', async () => {
    await post('2026-001')

    expect(await numbers({}, '2026-11-02 00:59:59.999')).toEqual([])
    expect(await numbers({}, '2026-11-02 01:00:00.000')).toEqual(['2026-001'])
    expect(await numbers({}, '2026-12-11 09:29:59.999')).toEqual(['2026-001'])
    expect(await numbers({}, '2026-12-11 09:30:00.000')).toEqual([])
    expect(await numbers({ state: 'closed' }, '2026-12-11 09:30:00.000')).toEqual(['2026-001'])
  })

  test('twenty stand on a page, and every post on one of them', async () => {
    for (let at = 1; at <= 45; at += 1) await post(`2026-${String(at).padStart(3, '0')}`)

    const pages = await Promise.all(['1', '2', '3', '4'].map(page => numbers({ page })))

    expect(pages.map(page => page.length)).toEqual([20, 20, 5, 0])
    expect(new Set(pages.flat()).size).toBe(45)
    expect((await search({ page: '3' })).total).toBe(45)
  })

  test('a line says where, what and until when', async () => {
    await post('2026-001', { stages: ['junior', 'primary'] })

    expect((await search()).lines).toMatchObject([
      {
        title: '足球教练员',
        sportName: '足球',
        unitName: '东海县',
        stages: ['primary', 'junior'],
        schools: ['niushan'],
        quota: 1,
        kilometres: null,
        closesAt: open.closes_at,
      },
    ])
  })
})

describe('filters', () => {
  beforeEach(async () => {
    await post('2026-001', { post: { sport_code: 'basketball' } })
    await post('2026-002', { post: { engagement: 'VOLUNTEER' }, stages: ['junior'] })
    await post('2026-003', {
      round: sampleRound({ unit_code: '320723', name: '灌云' }),
      post: { school_id: schools.yishan ?? '' },
    })
    await post('2026-004', {
      post: { school_id: null },
      schoolIds: [schools.yishan ?? '', schools.niushan ?? ''],
    })
    await post('2026-005', { post: { school_id: schools.nowhere ?? '' } })
  })

  test.each([
    [{ sport: 'basketball' }, ['2026-001']],
    [{ sport: 'quidditch' }, []],
    [{ engagement: 'VOLUNTEER' }, ['2026-002']],
    [{ stage: 'junior' }, ['2026-002']],
    [{ unit: '320723' }, ['2026-003']],
    [{ unit: '320723', sport: 'basketball' }, []],
    [{ near: '320723', within: '5' }, ['2026-003', '2026-004']],
    [{ longitude: '118.751', latitude: '34.539', within: '5' }, ['2026-001', '2026-002', '2026-004']],
    [{ within: '5' }, ['2026-001', '2026-002', '2026-003', '2026-004', '2026-005']],
  ])('%j', async (query, expected) => {
    expect((await numbers(query as Record<string, string>)).sort()).toEqual(expected)
    expect((await search(query as Record<string, string>)).total).toBe(expected.length)
  })

  test('by distance the nearest of a pooled post’s schools counts, and what has no place comes last', async () => {
    const found = await search({ near: '320723', sort: 'distance' })

    expect(found.lines.map(line => line.number)).toEqual([
      '2026-003',
      '2026-004',
      '2026-001',
      '2026-002',
      '2026-005',
    ])
    expect(found.lines.map(line => line.kilometres)).toEqual([0, 0, 53.5, 53.5, null])
  })

  test('without a place the first to close comes first', async () => {
    expect(await numbers({ sort: 'distance' })).toHaveLength(5)
  })
})

test('a kilometre is a kilometre', () => {
  const from = { longitude: 119.2, latitude: 34.6 }

  expect(kilometresBetween(from, { longitude: 119.2, latitude: 34.7 })).toBeCloseTo(11.1, 1)
  expect(kilometresBetween(from, { longitude: 119.3, latitude: 34.6 })).toBeCloseTo(9.15, 1)
  expect(nearestOf(from, [{ longitude: null, latitude: null }])).toBeNull()
})
