import type { Instant } from './table-types.ts'

/** Tables of the value dictionary. */
export interface WordTables {
  value_word: ValueWordTable
}

/** What kind of value a word stands for. */
export type WordKind = 'sport' | 'activity-kind' | 'venue-kind'

/** To whom a word is known; the narrowest wins. */
export type WordOwnerKind = 'school' | 'unit' | 'city'

/** A word that somebody taught: in uploads of its owner it means one of the values of its kind. */
interface ValueWordTable {
  id: string
  owner_kind: WordOwnerKind
  /** Id of the school, code of the unit, '' for the city. */
  owner_id: string
  kind: WordKind
  /** The word as it is compared. */
  word_key: string
  /** As it was written. */
  word: string
  /** Code of the value. */
  meaning: string
  added_by: string
  updated_at: Instant
}
