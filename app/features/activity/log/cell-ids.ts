import type { Cell } from '#app/spreadsheet/grid.ts'

/** A number for each distinct cell of a column: 0 for none, -1 for a cell that is told apart from no other. */
export type CellIds = (cell: Cell | undefined) => number

/** Distinct cells that are remembered of one column; texts that never repeat are not worth a place each. */
const most = 50_000

export function cellIds(): CellIds {
  const texts = new Map<string, number>()
  const numbers = new Map<string, Map<number, number>>()
  let last = 0
  return cell => {
    if (cell === undefined) return 0
    if (cell.type === 'text') {
      const known = texts.get(cell.text)
      if (known !== undefined) return known
      if (last >= most) return -1
      last += 1
      texts.set(cell.text, last)
      return last
    }
    if (cell.type !== 'number') return -1
    let ofFormat = numbers.get(cell.format)
    if (ofFormat === undefined) {
      ofFormat = new Map()
      numbers.set(cell.format, ofFormat)
    }
    const known = ofFormat.get(cell.value)
    if (known !== undefined) return known
    if (last >= most) return -1
    last += 1
    ofFormat.set(cell.value, last)
    return last
  }
}
