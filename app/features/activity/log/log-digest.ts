import type { Json } from '#app/features/imports/sheet-import.ts'
import type { TextLayout } from '#db/write.server.ts'
import type { KindSetting } from '../daily-hour.rule.ts'
import type { LogDigest, LogPiece } from './log-pieces.ts'

/** What is kept of a piece beside its rows. */
type KeptDigest = Pick<LogDigest, 'schoolId'> &
  Partial<LogDigest> & { layout?: TextLayout | null; kinds?: KindSetting[] }

/** The digest of a piece on whose days nothing stood; `kinds` are the settings by which it was summed. */
export function freshDigest(
  { digest, layout }: Pick<LogPiece, 'digest' | 'layout'>,
  kinds: readonly KindSetting[],
): Json {
  return { ...digest, layout, kinds } as unknown as Json
}

export function schoolOfDigest(digest: Json): string {
  return (digest as unknown as KeptDigest).schoolId
}

/** What a piece on whose days nothing stood when it was read says, if it was summed by these settings; else null. */
export function freshIn(
  digest: Json,
  kinds: readonly KindSetting[],
): { sums: LogDigest; layout: TextLayout | null } | null {
  const kept = digest as unknown as KeptDigest
  if (JSON.stringify(kept.kinds) !== JSON.stringify(kinds)) return null
  const { schoolId, days, classDays, sportDays, layout } = kept
  return days === undefined || classDays === undefined || sportDays === undefined || layout === undefined
    ? null
    : { sums: { schoolId, days, classDays, sportDays }, layout }
}
