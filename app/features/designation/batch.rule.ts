import type { Day } from '#app/calendar-day.ts'
import type { DesignationLevel } from '#db/tables.ts'

/** A batch as it is announced. */
export interface Batch {
  name: string
  level: DesignationLevel
  /** Education and sports together, as the announcement names them. */
  organisers: string
  document: string
  /** The version of the indicators. */
  setId: string
  opensAt: string
  closesAt: string
  mostSports: number
  validFrom: Day
  validTo: Day
  publicityDays: number
  /** How many schools each unit may recommend. */
  quotas: Readonly<Record<string, number>>
}

export type BatchField = keyof Batch

export type BatchProblem =
  | 'missing'
  | 'window-reversed'
  | 'window-past'
  | 'ends-before-start'
  | 'out-of-bounds'
  | 'set-unknown'
  | 'before-the-window-closes'

/** domain.md 3.2: one to three sports a school, five working days of notice are usual. */
export const batchBounds = { mostSports: 3, mostPublicityDays: 30, mostQuota: 500 } as const

/** What speaks against a batch, field by field; only a published version of the indicators may be named. */
export function batchProblems(
  batch: Batch,
  at: { now: string; publishedSets: readonly string[] },
): Partial<Record<BatchField, BatchProblem>> {
  const isBetween = (value: number, least: number, most: number) =>
    Number.isInteger(value) && value >= least && value <= most
  const missing = (['name', 'organisers', 'document'] as const).filter(field => batch[field].trim() === '')
  const problems: Partial<Record<BatchField, BatchProblem>> = Object.fromEntries(
    missing.map(field => [field, 'missing' as const]),
  )
  if (!at.publishedSets.includes(batch.setId)) problems.setId = 'set-unknown'
  if (batch.closesAt <= batch.opensAt) problems.closesAt = 'window-reversed'
  else if (batch.closesAt <= at.now) problems.closesAt = 'window-past'
  if (!isBetween(batch.mostSports, 1, batchBounds.mostSports)) problems.mostSports = 'out-of-bounds'
  if (!isBetween(batch.publicityDays, 1, batchBounds.mostPublicityDays))
    problems.publicityDays = 'out-of-bounds'
  if (batch.validTo < batch.validFrom) problems.validTo = 'ends-before-start'
  else if (batch.validFrom <= batch.closesAt.slice(0, 10)) problems.validFrom = 'before-the-window-closes'
  const quotas = Object.values(batch.quotas)
  if (quotas.some(quota => !isBetween(quota, 0, batchBounds.mostQuota))) problems.quotas = 'out-of-bounds'
  return problems
}

export type BatchChange = { ok: true } | { ok: false; field: BatchField; refusal: 'announced' | 'only-later' }

/** Once a batch is announced schools rely on it: its window may only be extended, and only while it runs. */
export function batchChange(before: Batch, after: Batch, isAnnounced: boolean, now: string): BatchChange {
  if (!isAnnounced) return { ok: true }
  const fixed = (Object.keys(before) as BatchField[]).find(
    field => field !== 'closesAt' && JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  )
  if (fixed !== undefined) return { ok: false, field: fixed, refusal: 'announced' }
  if (before.closesAt === after.closesAt) return { ok: true }
  const mayExtend = now < before.closesAt && after.closesAt > before.closesAt
  return mayExtend ? { ok: true } : { ok: false, field: 'closesAt', refusal: 'only-later' }
}

export type BatchState = 'draft' | 'soon' | 'open' | 'closed'

/** How a batch stands at an instant: open from its first instant, closed at its last. */
export function batchStateOf(
  batch: Pick<Batch, 'opensAt' | 'closesAt'> & { announcedAt: string | null },
  now: string,
): BatchState {
  if (batch.announcedAt === null) return 'draft'
  if (now < batch.opensAt) return 'soon'
  return now < batch.closesAt ? 'open' : 'closed'
}
