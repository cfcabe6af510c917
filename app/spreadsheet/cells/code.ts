import type { Cell } from '../grid.ts'
import { accept, type Reading } from '../reading.ts'
import { reject, warn } from './codes.ts'
import { formatMeans, open } from './opening.ts'

/** Classes of the 10-digit 标识码 (domain.md 5.1); 32 is Jiangsu. */
const usual = /^(?:11|21|22|31|32|33|34|35|36|37|51|91|92|93)32\d{6}$/

/** A school's 10-digit 标识码 as text. Another province or class is shown, not refused. */
export function readSchoolCode(cell: Cell | undefined): Reading<string> {
  const code = readCode(cell)
  if (code.reading !== 'accept') return code
  if (!/^\d{10}$/.test(code.value)) return reject('code.not-ten-digits')
  return usual.test(code.value) ? code : warn(code.value, 'code.unusual')
}

/** Any code of letters, digits, '-', '_' and '.', as text (unit codes, sport codes, term keys). */
export function readCode(cell: Cell | undefined): Reading<string> {
  const opening = open<string>(cell)
  if (opening.is === 'answer') return opening.answer
  if (opening.is === 'number') {
    if (opening.value > 999_999_999_999_999) return reject('code.precision-lost')
    if (!Number.isInteger(opening.value) || opening.value < 0 || formatMeans(opening.format) !== 'plain')
      return reject('code.not-a-code')
    return accept(String(opening.value))
  }
  const text = opening.text.replace(/^'/, '').replace(/(?<=\d) (?=\d)/g, '')
  if (/^\d(?:\.\d+)?e\+\d+$/i.test(text)) return reject('code.precision-lost')
  return /^[\w.-]{1,64}$/.test(text) ? accept(text) : reject('code.not-a-code')
}
