import { type Locale, type Message, say } from '#app/i18n/text.ts'
import type { ProblemValues } from '#app/spreadsheet/reading.ts'
import { indicatorsText } from './indicators.text.ts'

const prefix = 'indicator.'

const twice = {
  'zh-CN': ({ rows }) => `同一代码在第 ${rows} 行还有不同内容，请只保留正确的一行。`,
  en: ({ rows }) => `The same code says something else in row ${rows}; please keep the right one.`,
} satisfies Message<ProblemValues>

/** The sentence for a problem of the sheet of indicators; null when the code belongs to somebody else. */
export function indicatorSheetProblem(
  locale: Locale,
  code: string,
  values: ProblemValues = {},
): string | null {
  const own = code.startsWith(prefix) ? code.slice(prefix.length) : ''
  if (own === 'twice') return say(locale, twice, values)
  const refusals: Readonly<Record<string, Message>> = indicatorsText.refusal
  const refusal = refusals[own]
  return refusal === undefined ? null : say(locale, refusal)
}
