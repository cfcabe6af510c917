import { type Amount, type Cursor, doubt, peek, take } from './minutes-cursor.ts'
import type { Token, Unit } from './minutes-tokens.ts'

export function parseQuantity(cursor: Cursor): Amount | null {
  const token = peek(cursor)
  if (token?.is === 'clock') return parseDuration(cursor, token)
  if (token?.is === 'half-hour') {
    cursor.at += 1
    return { kind: 'minutes', value: 30 }
  }
  if (token?.is === 'half' && lessonAhead(peek(cursor, 1))) {
    cursor.at += 2
    cursor.corrections.add('minutes.lessons')
    return { kind: 'lessons', value: 0.5 }
  }
  if (token?.is !== 'number') return null
  cursor.at += 1
  if (token.odd) cursor.corrections.add('minutes.leading-zero')
  if (take(cursor, 'hour-and-half')) {
    if (token.decimals) doubt(cursor, 'minutes.fraction')
    if (token.value > 1) cursor.corrections.add('minutes.hour-and-half')
    return { kind: 'minutes', value: token.value * 60 + 30 }
  }
  if (peek(cursor)?.is === 'at-least' && peek(cursor, 1)?.is === 'unit') {
    cursor.at += 1
    cursor.corrections.add('minutes.at-least')
  }
  const unit = peek(cursor)
  if (unit?.is !== 'unit') {
    if (token.decimals && (token.value < 10 || !Number.isInteger(token.value)))
      doubt(cursor, 'minutes.fraction', Math.round(token.value), Math.round(token.value * 60))
    return { kind: 'bare', value: token.value }
  }
  cursor.at += 1
  if (unit.odd) cursor.corrections.add('minutes.unit-corrected')
  if ((unit.unit === 'hour' || unit.unit === 'soft-hour') && looksLikeClock(token))
    doubt(cursor, 'minutes.fraction', Math.round(token.value * 60), clockMinutes(token.value))
  return withUnit(cursor, token.value, unit.unit)
}

/** 1.30小时 may be an hour and a half; 1.25, 1.5 and 1.75 are decimals. */
function looksLikeClock({ value, decimals }: Extract<Token, { is: 'number' }>): boolean {
  const hundredths = Math.round(value * 100) % 100
  return decimals === 2 && hundredths < 60 && hundredths % 5 === 0 && ![0, 25, 50].includes(hundredths)
}

function clockMinutes(value: number): number {
  return Math.floor(value) * 60 + (Math.round(value * 100) % 100)
}

function lessonAhead(token: Token | undefined): boolean {
  return token?.is === 'unit' && token.unit === 'lesson'
}

function withUnit(cursor: Cursor, value: number, unit: Unit): Amount | null {
  switch (unit) {
    case 'minute':
      skipSeconds(cursor)
      return { kind: 'minutes', value }
    case 'hour':
    case 'soft-hour': {
      if (unit === 'soft-hour') cursor.corrections.add('minutes.unit-corrected')
      const past = minutesPast(cursor)
      // 1.1小时半 is rather 1. and 1小时半; 1.30小时 may be 1:30.
      if (!Number.isInteger(value) && past) doubt(cursor, 'minutes.fraction')
      return past === null ? null : { kind: 'minutes', value: value * 60 + past }
    }
    case 'quarter':
      if (value > 3) doubt(cursor, 'minutes.unit-unclear', value * 15)
      return { kind: 'minutes', value: value * 15 }
    case 'soft-lesson':
    case 'lesson':
      if (unit === 'soft-lesson' || !Number.isInteger(value)) cursor.corrections.add('minutes.lessons')
      if (take(cursor, 'half')) return halfMore(cursor, value)
      return { kind: 'lessons', value }
    case 'time':
      return { kind: 'times', value }
    default:
      doubt(cursor, 'minutes.unit-unclear', ...(value >= 5 && value <= 240 ? [value] : []))
      return { kind: 'minutes', value }
  }
}

/** 一节半 is a lesson and a half. */
function halfMore(cursor: Cursor, lessons: number): Amount {
  cursor.corrections.add('minutes.lessons')
  return { kind: 'lessons', value: lessons + 0.5 }
}

/** 60分0秒 is 60 minutes; other seconds are nobody's way of writing this. */
function skipSeconds(cursor: Cursor) {
  const seconds = peek(cursor)
  const unit = peek(cursor, 1)
  if (seconds?.is !== 'number' || unit?.is !== 'unit' || unit.unit !== 'second') return
  cursor.at += 2
  if (seconds.value !== 0) doubt(cursor, 'minutes.unit-unclear')
}

/** The part after the hours: 半, 零5分, 30分钟, 一刻, or 30 alone. */
function minutesPast(cursor: Cursor): number | null {
  if (take(cursor, 'half')) return 30
  take(cursor, 'and')
  const number = peek(cursor)
  const unit = peek(cursor, 1)
  if (number?.is !== 'number') return cursor.tokens[cursor.at - 1]?.is === 'and' ? null : 0
  if (unit?.is === 'unit' && unit.unit === 'time') return 0
  cursor.at += 1
  if (unit?.is === 'unit' && unit.unit === 'quarter') {
    cursor.at += 1
    return number.value * 15
  }
  if (unit?.is === 'unit' && unit.unit === 'minute') cursor.at += 1
  else if (unit?.is === 'unit') return null
  else cursor.corrections.add('minutes.unit-corrected')
  if (number.value > 59 || number.decimals) doubt(cursor, 'minutes.unit-unclear')
  skipSeconds(cursor)
  return number.value
}

/** 0:40 and 1:30 are durations; 9:30 is a time of day, 40:00 may be minutes and seconds. */
function parseDuration(cursor: Cursor, clock: Extract<Token, { is: 'clock' }>): Amount {
  cursor.at += 1
  const value = clock.hour * 60 + clock.minute
  const candidates = clock.hour >= 5 && clock.minute === 0 ? [clock.hour] : []
  if (clock.minute > 59 || clock.second > 0) doubt(cursor, 'minutes.no-such-time')
  else if (clock.hour >= 4 || clock.spoken) doubt(cursor, 'minutes.time-of-day', ...candidates)
  return { kind: 'minutes', value }
}
