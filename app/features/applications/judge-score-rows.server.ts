import type { Scope } from '#app/auth/scope.ts'
import type { StagedRow } from '#app/features/imports/sheet-import.ts'
import { standingOf } from '#app/features/posts/post-state.rule.ts'
import { type OtherRows, rowsTold } from '#app/features/schools/sheet-rows.ts'
import type { ProblemValues } from '#app/spreadsheet/reading.ts'
import type { Db } from '#db/tables.ts'
import type { Component } from './candidates.queries.server.ts'
import { whyNoScore } from './judge-score.server.ts'
import type { Score } from './score.rule.ts'
import type { Scorable } from './scores.queries.server.ts'
import type { ScoreRecord, scoresSheet } from './scores.sheet.ts'

/** What a row says of the scores of one person. */
export type Scores = Partial<Record<Component, Score>>
type Column = keyof typeof scoresSheet.columns

const columnOf = { WRITTEN: 'written', SKILL: 'skill', EXTRA: 'extra' } as const satisfies Record<
  Component,
  Column
>
export const components = Object.keys(columnOf) as Component[]

type Verdict = StagedRow['verdict']
/** How a row compares with what stands, or the cell for which it is refused. */
export type Found =
  | { ok: true; verdict: Verdict; candidate: Scorable }
  | { ok: false; column: Column; code: string; values?: ProblemValues }

/** Judges a row of which every cell was read; `twice`: the other rows of the same person. */
export async function judge(
  db: Db,
  scope: Scope,
  record: ScoreRecord,
  candidates: ReadonlyMap<string, Scorable>,
  twice: OtherRows,
): Promise<Found> {
  if (twice.count > 0) return no('number', 'twice', rowsTold(twice))
  const candidate = candidates.get(record.number)
  if (candidate !== undefined && record.name !== null && record.name !== candidate.name)
    return no('name', 'other-name', { name: candidate.name })
  if (candidate !== undefined && record.post !== null && record.post !== candidate.postNumber)
    return no('post', 'other-post', { post: candidate.postNumber })
  return judgeScores(db, scope, candidate, saidBy(record))
}

/** Judges what is said of a person's scores by what stands and by who may enter it. */
export async function judgeScores(
  db: Db,
  scope: Scope,
  candidate: Scorable | undefined,
  said: Scores,
): Promise<Found> {
  if (candidate === undefined) return no('number', 'unknown')
  const given = components.filter(component => said[component] !== undefined)
  const other = given.filter(component => said[component] !== candidate.scores[component])
  if (other.length > 0 && standingOf(scope, candidate) !== 'reviewer') return no('number', 'not-yours')
  for (const component of other) {
    const refusal = await whyNoScore(db, candidate, component)
    if (refusal !== null) return no(columnOf[component], refusal)
  }
  const isChange = other.some(component => candidate.scores[component] !== undefined)
  return { ok: true, verdict: other.length === 0 ? 'unchanged' : isChange ? 'changed' : 'new', candidate }
}

function no(column: Column, code: string, values?: ProblemValues): Found {
  return { ok: false, column, code: `score.${code}`, ...(values !== undefined && { values }) }
}

export function saidBy(record: ScoreRecord): Scores {
  return Object.fromEntries(
    components.flatMap(component => {
      const cell = record[columnOf[component]]
      return cell === null ? [] : [[component, cell.score]]
    }),
  )
}
