import type { Cell, Grid, Merge } from './grid.ts'

/**
 * A copy of the grid in which every merged area shows the value of its top-left cell, clipped to the rows and
 * columns that hold anything. `down` fills only the first column of each area: for data, where a value merged
 * over two columns would otherwise count twice. `both` suits headers.
 */
export function fillMerges(grid: Grid, direction: 'down' | 'both'): Grid {
  if (grid.merges.length === 0) return grid
  const rows = grid.rows.map(row => row.slice())
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0)
  for (const merge of grid.merges) {
    const value = grid.rows[merge.top]?.[merge.left]
    if (value !== undefined) fillArea(rows, value, clipped(merge, direction, rows.length, width))
  }
  return { ...grid, rows }
}

function clipped(merge: Merge, direction: 'down' | 'both', rows: number, columns: number): Merge {
  const right = direction === 'both' ? merge.right : merge.left
  return { ...merge, bottom: Math.min(merge.bottom, rows - 1), right: Math.min(right, columns - 1) }
}

function fillArea(rows: (Cell | undefined)[][], value: Cell, area: Merge): void {
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) {
      const target = rows[row]
      if (target !== undefined && target[column] === undefined) target[column] = value
    }
  }
}
