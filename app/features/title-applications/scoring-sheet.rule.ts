import type { TitleApplicationState } from '#db/tables.ts'
import type { Judgement } from './scoring.rule.ts'

/** An application on the scoring sheet of its batch. */
export interface SheetRow {
  id: string
  schoolName: string
  unitName: string
  state: TitleApplicationState
  /** Experts who have finished, of so many asked who declared no conflict. */
  done: number
  asked: number
  /** Null while somebody is still to score. */
  judgement: SheetJudgement | null
}

/** What a row shows of a judgement: two hundred of them go to the browser with the page. */
export interface SheetJudgement {
  mean: number | null
  range: number | null
  deviation: number | null
  /** Of the indicators that give points, in their order. */
  means: readonly (number | null)[]
  /** How many totals are far from the others. */
  odd: number
  /** Indicators of which some points are. */
  oddCodes: readonly string[]
  vetoes: readonly { code: string; by: number }[]
}

export function sheetJudgement({ mean, spread, means, odd, oddPoints, vetoes }: Judgement): SheetJudgement {
  return {
    ...{ mean, range: spread?.range ?? null, deviation: spread?.deviation ?? null, vetoes },
    ...{ means: means.map(one => one.mean), odd: odd.length },
    oddCodes: [...new Set(oddPoints.map(one => one.code))],
  }
}

/** What the sheet is sorted by: one of these, or the code of an indicator. */
export const sheetOrders = ['school', 'total', 'range', 'deviation', 'done'] as const

export interface SheetOrder {
  by: string
  isRising: boolean
}

/** The rows in order; those without the value come last either way, and equals stay in the order of the register. */
export function inSheetOrder(
  rows: readonly SheetRow[],
  { by, isRising }: SheetOrder,
  codes: readonly string[],
): SheetRow[] {
  if (by === 'school') return isRising ? [...rows] : [...rows].reverse()
  const valued = rows.map(row => ({ row, value: sortedBy(row, by, codes) }))
  return valued
    .sort((one, other) => {
      if (one.value === null || other.value === null)
        return Number(one.value === null) - Number(other.value === null)
      return isRising ? one.value - other.value : other.value - one.value
    })
    .map(({ row }) => row)
}

function sortedBy({ judgement, done }: SheetRow, by: string, codes: readonly string[]): number | null {
  if (by === 'done') return done
  if (judgement === null) return null
  if (by === 'total') return judgement.mean
  if (by === 'range') return judgement.range
  if (by === 'deviation') return judgement.deviation
  return judgement.means[codes.indexOf(by)] ?? null
}
