import type { CellCode } from './codes.ts'
import type { Token, Word } from './minutes-tokens.ts'

/** A number with what it counts; `bare` when nothing says so. */
export interface Amount {
  kind: 'minutes' | 'lessons' | 'times' | 'bare'
  value: number
}

/** Minutes since midnight. */
export interface Span {
  from: number
  to: number
}

export interface Item {
  labels: Extract<Token, { is: 'label' }>[]
  amount: Amount | null
  span: Span | null
  total: boolean
  each: boolean
  note: Note | null
  joined: 'first' | 'plus' | 'sep' | 'equals'
}

export interface Note {
  role: 'include' | 'exclude' | 'plain'
  items: Item[]
}

export interface Parse {
  items: Item[]
  /** What was corrected on the way; shown to the person. */
  corrections: Set<CellCode>
  /** Why nobody can tell; the first one found. */
  doubts: { code: CellCode; candidates: number[] }[]
}

export interface Cursor extends Parse {
  tokens: Token[]
  at: number
}

/** The token at the cursor, or some places after it. */
export function peek(cursor: Cursor, ahead = 0): Token | undefined {
  return cursor.tokens[cursor.at + ahead]
}

/** Steps over the next token when it is one of these words. */
export function take(cursor: Cursor, ...words: Word[]): Word | null {
  const token = peek(cursor)
  if (token === undefined || !words.some(word => word === token.is)) return null
  cursor.at += 1
  return token.is as Word
}

/** Notes why nobody can tell. */
export function doubt(cursor: Cursor, code: CellCode, ...candidates: number[]) {
  cursor.doubts.push({ code, candidates })
}
