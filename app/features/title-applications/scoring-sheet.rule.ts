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
  judgement: Judgement | null
}

interface SheetOrder {
  /** 'school', 'total', 'range', 'deviation', 'done', or the code of an indicator. */
  by: string
  isRising: boolean
}

/** The rows in order; those without the value come last either way, and equals stay in the order of the register. */
export function inSheetOrder(rows: readonly SheetRow[], { by, isRising }: SheetOrder): SheetRow[] {
  if (by === 'school') return isRising ? [...rows] : [...rows].reverse()
  const valued = rows.map(row => ({ row, value: sortedBy(row, by) }))
  return valued
    .sort((one, other) => {
      if (one.value === null || other.value === null)
        return Number(one.value === null) - Number(other.value === null)
      return isRising ? one.value - other.value : other.value - one.value
    })
    .map(({ row }) => row)
}

function sortedBy({ judgement, done }: SheetRow, by: string): number | null {
  if (by === 'done') return done
  if (judgement === null) return null
  if (by === 'total') return judgement.mean
  if (by === 'range') return judgement.spread?.range ?? null
  if (by === 'deviation') return judgement.spread?.deviation ?? null
  return judgement.means.find(one => one.code === by)?.mean ?? null
}
