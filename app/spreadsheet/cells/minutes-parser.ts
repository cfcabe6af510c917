import { parseAmount, parseSpan } from './minutes-amount.ts'
import { type Cursor, doubt, type Item, type Note, type Parse, peek, take } from './minutes-cursor.ts'
import type { Token, Word } from './minutes-tokens.ts'

/** The items of a cell and what was noticed about them; null when the tokens follow no known pattern. */
export function parseMinutes(tokens: Token[]): Parse | null {
  const cursor: Cursor = {
    tokens: withoutIdleGaps(tokens),
    at: 0,
    items: [],
    corrections: new Set(),
    doubts: [],
  }
  const items = parseItems(cursor, 0)
  if (items === null || cursor.at < cursor.tokens.length) return null
  return { ...cursor, items }
}

function withoutIdleGaps(tokens: Token[]): Token[] {
  return tokens.filter((token, index) => {
    if (token.is !== 'gap') return true
    const before = tokens[index - 1]
    const after = tokens[index + 1]
    if (before === undefined || after === undefined) return false
    const ends = ['number', 'unit', 'close', 'half-hour', 'hour-and-half', 'clock'].includes(before.is)
    const starts = ['number', 'label', 'clock', 'half-hour', 'total', 'each-lesson', 'each-time'].includes(
      after.is,
    )
    if (before.is === 'unit' && before.unit === 'hour' && after.is === 'number') return false
    return ends && starts
  })
}

function parseItems(cursor: Cursor, depth: number): Item[] | null {
  const items: Item[] = []
  let joined: Item['joined'] = 'first'
  for (;;) {
    const item = parseItem(cursor, joined, depth)
    if (item === null) return null
    items.push(item)
    const next = peek(cursor)
    if (next === undefined || next.is === 'close') return items
    if (take(cursor, 'plus')) joined = 'plus'
    else if (take(cursor, 'equals')) joined = 'equals'
    else if (take(cursor, 'sep', 'gap') || takeSlash(cursor)) joined = 'sep'
    else if (['label', 'total', 'each-lesson', 'each-time'].includes(next.is)) joined = 'sep'
    else return null
    while (take(cursor, 'sep', 'gap')) joined = joined === 'plus' ? 'plus' : 'sep'
    if (peek(cursor) === undefined) return items
  }
}

/** 体育课40/大课间30: between labelled times a slash is a comma; 30/40 stays a question. */
function takeSlash(cursor: Cursor): boolean {
  return peek(cursor, 1)?.is === 'label' && take(cursor, 'slash') !== null
}

function parseItem(cursor: Cursor, joined: Item['joined'], depth: number): Item | null {
  const item: Item = { labels: [], amount: null, span: null, total: false, each: false, note: null, joined }
  while (leading(cursor, item)) {}
  item.span = parseSpan(cursor)
  if (item.span === null) item.amount = parseAmount(cursor, item)
  if (item.span === null && item.amount === null) return null
  if (
    item.span === null &&
    item.labels.some(label => label.half !== null) &&
    isTimeOfDay(cursor.tokens[cursor.at - 1])
  )
    doubt(cursor, 'minutes.time-of-day')
  const labelled = item.labels.length > 0
  while (trailing(cursor, item, labelled)) {}
  if (depth === 0 && peek(cursor)?.is === 'open') {
    item.note = parseNote(cursor)
    if (item.note === null) return null
    while (trailing(cursor, item, true)) {}
  } else if (depth === 0 && ['include', 'exclude'].includes(peek(cursor)?.is ?? '')) {
    item.note = noteBody(cursor)
    if (item.note === null) return null
  }
  return item
}

function isTimeOfDay(token: Token | undefined): boolean {
  return token?.is === 'clock' && token.hour >= 1
}

function leading(cursor: Cursor, item: Item): boolean {
  const token = peek(cursor)
  if (token?.is === 'label') item.labels.push(token)
  else if (
    !flag(cursor, item, token, [
      'about',
      'at-least',
      'at-most',
      'per-day',
      'per-other',
      'total',
      'each-lesson',
      'each-time',
      'remark',
      'colon',
    ])
  ) {
    const bracketed = peek(cursor, 1)
    if (token?.is !== 'open' || bracketed?.is !== 'label' || peek(cursor, 2)?.is !== 'close') return false
    item.labels.push(bracketed)
    cursor.at += 2
  }
  cursor.at += 1
  return true
}

function trailing(cursor: Cursor, item: Item, labelled: boolean): boolean {
  const token = peek(cursor)
  const next = peek(cursor, 1)
  const opensItem =
    next?.is === 'number' || next?.is === 'clock' || next?.is === 'half-hour' || next?.is === 'colon'
  if (token?.is === 'label' && !labelled && !opensItem) item.labels.push(token)
  else if (
    !flag(cursor, item, token, [
      'about',
      'at-least',
      'at-most',
      'per-day',
      'per-other',
      'per-lesson',
      'remark',
    ])
  )
    return false
  cursor.at += 1
  return true
}

function flag(cursor: Cursor, item: Item, token: Token | undefined, allowed: Word[]): boolean {
  if (token === undefined || !allowed.some(word => word === token.is)) return false
  if (token.is === 'about') cursor.corrections.add('minutes.about')
  if (token.is === 'at-least') cursor.corrections.add('minutes.at-least')
  if (token.is === 'at-most') doubt(cursor, 'minutes.at-most')
  if (token.is === 'per-other') doubt(cursor, 'minutes.other-period')
  if (token.is === 'per-lesson') doubt(cursor, 'minutes.per-lesson')
  if (token.is === 'total') item.total = true
  if (token.is === 'each-lesson' || token.is === 'each-time') item.each = true
  return true
}

function parseNote(cursor: Cursor): Note | null {
  take(cursor, 'open')
  const note = noteBody(cursor)
  return note !== null && take(cursor, 'close') ? note : null
}

function noteBody(cursor: Cursor): Note | null {
  const role = take(cursor, 'include', 'exclude')
  while (take(cursor, 'include')) {}
  const items: Item[] = []
  const mark = cursor.at
  const labels: Item['labels'] = []
  for (
    let token = peek(cursor);
    token?.is === 'label' || token?.is === 'remark' || token?.is === 'sep' || token?.is === 'per-day';
    token = peek(cursor)
  ) {
    if (token.is === 'label') labels.push(token)
    cursor.at += 1
  }
  const ended = peek(cursor) === undefined || peek(cursor)?.is === 'close'
  if (ended && labels.length === 0 && role !== null) return null
  if (ended) {
    items.push({ labels, amount: null, span: null, total: false, each: false, note: null, joined: 'first' })
    return { role: role === null ? 'plain' : (role as 'include' | 'exclude'), items }
  }
  cursor.at = mark
  const parsed = parseItems(cursor, 1)
  return parsed && { role: role === null ? 'plain' : (role as 'include' | 'exclude'), items: parsed }
}
