import type { Merge } from '../grid.ts'
import type { Refused, WorkbookLimits } from '../workbook.ts'
import { refuse } from '../workbook.ts'
import type { Scanner, Stop } from './scan.server.ts'
import { stopOf } from './scan.server.ts'
import { nameOf, readTag, type TagCursor, tagCursor } from './tag-cursor.server.ts'
import { attributesOf } from './xml.server.ts'

/** Tags before and behind the data of a sheet: its rules, links and lists are some thousands. */
export const mostTagsBeside = 2_000_000

interface Whose {
  sheet: string
  limits: WorkbookLimits
}

/** Adds the merged area when the tag read last, named `name`, is one (ECMA-376 part 1, 18.3.1.54). */
export function readMerge(
  cursor: TagCursor,
  name: string,
  merges: Merge[],
  { sheet, limits }: Whose,
): Refused | undefined {
  if (name !== 'mergeCell' || cursor.closes) return undefined
  if (merges.length >= limits.merges) return refuse('too-many-merges', { sheet, allowed: limits.merges })
  const { bytes, start, at } = cursor
  const merge = mergeOf(attributesOf(bytes.toString('utf8', start, at)).ref ?? '')
  if (merge !== undefined) merges.push(merge)
  return undefined
}

const sheetData = 'sheetData'
const longestTag = 1_000

/**
 * Looks through a sheet for its merged areas alone, which stand behind its rows: those who read the rows piece by
 * piece must know them before. The rows are passed over by searching the bytes for the end of <sheetData>.
 */
export function mergesScanner({ sheet, limits }: Whose): Scanner & { merges: Merge[] } {
  const cursor = tagCursor(Buffer.alloc(0))
  const merges: Merge[] = []
  let phase: 'head' | 'data' | 'tail' = 'head'
  let tags = 0

  function scan(bytes: Buffer): number | Stop {
    cursor.bytes = bytes
    cursor.at = 0
    for (;;) {
      if (phase === 'data') {
        const end = endOfData(bytes, cursor.at)
        if (end < 0) return Math.max(cursor.at, bytes.length - longestTag)
        cursor.at = end
        phase = 'tail'
      }
      const step = readTag(cursor, false)
      if (step === 'more') return cursor.start
      if (step !== 'found') return stopOf(step)
      const stop = look()
      if (stop !== undefined) return stop
    }
  }

  function look(): Stop | undefined {
    tags += 1
    if (tags > mostTagsBeside) return refuse('zip-bomb')
    if (cursor.code !== 0) return undefined
    const name = nameOf(cursor)
    if (phase === 'tail') return readMerge(cursor, name, merges, { sheet, limits })
    if (name === sheetData) phase = cursor.isEmpty ? 'tail' : 'data'
    return undefined
  }
  return { scan, finish: () => (phase === 'tail' ? undefined : refuse('damaged')), merges }
}

/** Where '<' of '</sheetData>', with or without a prefix, stands; -1 when it does not. */
function endOfData(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(sheetData, from); at >= 0; at = bytes.indexOf(sheetData, at + 1)) {
    const start = bytes.lastIndexOf('</', at)
    const isEnd = start >= from && /^<\/([\w.-]+:)?$/.test(bytes.toString('latin1', start, at))
    if (isEnd) return start
  }
  return -1
}

/**
 * Whether the areas could lie side by side in the largest sheet that is read. Thousands of areas over one another would
 * cost their product to fill, and no workbook program lets a person make them.
 */
export function mergesFitLimits(merges: readonly Merge[], limits: WorkbookLimits): boolean {
  let area = 0
  for (const { top, left, bottom, right } of merges) {
    const height = Math.min(bottom, limits.rows - 1) - top + 1
    const breadth = Math.min(right, limits.columns - 1) - left + 1
    if (height > 0 && breadth > 0) area += height * breadth
  }
  return area <= limits.rows * limits.columns
}

function mergeOf(ref: string): Merge | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(ref)
  if (match === null) return undefined
  const [, left = '', top = '', right = '', bottom = ''] = match
  return { top: Number(top) - 1, left: columnOf(left), bottom: Number(bottom) - 1, right: columnOf(right) }
}

function columnOf(letters: string): number {
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 0x40, 0) - 1
}
