import { type Locale, type Message, say } from '../i18n/text.ts'
import type { CellCode } from './cells/codes.ts'
import type { ProblemValues } from './reading.ts'

const messages = {} as Record<CellCode, Message<ProblemValues>>

/** The sentence for a code of a cell reader; null when the code belongs to somebody else. */
export function cellMessage(locale: Locale, code: string, values: ProblemValues = {}): string | null {
  return code in messages ? say(locale, messages[code as CellCode], values) : null
}
