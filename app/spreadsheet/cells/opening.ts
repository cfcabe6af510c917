import type { Cell } from '../grid.ts'
import { blank, type Reading } from '../reading.ts'
import { ask, reject } from './codes.ts'
import { normalise } from './normalise.ts'

/** What a reader has to look at once the answers common to all readers are given. */
export type Opening<T> =
  | { is: 'answer'; answer: Reading<T> }
  | { is: 'text'; text: string }
  | { is: 'number'; value: number; format: string }

const longest = 200

const missing =
  /^(?:[-/\\*_|]+|\(?(?:空|空白|未填|未填写|未报|缺|暂缺|待填|待补|待定|待统计|未统计|不详|不明|未知|不清楚|n\/a)\)?)$/i

/** The answers that do not depend on what the cell should hold: nothing, a mark for nothing, an error, "as above". */
export function open<T>(cell: Cell | undefined): Opening<T> {
  if (cell === undefined) return { is: 'answer', answer: blank }
  if (cell.type === 'error') return { is: 'answer', answer: reject('cell.error') }
  if (cell.type === 'boolean') return { is: 'answer', answer: reject('cell.boolean') }
  if (cell.type === 'number') {
    if (Number.isFinite(cell.value)) return { is: 'number', value: cell.value, format: cell.format }
    return { is: 'answer', answer: reject('cell.error') }
  }
  return openText(cell.text)
}

function openText<T>(raw: string): Opening<T> {
  if (raw.length > 4 * longest) return { is: 'answer', answer: reject('cell.too-long', { longest }) }
  const text = normalise(raw)
  if (text === '' || missing.test(text)) return { is: 'answer', answer: blank }
  if (text.length > longest) return { is: 'answer', answer: reject('cell.too-long', { longest }) }
  if (/^#(?:ref!|div\/0!|n\/a|value!|name\?|num!|null!|spill!|calc!|#+$)/i.test(text) || /^#+$/.test(text))
    return { is: 'answer', answer: reject('cell.error') }
  if (/^(?:nan|null|undefined|none|infinity|\[object object\]|invalid date)$/i.test(text))
    return { is: 'answer', answer: reject('cell.error') }
  if (/^(?:true|false)$/i.test(text)) return { is: 'answer', answer: reject('cell.boolean') }
  if (/^(?:同上|同左|同前|〃|["']+|′+|同上一?[行格])$/.test(text))
    return { is: 'answer', answer: ask('cell.ditto') }
  if (/\ufffd|锟斤拷|烫烫/.test(text)) return { is: 'answer', answer: reject('cell.garbled') }
  return { is: 'text', text }
}

/** What the number format says that the number is. Quoted words and colours are left out of the judgement. */
export function formatMeans(format: string): 'plain' | 'percent' | 'money' | 'date' | 'time' | 'date-time' {
  if (format === 'General') return 'plain'
  const bare = format.split(';')[0]?.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '') ?? ''
  if (bare.includes('%')) return 'percent'
  if (/[¥￥$€]/.test(format)) return 'money'
  if (/^general/i.test(bare) || bare === '@') return 'plain'
  const time = /h|s|am\/pm|上午|下午/i.test(bare) || /\[m+\]/i.test(bare)
  const day = /[yd]|e+(?![+-])|m(?!\w*:)/i.test(
    time ? bare.replace(/h+[^ydm]*m+|m+[^ydhm]*s+|\[m+\]/gi, '') : bare,
  )
  if (time) return day ? 'date-time' : 'time'
  return day ? 'date' : 'plain'
}
