import { fillMerges } from './fill-merges.ts'
import type { Cell, Grid } from './grid.ts'
import { rawOf } from './grid.ts'
import { withoutBlanks } from './plain-text.ts'

/** Every wording under which a column may appear, by the column's key. */
export type Wordings<Key extends string = string> = Readonly<Record<Key, readonly string[]>>

/** Where a table's header stands; rows and columns are zero-based, `bottom` is its last row. */
export interface FoundHeader<Key extends string = string> {
  top: number
  bottom: number
  /** A label a column, header levels joined with '/'. */
  labels: string[]
  columns: Map<Key, number>
  /** Further columns with the wording of a column already found. */
  duplicates: { key: Key; column: number }[]
  /** Labelled columns that no wording knows; 序号 is not among them. */
  unknown: number[]
}

const searchedRows = 15
const mostLevels = 3
const rowNumberHeader = /^(序号|编号|行号|no\.?|number|#)$/

/** A header as it is compared: half width, lower case, no blanks, no marks such as * or a colon at the ends. */
export function normaliseHeader(text: string): string {
  return withoutBlanks(text)
    .toLowerCase()
    .replace(/^[*#:、.]+|[*:、.]+$/g, '')
    .replace(/[[【〔{]/g, '(')
    .replace(/[\]】〕}]/g, ')')
}

/** A header without what stands in brackets: '时长(分钟)' → '时长'. */
function withoutBrackets(header: string): string {
  return header.replace(/\([^()]*\)/g, '')
}

/**
 * One label a column from the header rows `top` to `bottom`: merged cells filled right and down, levels joined
 * with '/', a level equal to the one above said once. A CSV file has no merges, so a blank over a sub-header
 * takes the group at its left.
 */
export function headerLabels(grid: Grid, top: number, bottom: number): string[] {
  return labelsOf(fillMerges(grid, 'both'), top, bottom)
}

/** How the labels match the wordings; the closest label wins a column. */
function matchHeaders<Key extends string>(
  labels: readonly string[],
  wordings: Wordings<Key>,
): Pick<FoundHeader<Key>, 'columns' | 'duplicates' | 'unknown'> & { score: number } {
  const keys = keysByWording(wordings)
  const claims = labels.flatMap((label, column) => claimOf(label, column, keys))
  claims.sort((one, other) => other.weight - one.weight || one.column - other.column)
  const columns = new Map<Key, number>()
  const duplicates: { key: Key; column: number }[] = []
  let score = 0
  for (const { key, column, weight } of claims) {
    if (columns.has(key)) duplicates.push({ key, column })
    else {
      columns.set(key, column)
      score += weight
    }
  }
  const claimed = new Set(claims.map(claim => claim.column))
  const unknown = labels.flatMap((label, column) =>
    label === '' || claimed.has(column) || rowNumberHeader.test(normaliseHeader(label)) ? [] : [column],
  )
  return { columns, duplicates, unknown, score }
}

/**
 * The header of the grid's table: the one to three rows among the first fifteen that know most wordings, or
 * undefined when none knows `least` of them (two by default).
 */
export function findHeader<Key extends string>(
  grid: Grid,
  wordings: Wordings<Key>,
  least = 2,
): FoundHeader<Key> | undefined {
  const filled = fillMerges({ ...grid, rows: grid.rows.slice(0, searchedRows + mostLevels) }, 'both')
  let best: (FoundHeader<Key> & { score: number }) | undefined
  for (let levels = 1; levels <= mostLevels; levels += 1) {
    for (let top = 0; top < Math.min(searchedRows, filled.rows.length - levels + 1); top += 1) {
      const bottom = top + levels - 1
      const labels = labelsOf(filled, top, bottom)
      const match = matchHeaders(labels, wordings)
      const isBetter =
        match.columns.size > (best?.columns.size ?? least - 1) ||
        (match.columns.size === best?.columns.size && match.score > best.score)
      if (isBetter) best = { top, bottom, labels, ...match }
    }
  }
  return best
}

/** Whether a row below repeats the header, as printed tables do on each page. */
export function repeatsHeader(row: readonly (Cell | undefined)[], header: FoundHeader): boolean {
  const columns = [...header.columns.values()]
  const same = columns.filter(column => {
    const text = normaliseHeader(rawOf(row[column]))
    return text !== '' && levelsOf(header.labels[column] ?? '').includes(text)
  })
  return same.length >= 2 && same.length * 2 > columns.length
}

function labelsOf(filled: Grid, top: number, bottom: number): string[] {
  const rows = filled.rows.slice(top, bottom + 1)
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0)
  const levels = rows.map(row => Array.from({ length: width }, (_, column) => rawOf(row[column]).trim()))
  for (let level = levels.length - 2; level >= 0; level -= 1) {
    carryGroups(levels[level] ?? [], levels[level + 1] ?? [])
  }
  return Array.from({ length: width }, (_, column) => joined(levels.map(texts => texts[column] ?? '')))
}

function carryGroups(upper: string[], lower: string[]): void {
  for (let column = 1; column < upper.length; column += 1) {
    if (upper[column] === '' && lower[column] !== '' && lower[column - 1] !== '') {
      upper[column] = upper[column - 1] ?? ''
    }
  }
}

function joined(levels: string[]): string {
  return levels.filter((level, index) => level !== '' && level !== levels[index - 1]).join('/')
}

function levelsOf(label: string): string[] {
  return label.split('/').map(normaliseHeader)
}

function keysByWording<Key extends string>(wordings: Wordings<Key>): Map<string, Key> {
  const keys = new Map<string, Key>()
  for (const key of Object.keys(wordings) as Key[]) {
    for (const wording of wordings[key]) {
      const normal = normaliseHeader(wording)
      if (!keys.has(normal)) keys.set(normal, key)
    }
  }
  return keys
}

function claimOf<Key extends string>(label: string, column: number, keys: Map<string, Key>) {
  const whole = normaliseHeader(label)
  const last = normaliseHeader(label.split('/').at(-1) ?? '')
  const spellings: [string, number][] = [
    [whole, 4],
    [last, 3],
    [withoutBrackets(whole), 2],
    [withoutBrackets(last), 1],
  ]
  for (const [spelling, weight] of spellings) {
    const key = keys.get(spelling)
    if (key !== undefined) return [{ key, column, weight }]
  }
  return []
}
