import type { Cell } from '../grid.ts'
import { accept, ask, blank, type ProblemValues, type Reading, warn } from '../reading.ts'
import { readText } from './text.ts'

/** Several values in one cell, parted by 、 ； ; ， , / or a line break; the first that cannot be read decides, the first word on one stays. */
export function readList<T>(cell: Cell | undefined, readOne: (part: Cell) => Reading<T>): Reading<T[]> {
  const text = readText(cell, 400)
  if (text.reading === 'ask') return ask(text.code, text.values)
  if (text.reading !== 'accept' && text.reading !== 'warn') return text
  const parts = text.value.split(/[、；;，,/\n]/).map(part => part.trim())
  const values: T[] = []
  let remark: { code: string; values?: ProblemValues } | null = null
  for (const part of parts.filter(one => one !== '')) {
    const read = readOne({ type: 'text', text: part })
    if (read.reading === 'ask')
      return ask(read.code, read.values, parts.length > 1 ? undefined : read.candidates?.map(one => [one]))
    if (read.reading !== 'accept' && read.reading !== 'warn') return read
    values.push(read.value)
    if (read.reading === 'warn') remark ??= read
  }
  if (values.length === 0) return blank
  return remark === null ? accept(values) : warn(values, remark.code, remark.values)
}
