import { type Locale, type Message, say } from '../i18n/text.ts'
import type { CellCode } from './cells/codes.ts'
import type { ProblemValues } from './reading.ts'

const sorry: Message<ProblemValues> = {
  'zh-CN': () => '无法识别，请改写',
  en: () => 'This cannot be read; please rewrite it',
}

const messages = {
  'cell.error': sorry,
  'cell.boolean': sorry,
  'cell.not-understood': sorry,
  'cell.too-long': sorry,
  'cell.corrected': sorry,
} satisfies Record<CellCode, Message<ProblemValues>>

/** The sentence for a code of a cell reader; null when the code belongs to somebody else. */
export function cellMessage(locale: Locale, code: string, values: ProblemValues = {}): string | null {
  return code in messages ? say(locale, messages[code as CellCode], values) : null
}
