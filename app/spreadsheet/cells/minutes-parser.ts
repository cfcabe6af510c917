import type { CellCode } from './codes.ts'
import type { Token, Unit, Word } from './minutes-tokens.ts'

/** A number with what it counts; `bare` when nothing says so. */
export interface Amount {
  kind: 'minutes' | 'lessons' | 'times' | 'bare'
  value: number
}

/** Minutes since midnight. */
export interface Span {
  from: number
  to: number
}

export interface Item {
  labels: Extract<Token, { is: 'label' }>[]
  amount: Amount | null
  span: Span | null
  total: boolean
  each: boolean
  note: Note | null
  joined: 'first' | 'plus' | 'sep' | 'equals'
}

export interface Note {
  role: 'include' | 'exclude' | 'plain'
  items: Item[]
}

export interface Parse {
  items: Item[]
  /** What was corrected on the way; shown to the person. */
  corrections: Set<CellCode>
  /** Why nobody can tell; the first one found. */
  doubts: { code: CellCode; candidates: number[] }[]
}

interface State extends Parse {
  tokens: Token[]
  at: number
}

/** The items of a cell and what was noticed about them; null when the tokens follow no known pattern. */
export function parseMinutes(tokens: Token[]): Parse | null {
  const state: State = {
    tokens: withoutIdleGaps(tokens),
    at: 0,
    items: [],
    corrections: new Set(),
    doubts: [],
  }
  const items = parseItems(state, 0)
  if (items === null || state.at < state.tokens.length) return null
  return { ...state, items }
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

function peek(state: State, ahead = 0): Token | undefined {
  return state.tokens[state.at + ahead]
}

function take(state: State, ...words: Word[]): Word | null {
  const token = peek(state)
  if (token === undefined || !words.some(word => word === token.is)) return null
  state.at += 1
  return token.is as Word
}

function doubt(state: State, code: CellCode, ...candidates: number[]) {
  state.doubts.push({ code, candidates })
}

function parseItems(state: State, depth: number): Item[] | null {
  const items: Item[] = []
  let joined: Item['joined'] = 'first'
  for (;;) {
    const item = parseItem(state, joined, depth)
    if (item === null) return null
    items.push(item)
    const next = peek(state)
    if (next === undefined || next.is === 'close') return items
    if (take(state, 'plus')) joined = 'plus'
    else if (take(state, 'equals')) joined = 'equals'
    else if (take(state, 'sep', 'gap')) joined = 'sep'
    else if (['label', 'total', 'each-lesson', 'each-time'].includes(next.is)) joined = 'sep'
    else return null
    while (take(state, 'sep', 'gap')) joined = joined === 'plus' ? 'plus' : 'sep'
    if (peek(state) === undefined) return items
  }
}

function parseItem(state: State, joined: Item['joined'], depth: number): Item | null {
  const item: Item = { labels: [], amount: null, span: null, total: false, each: false, note: null, joined }
  while (leading(state, item)) {}
  item.span = parseSpan(state)
  if (item.span === null) item.amount = parseAmount(state, item)
  if (item.span === null && item.amount === null) return null
  if (
    item.span === null &&
    item.labels.some(label => label.half !== null) &&
    isTimeOfDay(state.tokens[state.at - 1])
  )
    doubt(state, 'minutes.time-of-day')
  const labelled = item.labels.length > 0
  while (trailing(state, item, labelled)) {}
  if (depth === 0 && peek(state)?.is === 'open') {
    item.note = parseNote(state)
    if (item.note === null) return null
    while (trailing(state, item, true)) {}
  } else if (depth === 0 && ['include', 'exclude'].includes(peek(state)?.is ?? '')) {
    item.note = noteBody(state)
    if (item.note === null) return null
  }
  return item
}

function isTimeOfDay(token: Token | undefined): boolean {
  return token?.is === 'clock' && token.hour >= 1
}

function leading(state: State, item: Item): boolean {
  const token = peek(state)
  if (token?.is === 'label') item.labels.push(token)
  else if (
    !flag(state, item, token, [
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
    const bracketed = peek(state, 1)
    if (token?.is !== 'open' || bracketed?.is !== 'label' || peek(state, 2)?.is !== 'close') return false
    item.labels.push(bracketed)
    state.at += 2
  }
  state.at += 1
  return true
}

function trailing(state: State, item: Item, labelled: boolean): boolean {
  const token = peek(state)
  const next = peek(state, 1)
  const opensItem =
    next?.is === 'number' || next?.is === 'clock' || next?.is === 'half-hour' || next?.is === 'colon'
  if (token?.is === 'label' && !labelled && !opensItem) item.labels.push(token)
  else if (
    !flag(state, item, token, [
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
  state.at += 1
  return true
}

function flag(state: State, item: Item, token: Token | undefined, allowed: Word[]): boolean {
  if (token === undefined || !allowed.some(word => word === token.is)) return false
  if (token.is === 'about') state.corrections.add('minutes.about')
  if (token.is === 'at-least') state.corrections.add('minutes.at-least')
  if (token.is === 'at-most') doubt(state, 'minutes.at-most')
  if (token.is === 'per-other') doubt(state, 'minutes.other-period')
  if (token.is === 'per-lesson') doubt(state, 'minutes.per-lesson')
  if (token.is === 'total') item.total = true
  if (token.is === 'each-lesson' || token.is === 'each-time') item.each = true
  return true
}

function parseNote(state: State): Note | null {
  take(state, 'open')
  const note = noteBody(state)
  return note !== null && take(state, 'close') ? note : null
}

function noteBody(state: State): Note | null {
  const role = take(state, 'include', 'exclude')
  while (take(state, 'include')) {}
  const items: Item[] = []
  const mark = state.at
  const labels: Item['labels'] = []
  for (
    let token = peek(state);
    token?.is === 'label' || token?.is === 'remark' || token?.is === 'sep' || token?.is === 'per-day';
    token = peek(state)
  ) {
    if (token.is === 'label') labels.push(token)
    state.at += 1
  }
  const ended = peek(state) === undefined || peek(state)?.is === 'close'
  if (ended && labels.length === 0 && role !== null) return null
  if (ended) {
    items.push({ labels, amount: null, span: null, total: false, each: false, note: null, joined: 'first' })
    return { role: role === null ? 'plain' : (role as 'include' | 'exclude'), items }
  }
  state.at = mark
  const parsed = parseItems(state, 1)
  return parsed && { role: role === null ? 'plain' : (role as 'include' | 'exclude'), items: parsed }
}

function parseSpan(state: State): Span | null {
  const from = peek(state)
  if (from?.is !== 'clock' || !['dash', 'tilde'].includes(peek(state, 1)?.is ?? '')) return null
  let to = peek(state, 2)
  let skip = 3
  if (to?.is === 'label' && to.half !== null) {
    doubt(state, 'minutes.half-day-unclear')
    to = peek(state, 3)
    skip = 4
  }
  if (to?.is !== 'clock') return null
  state.at += skip
  if (Math.max(from.hour, to.hour) > 24 || Math.max(from.minute, to.minute) > 59)
    doubt(state, 'minutes.no-such-time')
  return { from: from.hour * 60 + from.minute, to: to.hour * 60 + to.minute }
}

function parseAmount(state: State, item: Item): Amount | null {
  const first = parseQuantity(state)
  if (first === null) return null
  if (take(state, 'times')) {
    const second = parseQuantity(state)
    if (second === null || peek(state)?.is === 'times') return null
    return product(state, first, second)
  }
  const range = peek(state)
  if (range?.is === 'dash' || range?.is === 'tilde') {
    state.at += 1
    const second = parseQuantity(state)
    return second === null ? null : lowerOf(state, first, second)
  }
  const next = peek(state)
  const more = next?.is === 'number' || next?.is === 'half-hour'
  if (more && (first.kind === 'lessons' || (first.kind === 'times' && !item.each))) {
    const second = parseQuantity(state)
    if (second === null) return null
    if (first.kind === 'times') state.corrections.add('minutes.times')
    return first.kind === 'lessons' ? lessonsLasting(state, first, second) : product(state, first, second)
  }
  if (more && first.kind === 'minutes') {
    const second = parseQuantity(state)
    if (second?.kind !== 'times') return null
    doubt(state, 'minutes.times-unclear', first.value, first.value * second.value)
  }
  return first
}

/** 30×2, 2节×40: one factor must be a small count. */
function product(state: State, a: Amount, b: Amount): Amount {
  const [count, each] =
    a.kind === 'lessons' ||
    a.kind === 'times' ||
    (b.kind === 'minutes' && a.kind !== 'minutes') ||
    (a.kind === 'bare' && b.kind === 'bare' && a.value < b.value)
      ? [a, b]
      : [b, a]
  const counts = count.kind !== 'minutes' && (each.kind === 'minutes' || each.kind === 'bare')
  const value = count.value * each.value
  if (!counts || !Number.isInteger(count.value) || count.value > 8 || each.value < 5 || each.value > 120)
    doubt(state, 'minutes.product-unclear', ...(Number.isInteger(value) && value <= 240 ? [value] : []))
  return { kind: 'minutes', value }
}

/** 2节80分钟 says the same twice when a lesson lasts 30 to 60 minutes; 2节40分钟 may mean 40 or 80. */
function lessonsLasting(state: State, lessons: Amount, time: Amount): Amount {
  const each = time.value / lessons.value
  if (time.kind === 'lessons' || time.kind === 'times' || each < 30 || each > 60)
    doubt(state, 'minutes.lessons-unclear', time.value, time.value * lessons.value)
  return { kind: 'minutes', value: time.value }
}

function lowerOf(state: State, low: Amount, high: Amount): Amount {
  const kind = low.kind === 'bare' ? high.kind : low.kind
  // In 1-1.5小时 the first number borrows the unit of the second.
  const scale =
    low.kind === 'bare' && state.tokens[state.at - 1]?.is === 'unit' && isHour(state.tokens[state.at - 1])
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
    doubt(state, 'minutes.range-unclear', value, high60)
  else state.corrections.add('minutes.range')
  return { kind, value }
}

function isHour(token: Token | undefined): boolean {
  return token?.is === 'unit' && (token.unit === 'hour' || token.unit === 'soft-hour')
}

function parseQuantity(state: State): Amount | null {
  const token = peek(state)
  if (token?.is === 'clock') return parseDuration(state, token)
  if (token?.is === 'half-hour') {
    state.at += 1
    return { kind: 'minutes', value: 30 }
  }
  if (token?.is === 'half' && lessonAhead(peek(state, 1))) {
    state.at += 2
    state.corrections.add('minutes.lessons')
    return { kind: 'lessons', value: 0.5 }
  }
  if (token?.is !== 'number') return null
  state.at += 1
  if (token.odd) state.corrections.add('minutes.leading-zero')
  if (take(state, 'hour-and-half')) {
    if (token.value > 1) state.corrections.add('minutes.hour-and-half')
    return { kind: 'minutes', value: token.value * 60 + 30 }
  }
  if (peek(state)?.is === 'at-least' && peek(state, 1)?.is === 'unit') {
    state.at += 1
    state.corrections.add('minutes.at-least')
  }
  const unit = peek(state)
  if (unit?.is !== 'unit') {
    if (token.fraction && (token.value < 10 || !Number.isInteger(token.value)))
      doubt(state, 'minutes.fraction', Math.round(token.value), Math.round(token.value * 60))
    return { kind: 'bare', value: token.value }
  }
  state.at += 1
  if (unit.odd) state.corrections.add('minutes.unit-corrected')
  return withUnit(state, token.value, unit.unit)
}

function lessonAhead(token: Token | undefined): boolean {
  return token?.is === 'unit' && token.unit === 'lesson'
}

function withUnit(state: State, value: number, unit: Unit): Amount | null {
  switch (unit) {
    case 'minute':
      skipSeconds(state)
      return { kind: 'minutes', value }
    case 'hour':
    case 'soft-hour': {
      if (unit === 'soft-hour') state.corrections.add('minutes.unit-corrected')
      const past = minutesPast(state)
      return past === null ? null : { kind: 'minutes', value: value * 60 + past }
    }
    case 'quarter':
      if (value > 3) doubt(state, 'minutes.unit-unclear', value * 15)
      return { kind: 'minutes', value: value * 15 }
    case 'soft-lesson':
    case 'lesson':
      if (unit === 'soft-lesson' || !Number.isInteger(value)) state.corrections.add('minutes.lessons')
      return { kind: 'lessons', value }
    case 'time':
      return { kind: 'times', value }
    default:
      doubt(state, 'minutes.unit-unclear', ...(value >= 5 && value <= 240 ? [value] : []))
      return { kind: 'minutes', value }
  }
}

/** 60分0秒 is 60 minutes; other seconds are nobody's way of writing this. */
function skipSeconds(state: State) {
  const seconds = peek(state)
  const unit = peek(state, 1)
  if (seconds?.is !== 'number' || unit?.is !== 'unit' || unit.unit !== 'second') return
  state.at += 2
  if (seconds.value !== 0) doubt(state, 'minutes.unit-unclear')
}

/** The part after the hours: 半, 零5分, 30分钟, 一刻, or 30 alone. */
function minutesPast(state: State): number | null {
  if (take(state, 'half')) return 30
  take(state, 'and')
  const number = peek(state)
  const unit = peek(state, 1)
  if (number?.is !== 'number') return state.tokens[state.at - 1]?.is === 'and' ? null : 0
  if (unit?.is === 'unit' && unit.unit === 'time') return 0
  state.at += 1
  if (unit?.is === 'unit' && unit.unit === 'quarter') {
    state.at += 1
    return number.value * 15
  }
  if (unit?.is === 'unit' && unit.unit === 'minute') state.at += 1
  else if (unit?.is === 'unit') return null
  else state.corrections.add('minutes.unit-corrected')
  if (number.value > 59 || number.fraction) doubt(state, 'minutes.unit-unclear')
  skipSeconds(state)
  return number.value
}

/** 0:40 and 1:30 are durations; 9:30 is a time of day, 40:00 may be minutes and seconds. */
function parseDuration(state: State, clock: Extract<Token, { is: 'clock' }>): Amount {
  state.at += 1
  const value = clock.hour * 60 + clock.minute
  const candidates = clock.hour >= 5 && clock.minute === 0 ? [clock.hour] : []
  if (clock.minute > 59 || clock.second > 0) doubt(state, 'minutes.no-such-time')
  else if (clock.hour >= 4 || clock.spoken) doubt(state, 'minutes.time-of-day', ...candidates)
  return { kind: 'minutes', value }
}
