import type { Grid } from './grid.ts'
import type { FoundHeader } from './headers.ts'
import { hasColumn, type Sheet } from './sheet.ts'

interface Block {
  columns: Map<string, number>
  /** Its first column, and the first one behind it. */
  from: number
  to: number
}

/**
 * A table whose columns stand side by side more than once, as lists are printed to save paper: each time with all that a
 * row needs. Every block is a table of its own, its cells where they are; one block is the table as it stands.
 */
export function blocksOf(
  grid: Grid,
  header: FoundHeader,
  sheet: Sheet,
): { grid: Grid; header: FoundHeader }[] {
  const blocks = blocksIn(header)
  const needed = Object.keys(sheet.columns).filter(key => sheet.columns[key]?.required)
  const isWhole = blocks.every(({ columns }) => needed.every(key => hasColumn(columns, key)))
  if (blocks.length < 2 || needed.length === 0 || !isWhole) return [{ grid, header }]
  return blocks.map(block => ({ grid: within(grid, block), header: headerOf(header, block) }))
}

/** Known columns from the left; a block begins where a key comes again, with the 序号 that stands before it. */
function blocksIn(header: FoundHeader): Block[] {
  const known = [...header.columns, ...header.duplicates.map(one => [one.key, one.column] as const)]
  known.sort(([, one], [, other]) => one - other)
  const blocks: Block[] = []
  let last = -1
  for (const [key, column] of known) {
    const block = blocks.at(-1)
    if (block === undefined) blocks.push({ columns: new Map([[key, column]]), from: 0, to: Infinity })
    else if (!block.columns.has(key)) block.columns.set(key, column)
    else {
      const lead = known[0]?.[1] ?? 0
      block.to = Math.max(last + 1, column - lead)
      blocks.push({ columns: new Map([[key, column]]), from: block.to, to: Infinity })
    }
    last = column
  }
  return blocks
}

function headerOf(header: FoundHeader, { columns, from, to }: Block): FoundHeader {
  const unknown = header.unknown.filter(column => column >= from && column < to)
  return { ...header, columns, duplicates: [], unknown }
}

function within(grid: Grid, { from, to }: Block): Grid {
  const rows = grid.rows.map(row =>
    row.map((cell, column) => (column >= from && column < to ? cell : undefined)),
  )
  return { ...grid, rows, merges: grid.merges.filter(({ left }) => left >= from && left < to) }
}
