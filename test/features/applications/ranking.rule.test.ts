import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Candidate,
  mayBeCalledUp,
  nextInReserve,
  type RankingRules,
  rankingOf,
  shortListOf,
} from '#app/features/applications/ranking.rule.ts'
import { readScore, scoreText, totalOf } from '#app/features/applications/score.rule.ts'

test.each([
  ['85', 8500],
  ['85.5', 8550],
  ['85.50', 8550],
  ['８５．２５', 8525],
  ['100', 10_000],
  ['0', 0],
  ['85 分', 8500],
  ['85.500', 8550],
  ['缺考', null],
  ['absent', null],
])('%s is read as %s hundredths', (text, score) => {
  expect(readScore(text)).toEqual({ ok: true, score })
})

test.each([
  ['85.255', 'too-fine'],
  ['100.01', 'above-100'],
  ['101', 'above-100'],
  ['-5', 'no-score'],
  ['八十五', 'no-score'],
  ['85,5', 'no-score'],
  ['', 'no-score'],
])('%s is asked back', (text, refusal) => {
  expect(readScore(text)).toEqual({ ok: false, refusal })
})

test('the total is rounded half up in whole numbers', () => {
  const weights = { written: 30, skill: 70 }

  expect(totalOf({ written: 5000, skill: 7000 }, weights)).toBe(6400)
  // 0.3 × 59.95 + 0.7 × 60.00 = 59.985, which is 59.99.
  expect(totalOf({ written: 5995, skill: 6000 }, weights)).toBe(5999)
  expect(totalOf({ written: null, skill: 7000 }, weights)).toBeNull()
  expect(totalOf({ written: null, skill: 7000 }, { written: 0, skill: 100 })).toBe(7000)
  expect(scoreText(6405)).toBe('64.05')
})

const rules: RankingRules = {
  quota: 1,
  shortListRatio: 3,
  writtenWeight: 30,
  skillWeight: 70,
  writtenPass: 5000,
  skillPass: 7000,
}
const candidate = (
  id: string,
  written: number | null,
  skill: number | null = null,
  extra: number | null = null,
) => ({ id, written, skill, extra }) satisfies Candidate

test('three a place are called by written score, and with the third whoever equals them', () => {
  const all = [
    candidate('a', 9000),
    candidate('b', 8000),
    candidate('c', 7000),
    candidate('d', 7000),
    candidate('e', 6000),
    candidate('f', 4999),
    candidate('g', null),
  ]

  expect(shortListOf(all, rules)).toEqual({
    called: [
      { id: 'a', rank: 1 },
      { id: 'b', rank: 2 },
      { id: 'c', rank: 3 },
      { id: 'd', rank: 3 },
    ],
    behind: [{ id: 'e', rank: 5 }],
    failed: ['f', 'g'],
  })
})

test('fewer than three a place: all who passed are called', () => {
  expect(shortListOf([candidate('a', 9000), candidate('b', 4000)], rules)).toEqual({
    called: [{ id: 'a', rank: 1 }],
    behind: [],
    failed: ['b'],
  })
})

test('equal totals are set apart by the skill test, then by an extra test', () => {
  const all = [
    candidate('low skill', 9000, 8000),
    candidate('high skill', 6667, 9000),
    candidate('extra', 6667, 9000, 100),
    candidate('below', 10_000, 6999),
  ]

  const { ranked, failed, tied } = rankingOf(all, rules)

  expect(ranked.map(one => [one.id, one.rank])).toEqual([
    ['extra', 1],
    ['high skill', 2],
    ['low skill', 3],
  ])
  expect(failed).toEqual(['below'])
  expect(tied).toEqual([])
})

test('equals across the last place need an extra test; equals within the places do not', () => {
  const equals = [candidate('a', 6000, 8000), candidate('b', 6000, 8000)]

  expect(rankingOf(equals, rules).tied).toEqual(['a', 'b'])
  expect(rankingOf(equals, { ...rules, quota: 2 }).tied).toEqual([])
})

