import { describe, expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import {
  mayDo,
  movesWithReason,
  type PostMove,
  postActions,
  postStatuses,
  standingOf,
  standings,
  statusAfter,
} from '#app/features/posts/post-state.rule.ts'

/** Every state × action, and who may: s school, r reviewer, h helper; - nobody. */
const table = `
             edit  submit  return  publish  cancel  complete
  draft      srh   srh     -       -        sr      -
  submitted  -     -       r       r        r       -
  returned   srh   srh     -       -        sr      -
  published  -     -       -       -        r       r
  cancelled  -     -       -       -        -       -
  completed  -     -       -       -        -       -
`

const [head = [], ...lines] = table
  .trim()
  .split('\n')
  .map(line => line.trim().split(/\s+/))
const expected = lines.flatMap(([status, ...cells]) =>
  cells.map((who, at) => ({ status, action: head[at], who })),
)

test('the table names every state and every action once', () => {
  expect(lines.map(([status]) => status).sort()).toEqual([...postStatuses].sort())
  expect(head).toEqual(postActions)
})

test.each(postStatuses.flatMap(status => postActions.map(action => [status, action] as const)))(
  'a %s post: who may %s',
  (status, action) => {
    const line = expected.find(one => one.status === status && one.action === action)
    const letters = { school: 's', reviewer: 'r', helper: 'h', none: 'n' }

    const allowed = standings.filter(standing => mayDo(status, action, standing))

    expect(allowed).toEqual(standings.filter(standing => line?.who?.includes(letters[standing])))
  },
)

const post = { unitCode: '320722', schoolId: 'S1', isOfCity: false }
const ofCity = { unitCode: '3207SZ', schoolId: null, isOfCity: true }

describe('what somebody is to a post', () => {
  test.each<[Scope, typeof post | typeof ofCity, (typeof standings)[number]]>([
    [{ kind: 'city' }, ofCity, 'reviewer'],
    [{ kind: 'city' }, post, 'helper'],
    [{ kind: 'unit', unitCode: '320722' }, post, 'reviewer'],
    [{ kind: 'unit', unitCode: '320723' }, post, 'none'],
    [{ kind: 'unit', unitCode: '320722' }, ofCity, 'none'],
    [{ kind: 'unit', unitCode: '3207SZ' }, ofCity, 'reviewer'],
    [{ kind: 'school', schoolId: 'S1' }, post, 'school'],
    [{ kind: 'school', schoolId: 'S2' }, post, 'none'],
    [{ kind: 'school', schoolId: 'S1' }, { ...post, schoolId: null }, 'none'],
    [{ kind: 'applicant', accountId: 'A1' }, post, 'none'],
    [{ kind: 'nothing' }, post, 'none'],
  ])('%j to %j is %s', (scope, to, standing) => {
    expect(standingOf(scope, to)).toBe(standing)
  })
})

test('sending back and cancelling must say why, and every move leads to another state', () => {
  const moves = Object.keys(statusAfter) as PostMove[]

  expect(movesWithReason).toEqual(['return', 'cancel'])
  for (const status of postStatuses)
    for (const move of moves)
      if (standings.some(standing => mayDo(status, move, standing)))
        expect(statusAfter[move]).not.toBe(status)
})
