import type { Cell } from '../grid.ts'
import { accept, type Reading } from '../reading.ts'
import { reject } from './codes.ts'
import { formatMeans, open } from './opening.ts'

/** A decimal number within bounds (longitude, latitude). */
export function readDecimal(
  cell: Cell | undefined,
  bounds: { least: number; most: number },
): Reading<number> {
  const opening = open<number>(cell)
  if (opening.is === 'answer') return opening.answer
  if (opening.is === 'number' && formatMeans(opening.format) !== 'plain') return reject('number.not-a-number')
  const text = opening.is === 'number' ? String(opening.value) : opening.text.replace(/^'|°$/g, '')
  if (!/^[+-]?\d+(?:\.\d+)?$/.test(text)) return reject('number.not-a-number')
  const value = Number(text)
  return value >= bounds.least && value <= bounds.most
    ? accept(value)
    : reject('number.out-of-bounds', bounds)
}
