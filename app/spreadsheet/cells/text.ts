import { type Cell, rawOf } from '../grid.ts'
import { hasLostSigns } from '../plain-text.ts'
import { accept, type Reading } from '../reading.ts'
import { reject } from './codes.ts'

const invisible = /[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g

/** Free text of at most `longest` signs (default 255), without invisible signs; '-' and '/' alone are blank. */
export function readText(cell: Cell | undefined, longest = 255): Reading<string> {
  if (cell?.type === 'error') return reject('cell.error')
  if (hasLostSigns(cell)) return reject('cell.garbled')
  const text = rawOf(cell).replace(invisible, '').replace(/\r\n?/g, '\n').trim()
  if (text === '' || /^[-—–/\\*]+$/.test(text)) return { reading: 'blank' }
  return Array.from(text).length > longest ? reject('cell.too-long', { longest }) : accept(text)
}
