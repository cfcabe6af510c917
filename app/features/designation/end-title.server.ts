import type { Scope } from '#app/auth/scope.ts'
import { addDays, type Day, openEnd } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { holdsPersonalNumber } from '#app/features/coaching/personal-number.rule.ts'
import { overlaps } from '#app/features/schools/dated.rule.ts'
import type { Db, Tx } from '#db/tables.ts'
import { inTransaction, lockRow } from '#db/write.server.ts'
import {
  type EndKind,
  endDesignation,
  findTitle,
  insertSuspension,
  type SchoolTitle,
  updateSuspensionEnd,
} from './designations.queries.server.ts'
import { mayDesignate } from './plan-designation.rule.ts'

export type TitleRefusal =
  | 'not-found'
  | 'not-allowed'
  | 'reason-needed'
  | 'document-needed'
  | 'holds-number'
  | 'ended-already'
  | 'before-its-start'
  | 'after-its-end'
  | 'ends-before-start'
  | 'suspended-already'
  | 'not-suspended'
  | 'school-closed'

export type TitleResult = { ok: true } | { ok: false; refusal: TitleRefusal }

interface Actor {
  id: string | null
  name: string
}

interface Given {
  id: string
  reason: string
  document: string
  today: Day
}

/** How a title is ended here; a transfer names the school that goes on with it (features/reevaluation). */
export type PlainEnd = Exclude<EndKind, '' | 'TRANSFERRED'>

type Ending = Given & { kind: PlainEnd; from: Day }
type Suspending = Given & { from: Day; until: Day | null; now: string }

/**
 * Ends a title before its time: revoked for a reason (domain.md 3.2), or ended because its school merged or closed. It
 * held until the day before; nothing is deleted.
 */
export async function endTitle(db: Db, scope: Scope, by: Actor, input: Ending): Promise<TitleResult> {
  return inTransaction(db, tx => endTitleIn(tx, scope, by, input))
}

/** The same as part of a larger decision. */
export async function endTitleIn(tx: Tx, scope: Scope, by: Actor, input: Ending): Promise<TitleResult> {
  return ofTitle(tx, scope, input, async title => {
    const { kind, from } = input
    if (title.endKind !== '') return 'ended-already'
    if (from < title.validFrom) return 'before-its-start'
    if (from > title.validTo) return 'after-its-end'
    const end = {
      validTo: addDays(from, -1),
      kind,
      reason: input.reason.trim(),
      document: input.document.trim(),
    }
    await endDesignation(tx, title.id, end)
    await note(tx, by, title, 'designation.end', { before: { validTo: title.validTo }, after: end })
    return null
  })
}

/** 限期整改: takes a title out of the count from a day on, until a day or until somebody lifts it (null). */
export async function suspendTitle(db: Db, scope: Scope, by: Actor, input: Suspending): Promise<TitleResult> {
  return inTransaction(db, tx => suspendTitleIn(tx, scope, by, input))
}

/** The same as part of a larger decision. */
export async function suspendTitleIn(
  tx: Tx,
  scope: Scope,
  by: Actor,
  input: Suspending,
): Promise<TitleResult> {
  return ofTitle(tx, scope, input, async title => {
    const days = { validFrom: input.from, validTo: input.until ?? openEnd }
    if (days.validTo < days.validFrom) return 'ends-before-start'
    if (days.validFrom < title.validFrom) return 'before-its-start'
    if (days.validFrom > title.validTo) return 'after-its-end'
    if (days.validFrom >= title.closedOn) return 'school-closed'
    if (title.suspensions.some(one => overlaps(one, days))) return 'suspended-already'
    const [reason, document] = [input.reason.trim(), input.document.trim()]
    const given = { designationId: title.id, ...days, reason, document }
    await insertSuspension(tx, given, input.now)
    await note(tx, by, title, 'designation.suspend', given)
    return null
  })
}

/** The school has put right what was asked: from the day on the title counts again. */
export async function liftSuspension(
  db: Db,
  scope: Scope,
  by: Actor,
  input: Given & { from: Day },
): Promise<TitleResult> {
  return inTransaction(db, tx =>
    ofTitle(tx, scope, input, async title => {
      const eve = addDays(input.from, -1)
      const standing = title.suspensions.find(one => one.validFrom <= eve && eve < one.validTo)
      if (standing === undefined) return 'not-suspended'
      await updateSuspensionEnd(tx, standing.id, eve)
      const { reason, document } = input
      await note(tx, by, title, 'designation.resume', { from: input.from, reason, document })
      return null
    }),
  )
}

async function ofTitle(
  tx: Tx,
  scope: Scope,
  input: Given,
  work: (title: SchoolTitle) => Promise<TitleRefusal | null>,
): Promise<TitleResult> {
  const { id, today } = input
  const seen = await findTitle(tx, scope, id, today)
  if (seen === undefined) return { ok: false, refusal: 'not-found' }
  if (!mayDesignate(scope, seen.level, seen)) return { ok: false, refusal: 'not-allowed' }
  const problem = whyNotGrounded(input)
  if (problem !== null) return { ok: false, refusal: problem }
  await lockRow(tx, 'school', seen.schoolId)
  const refusal = await work((await findTitle(tx, scope, id, today)) ?? seen)
  return refusal === null ? { ok: true } : { ok: false, refusal }
}

/** Why a decision about a title has no ground to stand on; null when it has: each names its reason and its document. */
export function whyNotGrounded({ reason, document }: { reason: string; document: string }) {
  if (reason.trim() === '') return 'reason-needed'
  if (document.trim() === '') return 'document-needed'
  return holdsPersonalNumber(`${reason}\n${document}`) ? 'holds-number' : null
}

async function note(tx: Tx, by: Actor, title: SchoolTitle, action: string, detail: object): Promise<void> {
  await recordAudit(tx, by, {
    action,
    subjectKind: 'designation',
    subjectId: title.id,
    unitCode: title.countsUnitCode,
    schoolId: title.schoolId,
    detail: { level: title.level, sport: title.sport, ...detail },
  })
}
