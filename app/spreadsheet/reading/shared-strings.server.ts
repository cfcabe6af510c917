import type { Cell } from '../grid.ts'
import { isBlankCell } from '../plain-text.ts'
import { refuse } from '../workbook.ts'
import { readRichText } from './element-text.server.ts'
import type { Scanner } from './scan.server.ts'
import { stopOf } from './scan.server.ts'
import { codeOf, nameOf, readTag, skipElement, tagCursor } from './tag-cursor.server.ts'

/** More strings than any school writes: 50 million empty ones fit into a file of a few kilobytes. */
const mostStrings = 1_000_000
/** More characters in all strings together than fit into memory beside the rest. */
const mostCharacters = 20_000_000

const si = codeOf('si')

/**
 * Reads the shared strings (ECMA-376 part 1, 18.4.9) into `strings`, in order, each as the cell that it makes, which
 * all cells of that text share; undefined for a blank one.
 */
export function sharedStringsScanner(strings: (Cell | undefined)[]): Scanner {
  const cursor = tagCursor(Buffer.alloc(0))
  let characters = 0
  let isInside = false
  let isOver = false
  function scan(bytes: Buffer): ReturnType<Scanner['scan']> {
    cursor.bytes = bytes
    cursor.at = 0
    for (;;) {
      const step = readTag(cursor, isInside)
      if (step === 'more') return cursor.start
      if (step !== 'found') return stopOf(step)
      if (!isInside) {
        if (isOver) return 'foreign'
        isInside = !cursor.isEmpty
        isOver = cursor.isEmpty
        continue
      }
      if (cursor.closes) {
        isInside = false
        isOver = true
        continue
      }
      const start = cursor.start
      if (cursor.code === 0 && nameOf(cursor) === 'extLst') {
        const skipped = skipElement(cursor)
        if (skipped === 'found') continue
        return skipped === 'more' ? start : stopOf(skipped)
      }
      if (cursor.code !== si) return 'foreign'
      if (strings.length >= mostStrings) return refuse('zip-bomb')
      const read = readRichText(cursor, 'si')
      if (read === 'more') return start
      if (typeof read === 'string') return stopOf(read)
      characters += read.text.length
      if (characters > mostCharacters) return refuse('zip-bomb')
      const cell: Cell = { type: 'text', text: read.text }
      strings.push(isBlankCell(cell) ? undefined : cell)
    }
  }
  return { scan, finish: () => (isOver ? undefined : refuse('damaged')) }
}
