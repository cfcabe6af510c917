import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { type AuditActor, recordAudit } from '#app/features/audit/record-audit.server.ts'
import { findUnit } from '#app/features/regions/units.queries.server.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction, isUniqueViolation, lockRow, newId } from '#db/write.server.ts'
import {
  mayAnnounce,
  type Round,
  type RoundChangeRefusal,
  type RoundField,
  type RoundProblem,
  roundChange,
  roundProblems,
} from './round.rule.ts'
import { countPosts, findRound, insertRound, updateRound } from './rounds.queries.server.ts'

export type RoundRefusal = RoundProblem | RoundChangeRefusal | 'not-your-unit' | 'name-taken'
export type RoundRefusals = Partial<Record<RoundField, RoundRefusal>>

export type SaveRoundResult =
  | { ok: true; id: string }
  | { ok: false; refusal: 'not-found' }
  | { ok: false; refusal: 'problems'; problems: RoundRefusals }

/** Announces a round of a unit, or of the city. */
export async function createRound(
  db: Db,
  scope: Scope,
  by: AuditActor,
  input: { round: Round; now: string },
): Promise<SaveRoundResult> {
  const { round, now } = input
  const unit = await findUnit(db, round.unitCode)
  const isYours = unit !== undefined && mayAnnounce(scope, { code: unit.code, isOfCity: isCity(unit) })
  const problems: RoundRefusals = {
    ...roundProblems(round, now),
    ...(!isYours && { unitCode: 'not-your-unit' }),
  }
  if (Object.keys(problems).length > 0) return { ok: false, refusal: 'problems', problems }
  return unlessNameTaken(() =>
    inTransaction(db, async tx => {
      const id = newId()
      await insertRound(tx, id, round, now)
      await recordAudit(tx, by, {
        action: 'coach-round.create',
        subjectKind: 'coach-round',
        subjectId: id,
        unitCode: round.unitCode,
        detail: { ...round },
      })
      return { ok: true, id }
    }),
  )
}

/** Changes a round; once one of its posts is published its window may only be extended. */
export async function changeRound(
  db: Db,
  scope: Scope,
  by: AuditActor,
  input: { id: string; round: Omit<Round, 'unitCode'>; today: Day; now: string },
): Promise<SaveRoundResult> {
  return unlessNameTaken(() =>
    inTransaction(db, async tx => {
      await lockRow(tx, 'coach_round', input.id)
      const before = await findRound(tx, scope, input.id, input.today)
      if (before === undefined || !mayAnnounce(scope, { code: before.unitCode, isOfCity: before.isOfCity }))
        return { ok: false, refusal: 'not-found' }
      const round: Round = { ...input.round, unitCode: before.unitCode }
      const { published } = await countPosts(tx, input.id)
      const change = roundChange(before, round, published > 0, input.now)
      const isSameWindow = before.closesAt === round.closesAt && before.opensAt === round.opensAt
      const { closesAt, ...others } = roundProblems(round, input.now)
      const problems: RoundRefusals = {
        ...others,
        ...(closesAt !== undefined && !isSameWindow && { closesAt }),
        ...(!change.ok && { [change.field]: change.refusal }),
      }
      if (Object.keys(problems).length > 0) return { ok: false, refusal: 'problems', problems }
      await updateRound(tx, input.id, round)
      await recordAudit(tx, by, {
        action: published > 0 ? 'coach-round.extend' : 'coach-round.change',
        subjectKind: 'coach-round',
        subjectId: input.id,
        unitCode: round.unitCode,
        detail: { before: wordsOf(before), after: wordsOf(round) },
      })
      return { ok: true, id: input.id }
    }),
  )
}

function wordsOf({ name, document, opensAt, closesAt, onePostEach }: Round) {
  return { name, document, opensAt, closesAt, onePostEach }
}

function isCity(unit: { kind: string }): boolean {
  return unit.kind === 'city_direct'
}

async function unlessNameTaken(work: () => Promise<SaveRoundResult>): Promise<SaveRoundResult> {
  try {
    return await work()
  } catch (error) {
    // Sheets name a round by its name: the unique key decides between two who announce it at once.
    if (isUniqueViolation(error)) return { ok: false, refusal: 'problems', problems: { name: 'name-taken' } }
    throw error
  }
}
