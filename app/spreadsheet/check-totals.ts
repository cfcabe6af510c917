import type { Cell } from './grid.ts'
import { isBlankCell, plainTexts } from './plain-text.ts'

/** What stands in a column since the last 小计 and since the table began; null once a cell of it was not taken. */
interface Sum {
  part: number | null
  whole: number | null
}

/** A sum that the sheet gives and its rows do not. */
interface Difference {
  key: string
  written: number
  sum: number
}

export interface Totals {
  /** The values of one row, `own` its cells without what is filled in from above; null for a row that was left out. */
  addRow: (values: Readonly<Record<string, unknown>> | null, own: readonly (Cell | undefined)[]) => void
  /** Holds a 小计 or a 合计 against the rows above it. */
  check: (row: readonly (Cell | undefined)[], kind: 'subtotal' | 'total') => Difference[]
}

/** Not a sum of the rows above: a mean, an extreme, or a sum carried on from another page. */
const noSum = /平均|均值|累计|最[大小高低]/

/**
 * Adds up the columns that have totals (`columns`: place by key). A cell that says a number for several rows counts
 * once; where one was not taken nothing is held against the sums that cover it.
 */
export function totalsOf(columns: ReadonlyMap<string, number>): Totals {
  const sums = new Map([...columns.keys()].map((key): [string, Sum] => [key, { part: 0, whole: 0 }]))
  return {
    addRow(values, own) {
      for (const [key, sum] of sums) {
        const isOwn = !isBlankCell(own[columns.get(key) ?? -1])
        const value = values === null ? null : isOwn ? (values[key] ?? null) : 0
        sum.part = added(sum.part, value)
        sum.whole = added(sum.whole, value)
      }
    },
    check(row, kind) {
      if (plainTexts(row).some(text => noSum.test(text))) return []
      return [...sums].flatMap(([key, sum]) => {
        const written = numberIn(row[columns.get(key) ?? -1])
        const { part, whole } = sum
        sum.part = 0
        const expected = kind === 'subtotal' ? part : whole
        if (written === null || expected === null || written === expected) return []
        return kind === 'total' && written === part ? [] : [{ key, written, sum: expected }]
      })
    },
  }
}

function added(sum: number | null, value: unknown): number | null {
  return sum === null || typeof value !== 'number' ? null : Math.round((sum + value) * 100) / 100
}

function numberIn(cell: Cell | undefined): number | null {
  const found = /^(\d+(?:\.\d+)?)(?:人|名|个|分|次)?$/.exec(plainTexts([cell])[0]?.replaceAll(',', '') ?? '')
  return found === null ? null : Number(found[1])
}
