import type { Json } from '#app/features/imports/sheet-import.ts'
import type { KindSetting } from '../daily-hour.rule.ts'
import type { LogDigest, LogPiece } from './log-pieces.ts'
import type { LogLayout } from './log-text.ts'

/** What is kept of a piece beside its text. */
interface KeptDigest {
  schoolId: string
  /** Of one on whose days nothing stood when it was read; `kinds` are the settings by which it was summed. */
  fresh?: Omit<LogDigest, 'schoolId'> & { layout: LogLayout | null; kinds: readonly KindSetting[] }
}

export function freshDigest(
  { digest, layout }: Pick<LogPiece, 'digest' | 'layout'>,
  kinds: readonly KindSetting[],
): Json {
  const { schoolId, ...sums } = digest
  return { schoolId, fresh: { ...sums, layout, kinds } } satisfies KeptDigest as unknown as Json
}

/** The digest of a piece that was compared with what stands. */
export function comparedDigest(schoolId: string): Json {
  return { schoolId } satisfies KeptDigest
}

export function schoolOfDigest(digest: Json): string {
  return (digest as unknown as KeptDigest).schoolId
}

/**
 * What a piece on whose days nothing stood when it was read says, if it was summed by these settings; else null, as of
 * a piece that an earlier version kept.
 */
export function freshIn(
  digest: Json,
  kinds: readonly KindSetting[],
): { sums: LogDigest; layout: LogLayout | null } | null {
  const { schoolId, fresh } = digest as unknown as KeptDigest
  if (fresh === undefined || JSON.stringify(fresh.kinds) !== JSON.stringify(kinds)) return null
  const { days, sportDays, layout } = fresh
  return { sums: { schoolId, days, sportDays }, layout }
}
