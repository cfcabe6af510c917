import type { Json } from '#app/features/imports/sheet-import.ts'
import type { KindSetting } from '../daily-hour.rule.ts'
import type { LogDigest } from './log-pieces.ts'

/** What is kept of a piece beside its rows. */
type KeptDigest = Pick<LogDigest, 'schoolId'> & Partial<LogDigest> & { kinds?: KindSetting[] }

/** The digest of a piece on whose days nothing stood; `kinds` are the settings by which it was summed. */
export function freshDigest(digest: LogDigest, kinds: readonly KindSetting[]): Json {
  return { ...digest, kinds } as unknown as Json
}

/** Whether nothing stood on the days of the piece when it was read. */
export function isFresh(digest: Json): boolean {
  return (digest as unknown as KeptDigest).days !== undefined
}

export function schoolOfDigest(digest: Json): string {
  return (digest as unknown as KeptDigest).schoolId
}

/** The sums of a piece on whose days nothing stood when it was read, if they were made by these settings; else null. */
export function sumsIn(digest: Json, kinds: readonly KindSetting[]): LogDigest | null {
  const kept = digest as unknown as KeptDigest
  if (JSON.stringify(kept.kinds) !== JSON.stringify(kinds)) return null
  const { schoolId, days, classDays, sportDays } = kept
  return days === undefined || classDays === undefined || sportDays === undefined
    ? null
    : { schoolId, days, classDays, sportDays }
}
