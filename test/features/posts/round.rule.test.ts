import { describe, expect, test } from 'vitest'
import {
  mayAnnounce,
  minuteOf,
  type Round,
  roundChange,
  roundProblems,
  timeLeft,
  windowState,
} from '#app/features/posts/round.rule.ts'

const round: Round = {
  unitCode: '320722',
  name: '2026年公开招聘',
  document: '东教发〔2026〕31号',
  opensAt: '2026-11-02 01:00:00.000',
  closesAt: '2026-12-11 09:30:00.000',
  onePostEach: true,
}
const now = '2026-11-20 00:00:00.000'

describe('the window', () => {
  test.each([
    ['2026-11-02 00:59:59.999', 'soon'],
    ['2026-11-02 01:00:00.000', 'open'],
    ['2026-12-11 09:29:59.999', 'open'],
    ['2026-12-11 09:30:00.000', 'closed'],
  ])('at %s it is %s', (at, state) => {
    expect(windowState(round, at)).toBe(state)
    expect(windowState(round, minuteOf(at))).toBe(state)
  })

  test('what is left is told in whole hours and minutes', () => {
    expect(timeLeft('2026-12-10 08:29:30.000', round.closesAt)).toEqual({ hours: 25, minutes: 0 })
    expect(timeLeft('2026-12-11 10:00:00.000', round.closesAt)).toEqual({ hours: 0, minutes: 0 })
  })
})

describe('announcing', () => {
  test.each([
    [{}, {}],
    [{ name: ' ' }, { name: 'missing' }],
    [{ document: '' }, { document: 'missing' }],
    [{ closesAt: round.opensAt }, { closesAt: 'window-reversed' }],
    [{ opensAt: '2026-12-31 00:00:00.000' }, { closesAt: 'window-reversed' }],
    [
      { opensAt: '2026-11-01 00:00:00.000', closesAt: '2026-11-19 00:00:00.000' },
      { closesAt: 'window-past' },
    ],
    [{ closesAt: '2027-12-11 09:30:00.000' }, { closesAt: 'window-too-long' }],
  ])('%j: %j', (given, problems) => {
    expect(roundProblems({ ...round, ...given }, now)).toEqual(problems)
  })

  test('a unit announces its own rounds, the city those of the city', () => {
    const unit = { code: '320722', isOfCity: false }
    const city = { code: '3207SZ', isOfCity: true }

    expect(mayAnnounce({ kind: 'unit', unitCode: '320722' }, unit)).toBe(true)
    expect(mayAnnounce({ kind: 'unit', unitCode: '320723' }, unit)).toBe(false)
    expect(mayAnnounce({ kind: 'city' }, city)).toBe(true)
    expect(mayAnnounce({ kind: 'city' }, unit)).toBe(false)
    expect(mayAnnounce({ kind: 'school', schoolId: 'S' }, unit)).toBe(false)
    expect(mayAnnounce({ kind: 'applicant', accountId: 'A' }, unit)).toBe(false)
  })
})

describe('once a post is published', () => {
  test.each<[Partial<Round>, string]>([
    [{ name: '别的名称' }, 'fixed-by-publication'],
    [{ document: '别的文件' }, 'fixed-by-publication'],
    [{ opensAt: '2026-11-03 01:00:00.000' }, 'fixed-by-publication'],
    [{ onePostEach: false }, 'fixed-by-publication'],
    [{ closesAt: '2026-12-11 09:29:00.000' }, 'only-later'],
  ])('%j is refused', (given, refusal) => {
    expect(roundChange(round, { ...round, ...given }, true, now)).toMatchObject({ ok: false, refusal })
    expect(roundChange(round, { ...round, ...given }, false, now)).toEqual({ ok: true })
  })

  test('the window may be extended while it runs, not after', () => {
    const later = { ...round, closesAt: '2026-12-18 09:30:00.000' }

    expect(roundChange(round, later, true, now)).toEqual({ ok: true })
    expect(roundChange(round, later, true, round.closesAt)).toMatchObject({ refusal: 'already-closed' })
  })
})
