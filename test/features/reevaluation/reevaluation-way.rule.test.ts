import { expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import {
  actionsOn,
  standingOf,
  titleActions,
  titleStandings,
  whyNoAction,
} from '#app/features/reevaluation/reevaluation-way.rule.ts'
import {
  reportActions,
  reportStandings,
  reportStates,
  reportWay,
} from '#app/features/reevaluation/report.rule.ts'
import { titleStages } from '#app/features/reevaluation/title-life.rule.ts'

/** Every action there is, by how a title stands and whether it is being re-evaluated; all of them are the decider's. */
const titleMoves = `
  RENEWAL_DUE    idle      open
  RENEWAL_DUE    reviewed  note renew suspend revoke expire
  SUSPENDED_DUE  idle      open
  SUSPENDED_DUE  reviewed  note revoke expire
  RUN_OUT        idle      open
  RUN_OUT        reviewed  note renew expire
  ORPHANED       idle      transfer end
  ORPHANED       reviewed  transfer end
`

function movesIn(table: string, names: number): Map<string, string[]> {
  const lines = table.trim().split('\n')
  return new Map(
    lines.map(line => {
      const words = line.trim().split(/ +/)
      return [words.slice(0, names).join(' '), words.slice(names)]
    }),
  )
}

test('every stage, action and role of a title goes as it is written down', () => {
  const moves = movesIn(titleMoves, 2)
  let walked = 0
  for (const stage of titleStages)
    for (const isReviewed of [false, true])
      for (const action of titleActions)
        for (const standing of titleStandings) {
          const from = moves.get(`${stage} ${isReviewed ? 'reviewed' : 'idle'}`) ?? []
          const refusal = !from.includes(action)
            ? 'not-from-here'
            : standing === 'decider'
              ? null
              : 'not-allowed'
          expect(whyNoAction({ stage, isReviewed }, action, standing)).toBe(refusal)
          if (refusal === null) walked += 1
        }
  expect(walked).toBe([...moves.values()].flat().length)
})

test('the buttons shown are the actions that are allowed', () => {
  expect(actionsOn({ stage: 'ORPHANED', isReviewed: true }, 'decider')).toEqual(['transfer', 'end'])
  expect(actionsOn({ stage: 'RENEWAL_DUE', isReviewed: false }, 'unit')).toEqual([])
})

const scopes: Record<string, Scope> = {
  city: { kind: 'city' },
  unit: { kind: 'unit', unitCode: '320722' },
  otherUnit: { kind: 'unit', unitCode: '320723' },
  school: { kind: 'school', schoolId: 'here' },
  otherSchool: { kind: 'school', schoolId: 'there' },
  applicant: { kind: 'applicant', accountId: 'a' },
  nothing: { kind: 'nothing' },
}

test('the city decides on every level, a unit on those that it names', () => {
  const standings = (level: 'CITY' | 'COUNTY') =>
    Object.values(scopes).map(scope => standingOf(scope, { level, schoolId: 'here', unitCode: '320722' }))

  expect(standings('CITY')).toEqual(['decider', 'unit', 'none', 'school', 'none', 'none', 'none'])
  expect(standings('COUNTY')).toEqual(['decider', 'decider', 'none', 'school', 'none', 'none', 'none'])
})

/** From, action, to, who. */
const reportMoves = `
  none       save     draft      school
  none       submit   submitted  school
  draft      save     draft      school
  draft      submit   submitted  school
  submitted  confirm  confirmed  confirmer
  submitted  return   returned   confirmer
  returned   save     returned   school
  returned   submit   submitted  school
`

test('every state, action and role of a report goes as it is written down', () => {
  const moves = movesIn(reportMoves, 2)
  for (const state of reportStates)
    for (const action of reportActions)
      for (const standing of reportStandings) {
        const [to, by] = moves.get(`${state} ${action}`) ?? []
        const way = reportWay(state, action, standing)
        if (to === undefined) expect(way).toEqual({ ok: false, refusal: 'not-from-here' })
        else if (by !== standing) expect(way).toEqual({ ok: false, refusal: 'not-allowed' })
        else expect(way).toEqual({ ok: true, to })
      }
})
