import type { Cell } from './grid.ts'
import { rawOf } from './grid.ts'

const invisible = /[\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g

/** Text for comparison: full width made half width (NFKC), no signs that nobody sees, no blanks at the ends. */
export function plainText(text: string): string {
  return text.normalize('NFKC').replace(invisible, '').trim()
}

/** The same without any blank inside. */
export function withoutBlanks(text: string): string {
  return plainText(text).replace(/\s+/g, '')
}

export function isBlankCell(cell: Cell | undefined): boolean {
  return cell === undefined || (cell.type === 'text' && isBlankText(cell.text))
}

/** Whether a sign of the text was lost on the way, by us or by a program before us: nobody can tell what it was. */
export function hasLostSigns(cell: Cell | undefined): boolean {
  return cell?.type === 'text' && cell.text.includes('\uFFFD')
}

function isBlankText(text: string): boolean {
  const first = text.charCodeAt(0)
  // A Latin or Chinese sign to begin with: the usual case, told without normalising the text.
  if ((first > 0x20 && first < 0x7f) || (first >= 0x3400 && first <= 0x9fff)) return false
  return plainText(text) === ''
}

/** A row's texts for comparison; '' where nothing stands. */
export function plainTexts(row: readonly (Cell | undefined)[]): string[] {
  return Array.from(row, cell => withoutBlanks(rawOf(cell)))
}
