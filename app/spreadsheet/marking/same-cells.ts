import type { Cell } from '../grid.ts'

/** Whether two rows read alike. */
export function sameRow(one: readonly (Cell | undefined)[], other: readonly (Cell | undefined)[]): boolean {
  return one.length === other.length && one.every((cell, column) => sameCell(cell, other[column]))
}

function sameCell(one: Cell | undefined, other: Cell | undefined): boolean {
  if (one?.type === 'text' && other?.type === 'text') return lines(one.text) === lines(other.text)
  if (one?.type === 'error') return other?.type === 'error'
  if (one?.type === 'number' && other?.type === 'number' && one.format !== other.format) return false
  return one?.type === other?.type && heldBy(one) === heldBy(other)
}

function heldBy(cell: Cell | undefined): unknown {
  return cell !== undefined && 'value' in cell ? cell.value : undefined
}

/** CSV keeps line breaks as they come; a workbook has one kind. */
function lines(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}