const score = fc.option(fc.integer({ min: 0, max: 20 }).map(n => n * 500))
const candidates = fc
  .array(fc.record({ written: score, skill: score, extra: score }), { maxLength: 30 })
  .map(all => all.map((one, n) => ({ id: `c${String(n).padStart(2, '0')}`, ...one })))
const anyRules = fc
  .record({ quota: fc.integer({ min: 1, max: 5 }), shortListRatio: fc.integer({ min: 1, max: 4 }) })
  .map(given => ({ ...rules, ...given }))

test('the order in which candidates are given changes neither list', () => {
  fc.assert(
    fc.property(candidates, anyRules, (all, by) => {
      const turned = [...all].reverse()

      expect(rankingOf(turned, by).ranked).toEqual(rankingOf(all, by).ranked)
      expect(shortListOf(turned, by).called).toEqual(shortListOf(all, by).called)
    }),
  )
})

test('nobody below a pass mark is called or ranked, and everybody is somewhere once', () => {
  fc.assert(
    fc.property(candidates, anyRules, (all, by) => {
      const { called, behind, failed } = shortListOf(all, by)
      const ranking = rankingOf(all, by)
      const byId = new Map(all.map(one => [one.id, one]))

      expect([...[...called, ...behind].map(one => one.id), ...failed].sort()).toEqual(all.map(one => one.id))
      expect([...ranking.ranked.map(one => one.id), ...ranking.failed].sort()).toEqual(all.map(one => one.id))
      for (const { id } of called) expect(byId.get(id)?.written ?? -1).toBeGreaterThanOrEqual(5000)
      for (const { id } of ranking.ranked) expect(byId.get(id)?.skill ?? -1).toBeGreaterThanOrEqual(7000)
      expect(called.length).toBeGreaterThanOrEqual(
        Math.min(by.quota * by.shortListRatio, called.length + behind.length),
      )
    }),
  )
})

test('whoever stands before another has at least the same total', () => {
  fc.assert(
    fc.property(candidates, anyRules, (all, by) => {
      const { ranked } = rankingOf(all, by)
      const weights = { written: by.writtenWeight, skill: by.skillWeight }
      const totals = new Map(all.map(one => [one.id, totalOf(one, weights) ?? -1]))
      for (const [place, one] of ranked.entries()) {
        const next = ranked[place + 1]
        if (next === undefined) continue
        expect(totals.get(one.id)).toBeGreaterThanOrEqual(totals.get(next.id) ?? -1)
        expect(one.rank).toBeLessThanOrEqual(next.rank)
      }
    }),
  )
})

test('one alone in reserve is next, equals only after an extra test of each of them', () => {
  const a = { id: 'a', extra: undefined }
  const b = { id: 'b', extra: 8000 }

  expect(nextInReserve([])).toEqual({ kind: 'nobody' })
  expect(nextInReserve([a])).toEqual({ kind: 'next', id: 'a' })
  expect(nextInReserve([a, b])).toEqual({ kind: 'tied', ids: ['a', 'b'] })
  expect(nextInReserve([{ ...a, extra: 8000 }, b])).toEqual({ kind: 'tied', ids: ['a', 'b'] })
  expect(nextInReserve([{ ...a, extra: 8050 }, b])).toEqual({ kind: 'next', id: 'a' })
  expect(nextInReserve([{ ...a, extra: null }, b])).toEqual({ kind: 'next', id: 'b' })
})

test('the short list is filled up in order of the written rank, equals together', () => {
  expect(mayBeCalledUp(4, { underWay: [1, 2], isFirst: true, room: 3 })).toBe(true)
  expect(mayBeCalledUp(6, { underWay: [1, 2], isFirst: false, room: 3 })).toBe(false)
  expect(mayBeCalledUp(4, { underWay: [1, 2, 3], isFirst: true, room: 3 })).toBe(false)
  expect(mayBeCalledUp(4, { underWay: [1, 2, 4], isFirst: true, room: 3 })).toBe(true)
})
