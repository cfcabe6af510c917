import { expect, test } from 'vitest'
import { holdsPersonalNumber } from '#app/features/coaching/personal-number.rule.ts'
import type { Indicator } from '#app/features/designation/indicator.rule.ts'
import { readReview } from '#app/features/title-applications/review-entry.rule.ts'

const indicators: Indicator[] = [
  { code: 'A1', kind: 'score', most: 8, title: '组织', how: '', figure: '' },
  { code: 'E1', kind: 'bonus', most: 10, title: '特色', how: '', figure: '' },
  { code: 'V1', kind: 'veto', most: 0, title: '弄虚作假', how: '', figure: '' },
]

function read(points: Record<string, string>, given: { comment?: string; isWhole?: boolean } = {}) {
  const { comment = '', isWhole = false } = given
  return readReview({ points, comment }, { indicators, isWhole, holdsNumber: holdsPersonalNumber })
}

test('points with two decimals, in wide digits too, and a veto that was found', () => {
  expect(read({ A1: '７．５', E1: '2.25', V1: 'on' }, { comment: ' 扎实 ' })).toEqual({
    ok: true,
    scores: [
      { code: 'A1', points: 750 },
      { code: 'E1', points: 225 },
      { code: 'V1', points: 1 },
    ],
    comment: '扎实',
  })
})

test.each([
  ['above the maximum', '8.01', 'points-above-most'],
  ['of three decimals', '7.125', 'points-malformed'],
  ['below nought', '-1', 'points-malformed'],
  ['in words', '优', 'points-malformed'],
  ['of an exponent', '1e1', 'points-malformed'],
])('points %s are refused at their cell', (_what, text, problem) => {
  expect(read({ A1: text })).toEqual({ ok: false, problems: [{ at: 'A1', problem }] })
})

test('a draft may leave points out, a finished review only a bonus', () => {
  expect(read({})).toEqual({ ok: true, scores: [], comment: '' })
  expect(read({}, { isWhole: true })).toEqual({
    ok: false,
    problems: [{ at: 'A1', problem: 'points-missing' }],
  })
  expect(read({ A1: '0' }, { isWhole: true })).toMatchObject({
    ok: true,
    scores: [{ code: 'A1', points: 0 }],
  })
})

test('a comment holds no personal number and has an end', () => {
  expect(read({}, { comment: '请致电 13800005678' })).toMatchObject({
    problems: [{ at: 'comment', problem: 'holds-number' }],
  })
  expect(read({}, { comment: '好'.repeat(1001) })).toMatchObject({
    problems: [{ at: 'comment', problem: 'comment-too-long' }],
  })
})
