import type { Problem } from '#app/spreadsheet/problem.ts'
import type { WordKind } from '#db/tables.ts'

const sportCodes = ['placement.sport-unknown', 'roster.sport-unknown', 'activity.sport-unknown']
const kindCodes = ['kind.unclear', 'kind.unknown']
const choiceCodes = ['choice.unclear', 'choice.unknown']

/** The word whose meaning a problem asks for; null where it asks for something else. */
export function wordQuestionOf(
  sheet: string,
  { code, raw, values, reading }: Pick<Problem, 'code' | 'raw' | 'values' | 'reading'>,
): { kind: WordKind; word: string } | null {
  const word = String(values?.word ?? raw).trim()
  if (word === '' || (reading === 'reject' && !choiceCodes.includes(code))) return null
  if (sportCodes.includes(code)) return { kind: 'sport', word }
  if (kindCodes.includes(code)) return { kind: 'activity-kind', word }
  return sheet === 'venues' && choiceCodes.includes(code) ? { kind: 'venue-kind', word } : null
}
