import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { holdsPersonalNumber } from '#app/features/coaching/personal-number.rule.ts'
import type { SchoolTitle } from '#app/features/designation/designations.queries.server.ts'
import { notify } from '#app/features/notices/notify.server.ts'
import type { Db, Tx } from '#db/tables.ts'
import { type TitleWayRefusal, whyNoAction } from './reevaluation-way.rule.ts'
import { insertReview, noteFindings } from './reviews.queries.server.ts'
import { onTitle, type TitleLife } from './title-life.server.ts'
import { titleNoticesText as notices } from './title-notices.text.ts'
import { noticesTo, readersOf, titleReaders } from './title-readers.server.ts'
import { spokenOf } from './title-words.server.ts'

export type ReviewRefusal = 'not-found' | TitleWayRefusal | 'changed-meanwhile' | 'holds-number'
export type ReviewResult = { ok: true } | { ok: false; refusal: ReviewRefusal }

interface Actor {
  id: string | null
  name: string
}

/** Begins the re-evaluation of a title that is due; school and unit are told. */
export async function openReview(
  db: Db,
  scope: Scope,
  by: Actor,
  input: { id: string; today: Day; now: string },
): Promise<ReviewResult> {
  const { now } = input
  const result = await onTitle<ReviewResult>(db, scope, input, async (tx, life) => {
    const refusal = whyNoAction(standingIn(life), 'open', life.standing)
    if (refusal !== null) return { ok: false, refusal }
    const { title } = life
    const position = (life.reviews[0]?.position ?? 0) + 1
    const reviewId = await insertReview(tx, { designationId: title.id, position, by: by.name, at: now })
    const told = noticesTo(readersOf(await titleReaders(tx), title, ['school', 'unit']), {
      key: `title-review ${reviewId} open`,
      ...notices.opened,
      values: await spokenOf(tx, title),
      link: `/titles/${title.id}`,
    })
    await notify(tx, told, now)
    await noteOf(tx, by, title, 'title-review.open', { position })
    return { ok: true }
  })
  return result ?? { ok: false, refusal: 'not-found' }
}

/** Writes down what the re-evaluation has found so far; `updatedAt` is that of the one that was read. */
export async function noteReview(
  db: Db,
  scope: Scope,
  by: Actor,
  input: {
    id: string
    score: number | null
    findings: string
    isSpotChecked: boolean
    updatedAt: string
    today: Day
    now: string
  },
): Promise<ReviewResult> {
  const { score, isSpotChecked, now } = input
  const findings = input.findings.trim()
  const result = await onTitle<ReviewResult>(db, scope, input, async (tx, life) => {
    const refusal = whyNoAction(standingIn(life), 'note', life.standing)
    if (refusal !== null || life.review === null) return { ok: false, refusal: refusal ?? 'not-from-here' }
    if (life.review.updatedAt !== input.updatedAt) return { ok: false, refusal: 'changed-meanwhile' }
    if (holdsPersonalNumber(findings)) return { ok: false, refusal: 'holds-number' }
    const found = { score, findings, isSpotChecked }
    await noteFindings(tx, life.review.id, { ...found, at: now })
    await noteOf(tx, by, life.title, 'title-review.note', found)
    return { ok: true }
  })
  return result ?? { ok: false, refusal: 'not-found' }
}

export function standingIn({ stage, review }: Pick<TitleLife, 'stage' | 'review'>) {
  return { stage, isReviewed: review !== null }
}

export async function noteOf(
  tx: Tx,
  by: Actor,
  title: SchoolTitle,
  action: string,
  detail: Record<string, string | number | boolean | null>,
): Promise<void> {
  await recordAudit(tx, by, {
    action,
    subjectKind: 'designation',
    subjectId: title.id,
    unitCode: title.unitCode,
    schoolId: title.schoolId,
    detail: { level: title.level, sport: title.sport, ...detail },
  })
}
