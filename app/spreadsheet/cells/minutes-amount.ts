import { type Amount, type Cursor, doubt, type Item, peek, type Span, take } from './minutes-cursor.ts'
import { parseQuantity } from './minutes-quantity.ts'
import type { Token } from './minutes-tokens.ts'

export function parseSpan(cursor: Cursor): Span | null {
  const from = peek(cursor)
  if (from?.is !== 'clock' || !['dash', 'tilde'].includes(peek(cursor, 1)?.is ?? '')) return null
  let to = peek(cursor, 2)
  let skip = 3
  if (to?.is === 'label' && to.half !== null) {
    doubt(cursor, 'minutes.half-day-unclear')
    to = peek(cursor, 3)
    skip = 4
  }
  if (to?.is !== 'clock') return null
  cursor.at += skip
  if (Math.max(from.hour, to.hour) > 24 || Math.max(from.minute, to.minute) > 59)
    doubt(cursor, 'minutes.no-such-time')
  return { from: from.hour * 60 + from.minute, to: to.hour * 60 + to.minute }
}

export function parseAmount(cursor: Cursor, item: Item): Amount | null {
  const first = parseQuantity(cursor)
  if (first === null) return null
  if (take(cursor, 'times')) {
    const second = parseQuantity(cursor)
    if (second === null || peek(cursor)?.is === 'times') return null
    return product(cursor, first, second)
  }
  const range = peek(cursor)
  if (range?.is === 'dash' || range?.is === 'tilde') {
    cursor.at += 1
    const second = parseQuantity(cursor)
    return second === null ? null : lowerOf(cursor, first, second)
  }
  const next = peek(cursor)
  const more = next?.is === 'number' || next?.is === 'half-hour'
  if (more && (first.kind === 'lessons' || (first.kind === 'times' && !item.each))) {
    const second = parseQuantity(cursor)
    if (second === null) return null
    if (first.kind === 'times') cursor.corrections.add('minutes.times')
    return first.kind === 'lessons' ? lessonsLasting(cursor, first, second) : product(cursor, first, second)
  }
  if (more && first.kind === 'minutes') {
    const second = parseQuantity(cursor)
    if (second?.kind !== 'times') return null
    doubt(cursor, 'minutes.times-unclear', first.value, first.value * second.value)
  }
  return first
}

/** 30×2, 2节×40: one factor must be a small count. */
function product(cursor: Cursor, a: Amount, b: Amount): Amount {
  const [count, each] =
    a.kind === 'lessons' ||
    a.kind === 'times' ||
    (b.kind === 'minutes' && a.kind !== 'minutes') ||
    (a.kind === 'bare' && b.kind === 'bare' && a.value < b.value)
      ? [a, b]
      : [b, a]
  const counts = count.kind !== 'minutes' && (each.kind === 'minutes' || each.kind === 'bare')
  const value = count.value * each.value
  // 40×5 is more often a week of days than five times in one.
  const days = count.value === 5 && count.kind === 'bare'
  if (
    !counts ||
    days ||
    !Number.isInteger(count.value) ||
    // 0x28 is no product but a number of some machine.
    count.value < 1 ||
    count.value > 8 ||
    each.value < (count.kind === 'bare' ? 5 : 10) ||
    each.value > 120
  )
    doubt(cursor, 'minutes.product-unclear', ...(Number.isInteger(value) && value <= 240 ? [value] : []))
  return { kind: 'minutes', value }
}

/** 2节80分钟 says the same twice when a lesson lasts 30 to 60 minutes; 2节40分钟 may mean 40 or 80. */
function lessonsLasting(cursor: Cursor, lessons: Amount, time: Amount): Amount {
  const each = time.value / lessons.value
  if (time.kind === 'lessons' || time.kind === 'times' || each < 30 || each > 60)
    doubt(cursor, 'minutes.lessons-unclear', time.value, time.value * lessons.value)
  return { kind: 'minutes', value: time.value }
}

function lowerOf(cursor: Cursor, low: Amount, high: Amount): Amount {
  const kind = low.kind === 'bare' ? high.kind : low.kind
  // In 1-1.5小时 the first number borrows the unit of the second.
  const scale =
    low.kind === 'bare' && cursor.tokens[cursor.at - 1]?.is === 'unit' && isHour(cursor.tokens[cursor.at - 1])
      ? 60
      : 1
  const value = low.value * scale
  const high60 = high.value
  if (
    value > high60 ||
    high60 > value * 2 ||
    (low.kind !== 'bare' && high.kind === 'bare') ||
    kind === 'lessons' ||
    (kind === 'bare' && value < 10)
  )
    doubt(cursor, 'minutes.range-unclear', value, high60)
  else cursor.corrections.add('minutes.range')
  return { kind, value }
}

function isHour(token: Token | undefined): boolean {
  return token?.is === 'unit' && (token.unit === 'hour' || token.unit === 'soft-hour')
}
