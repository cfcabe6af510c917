import { describe, expect, test } from 'vitest'
import {
  attemptLimits,
  isTooMuch,
  type LinkFile,
  linkStateOf,
  whyNotHandedIn,
  whyNotMade,
} from '#app/features/upload-links/upload-link.rule.ts'

const noon = '2025-09-05 04:00:00.000'
const later = '2025-09-06 04:00:00.000'
const fresh = { expiresAt: later, usesAllowed: 2, uses: 0, revokedAt: null }
const links = {
  fresh,
  'with one use left': { ...fresh, uses: 1 },
  used: { ...fresh, uses: 2 },
  expired: { ...fresh, expiresAt: noon },
  revoked: { ...fresh, revokedAt: noon },
  'used, then expired': { ...fresh, uses: 2, expiresAt: noon },
  'expired, then revoked': { ...fresh, expiresAt: noon, revokedAt: noon },
  'used, then revoked': { ...fresh, uses: 2, revokedAt: noon },
}
const states = {
  fresh: 'open',
  'with one use left': 'open',
  used: 'used',
  expired: 'expired',
  revoked: 'revoked',
  'used, then expired': 'used',
  'expired, then revoked': 'revoked',
  'used, then revoked': 'revoked',
} as const

const good: LinkFile = {
  handedInAt: null,
  status: 'preview',
  counts: { new: 3, changed: 0 },
  isBlocked: false,
}
const names = Object.keys(links) as (keyof typeof links)[]

describe('the state of a link', () => {
  test.each(names)('that is %s', name => {
    expect(linkStateOf(links[name], noon)).toBe(states[name])
  })

  test('turns from open to expired at the very millisecond', () => {
    expect(linkStateOf(fresh, '2025-09-06 03:59:59.999')).toBe('open')
    expect(linkStateOf(fresh, later)).toBe('expired')
  })
})

describe('handing in', () => {
  test.each(names)(
    'through a link that is %s goes by its state, for every file that was not handed in',
    name => {
      const state = states[name]
      const given = { now: noon, skipBadRows: false }

      expect(whyNotHandedIn(links[name], good, given)).toBe(state === 'open' ? null : state)
      // Whatever else is wrong, the link is answered for first.
      const worse: LinkFile = {
        ...good,
        status: 'discarded',
        counts: { new: 0, changed: 0 },
        isBlocked: true,
      }
      expect(whyNotHandedIn(links[name], worse, given)).toBe(state === 'open' ? 'no-longer-open' : state)
    },
  )

  test.each(names)('again, through a link that is %s, answers as the first time', name => {
    const twice = { ...good, handedInAt: noon, counts: { new: 0, changed: 0 } }

    expect(whyNotHandedIn(links[name], twice, { now: later, skipBadRows: false })).toBeNull()
  })

  test.each<[LinkFile['status'], string | null]>([
    ['preview', null],
    ['committed', null],
    ['refused', 'no-longer-open'],
    ['discarded', 'no-longer-open'],
    ['undone', 'no-longer-open'],
  ])('of an import that is %s', (status, refusal) => {
    expect(whyNotHandedIn(fresh, { ...good, status }, { now: noon, skipBadRows: false })).toBe(refusal)
  })

  test('wants something new, and a word about rows that stay behind', () => {
    const nothing = { ...good, counts: { new: 0, changed: 0 } }
    const blocked = { ...good, isBlocked: true }

    expect(whyNotHandedIn(fresh, nothing, { now: noon, skipBadRows: true })).toBe('nothing-to-hand-in')
    expect(whyNotHandedIn(fresh, blocked, { now: noon, skipBadRows: false })).toBe('has-problems')
    expect(whyNotHandedIn(fresh, blocked, { now: noon, skipBadRows: true })).toBeNull()
  })
})

describe('a link that somebody wishes for', () => {
  const wish = {
    label: '三年级 王老师',
    firstDay: '2025-09-01',
    lastDay: '2025-09-07',
    lifetime: 7,
    usesAllowed: 1,
  }

  test.each([
    [{}, null],
    [{ label: ' \u3000' }, 'label-missing'],
    [{ lastDay: '2025-08-31' }, 'days-turned'],
    [{ lastDay: '2025-09-01' }, null],
    [{ lastDay: '2026-09-01' }, null],
    [{ lastDay: '2026-09-02' }, 'too-many-days'],
    [{ lifetime: 8 }, 'no-such-lifetime'],
    [{ lifetime: Number.NaN }, 'no-such-lifetime'],
    [{ usesAllowed: 0 }, 'no-such-uses'],
    [{ usesAllowed: 51 }, 'no-such-uses'],
    [{ usesAllowed: 1.5 }, 'no-such-uses'],
    [{ usesAllowed: 50 }, null],
  ])('with %o', (given, refusal) => {
    expect(whyNotMade({ ...wish, ...given })).toBe(refusal)
  })
})

test.each(['upload', 'template', 'unknown'] as const)('%ss are held back at either limit', kind => {
  const { aLink, aClient } = attemptLimits[kind]

  expect(isTooMuch(kind, { ofLink: aLink - 1, ofClient: aClient - 1 })).toBe(false)
  expect(isTooMuch(kind, { ofLink: aLink, ofClient: 0 })).toBe(true)
  expect(isTooMuch(kind, { ofLink: 0, ofClient: aClient })).toBe(true)
})
