import { expect, test } from 'vitest'
import { stateWords } from '#app/features/applications/application-states.text.ts'
import { actionsOn, type WayAction, wayActions, wayOf } from '#app/features/applications/way.rule.ts'
import { standings } from '#app/features/posts/post-state.rule.ts'
import type { ApplicationState, Engagement } from '#db/tables.ts'

const states = Object.keys(stateWords) as ApplicationState[]

/**
 * Every move there is: from, action, to, who (R the unit that reviews the post, S the school whose own post it is), and
 * what it needs. Whatever is not listed is refused, to everybody.
 */
const long = `
  SUBMITTED   qualify          QUALIFIED     R
  SUBMITTED   return           RETURNED      R   reason
  SUBMITTED   disqualify       DISQUALIFIED  R   reason
  RETURNED    disqualify       DISQUALIFIED  R   reason
  QUALIFIED   call-to-written  WRITTEN       R   written-test
  QUALIFIED   call-to-recheck  RECHECK       R   no-written-test
  QUALIFIED   disqualify       DISQUALIFIED  R   reason
  WRITTEN     reject           TERMINATED    R   reason
  RECHECK     pass-recheck     SKILL_TEST    R
  RECHECK     disqualify       DISQUALIFIED  R   reason
  SKILL_TEST  reject           TERMINATED    R   reason
  RANKED      call-to-medical  MEDICAL       R   within-quota
  RANKED      reject           TERMINATED    R   reason
  RESERVE     call-up          RECHECK       R   next-on-short-list
  RESERVE     substitute       MEDICAL       R   next-in-reserve
  RESERVE     reject           TERMINATED    R   reason
  MEDICAL     pass-medical     VETTING       R
  MEDICAL     reject           TERMINATED    R   reason
  VETTING     pass-vetting     PUBLICITY     R   fresh-check
  VETTING     reject           TERMINATED    R   reason
  PUBLICITY   approve          APPROVED      R   not-stopped,notice-over
  PUBLICITY   reject           TERMINATED    R   reason
  APPROVED    judge-again      APPROVED      R
  APPROVED    sign             PROBATION     R   fresh-check,as-judged,contract-days
  APPROVED    reject           TERMINATED    R   reason
  PROBATION   confirm          CONFIRMED     R   not-stopped,probation-over,contract-runs
  PROBATION   end              TERMINATED    R   reason
`
const short = `
  SUBMITTED   review           REVIEWED      SR
  SUBMITTED   return           RETURNED      SR  reason
  SUBMITTED   disqualify       DISQUALIFIED  SR  reason
  RETURNED    disqualify       DISQUALIFIED  SR  reason
  REVIEWED    vet              VETTING       SR
  REVIEWED    reject           TERMINATED    SR  reason
  VETTING     judge-again      VETTING       SR
  VETTING     engage           ENGAGED       SR  place-free,fresh-check,as-judged,contract-days
  VETTING     reject           TERMINATED    SR  reason
  ENGAGED     evaluate         EVALUATED     SR
  ENGAGED     end              ENDED         SR  reason
  EVALUATED   renew            RENEWED       SR  not-stopped,contract-runs
  EVALUATED   end              ENDED         SR  reason
  RENEWED     evaluate         EVALUATED     SR
  RENEWED     end              ENDED         SR  reason
`

function movesIn(table: string) {
  return new Map(
    table
      .trim()
      .split('\n')
      .map(line => {
        const [from, action, to, who = '', needs = ''] = line.trim().split(/ +/)
        return [`${from} ${action}`, { to, who, needs: needs === '' ? [] : needs.split(',') }] as const
      }),
  )
}

test.each<[Engagement, string]>([
  ['FULL_TIME_ESTABLISHED', long],
  ['FULL_TIME_CONTRACT', short],
  ['PART_TIME', short],
  ['PURCHASED_SERVICE', short],
  ['VOLUNTEER', short],
  ['INTERN', short],
])('every state, action and role of %s posts goes as it is written down', (engagement, table) => {
  const moves = movesIn(table)
  let taken = 0
  for (const state of states) {
    for (const action of wayActions) {
      const move = moves.get(`${state} ${action}`)
      for (const standing of standings) {
        const letter = { school: 'S', reviewer: 'R', helper: '-', none: '-' }[standing]
        const is = wayOf({ engagement, state }, action, standing)
        if (move === undefined) expect(is).toEqual({ ok: false, refusal: 'not-from-here' })
        else if (!move.who.includes(letter)) expect(is).toEqual({ ok: false, refusal: 'not-allowed' })
        else expect(is).toEqual({ ok: true, to: move.to, needs: move.needs })
      }
      if (move !== undefined) taken += 1
    }
  }
  expect(taken).toBe(moves.size)
})

test('the buttons shown are the moves that are allowed', () => {
  const of = {
    engagement: 'PART_TIME',
    state: 'SUBMITTED',
    isRankingPublished: false,
    isChanged: false,
    postStatus: 'published',
  } as const

  expect(actionsOn(of, 'school')).toEqual<WayAction[]>(['return', 'disqualify', 'review'])
  expect(actionsOn(of, 'none')).toEqual([])
})

test('judging again is offered where something has changed since', () => {
  const of = {
    engagement: 'FULL_TIME_ESTABLISHED',
    state: 'APPROVED',
    isRankingPublished: true,
    postStatus: 'published',
  } as const

  expect(actionsOn({ ...of, isChanged: false }, 'reviewer')).toEqual(['sign', 'reject'])
  expect(actionsOn({ ...of, isChanged: true }, 'reviewer')).toEqual(['judge-again', 'sign', 'reject'])
})

test('before the ranking reserves are called to the check of originals, after it to the places', () => {
  const of = {
    engagement: 'FULL_TIME_ESTABLISHED',
    state: 'RESERVE',
    isChanged: false,
    postStatus: 'published',
  } as const

  expect(actionsOn({ ...of, isRankingPublished: false }, 'reviewer')).toEqual(['call-up', 'reject'])
  expect(actionsOn({ ...of, isRankingPublished: true }, 'reviewer')).toEqual(['substitute', 'reject'])
})

test.each(['cancelled', 'completed'] as const)(
  'of a post that is %s nobody goes on towards a place, and whoever works goes on',
  postStatus => {
    const of = { isRankingPublished: true, isChanged: false, postStatus }
    const actions = (engagement: Engagement, state: ApplicationState) =>
      actionsOn({ ...of, engagement, state }, 'reviewer')

    expect(actions('FULL_TIME_ESTABLISHED', 'SUBMITTED')).toEqual(['disqualify'])
    expect(actions('FULL_TIME_ESTABLISHED', 'RESERVE')).toEqual(['reject'])
    expect(actions('FULL_TIME_ESTABLISHED', 'APPROVED')).toEqual(['reject'])
    expect(actions('FULL_TIME_ESTABLISHED', 'PROBATION')).toEqual(['confirm', 'end'])
    expect(actions('PART_TIME', 'VETTING')).toEqual(['reject'])
    expect(actions('PART_TIME', 'EVALUATED')).toEqual(['renew', 'end'])
  },
)

test('nobody is engaged or signs without a fresh entry check', () => {
  const ways = [movesIn(long), movesIn(short)].flatMap(way => [...way.values()])
  const engaged = ways.filter(move => ['PROBATION', 'ENGAGED'].includes(move.to ?? ''))

  expect(engaged).toHaveLength(2)
  for (const { needs } of engaged) expect(needs).toContain('fresh-check')
})
