import { expect, test } from 'vitest'
import { addDays, type Day, numberOfDay } from '#app/calendar-day.ts'
import { readClock } from '#app/spreadsheet/cells/clock.ts'
import { readClockRange } from '#app/spreadsheet/cells/clock-range.ts'
import { readDates } from '#app/spreadsheet/cells/date.ts'
import { readValue, type ValueKind, valueContext, valueKinds } from '#app/spreadsheet/cells/read-values.ts'
import { fc } from '#test/support/laws.ts'
import { dayKindOf } from './calendar.ts'
import { typedValues } from './typed-values.ts'

const context = valueContext({ dayKindOf })
const read = (kind: ValueKind, raw: string) => {
  const { reading, value } = readValue(kind, { raw, cell: 'text' }, context)
  return { reading, value }
}
const texts = Object.values(typedValues).flatMap(lines =>
  lines
    .split('\n')
    .filter(line => line !== '')
    .map(line => line.replace(/ (\?|-|= .*)$/, '')),
)
const someText = fc.oneof(
  fc.constantFrom(...texts),
  fc.tuple(fc.constantFrom(...texts), fc.constantFrom(...texts)).map(pair => pair.join('')),
)
const signs = '零一二三四五六七八九'

/** The way in which exports write a value that was read. */
function written(kind: ValueKind, value: unknown): string[] {
  if (kind === 'grade')
    return (value as number[]).map(
      grade => `${grade > 10 ? `十${signs[grade - 10]}` : grade === 10 ? '十' : signs[grade]}年级`,
    )
  if (kind === 'class')
    return (value as string[])
      .filter(key => !key.includes('*') && key !== 'ALL')
      .map(key => key.replace(/^G(\d+)#(\d+)$/, '$1年级($2)班'))
  return Array.isArray(value) ? value.map(String) : [String(value)]
}

test('what a reader takes it reads back as the same when it is written as exports write it', () => {
  fc.assert(
    fc.property(someText, fc.constantFrom(...valueKinds), (raw, kind) => {
      const first = read(kind, raw)
      if (first.value === null) return
      const back = written(kind, first.value).map(text => read(kind, text))
      const values = back.map(({ value }) => value)
      if (kind === 'minutes' || kind === 'count') {
        const isSmall = kind === 'minutes' && Number(first.value) > 0 && Number(first.value) < 5
        expect(isSmall ? first.value : values[0]).toBe(first.value)
      } else if (kind === 'class') {
        expect(values).toEqual((first.value as string[]).filter(key => /#\d/.test(key)).map(key => [key]))
      } else expect(values).toEqual((first.value as unknown[]).map(one => [one]))
    }),
    { numRuns: 4000 },
  )
})

test('full-width signs of any kind read as half-width signs do', () => {
  fc.assert(
    fc.property(someText, fc.constantFrom(...valueKinds), (raw, kind) => {
      const wide = raw
        .replace(/[!-~]/g, sign => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
        .replaceAll(' ', '\u3000')

      expect(read(kind, wide)).toEqual(read(kind, raw))
    }),
    { numRuns: 3000 },
  )
})

test('blanks and invisible signs around a value change nothing', () => {
  const around = fc.constantFrom('', ' ', '\u3000', '\u00a0', '\u200b', '\ufeff', '\t', '\n', '\u202d')
  fc.assert(
    fc.property(someText, fc.constantFrom(...valueKinds), around, around, (raw, kind, before, behind) => {
      expect(read(kind, `${before}${raw}${behind}`)).toEqual(read(kind, raw))
    }),
    { numRuns: 3000 },
  )
})

test('every day of the school year reads back in each way in which the house and spreadsheets write it', () => {
  const days = fc.integer({ min: 0, max: 364 }).map((offset): Day => addDays('2025-09-01', offset))
  const dates = { today: '2025-10-15', term: null, dayKindOf: () => 'school_day' as const }
  fc.assert(
    fc.property(days, day => {
      const [year, month, date] = day.split('-').map(Number)
      const spellings = [
        day,
        `${year}/${month}/${date}`,
        `${year}年${month}月${date}日`,
        day.replaceAll('-', ''),
      ]
      for (const text of spellings)
        expect(readDates({ type: 'text', text }, dates)).toMatchObject({ value: [day] })
      const value = numberOfDay(day) + 25_569
      expect(readDates({ type: 'number', value, format: 'yyyy-mm-dd' }, dates)).toMatchObject({
        value: [day],
      })
      const since1904 = { type: 'number', value: value - 1462, format: 'yyyy-mm-dd' } as const
      expect(readDates(since1904, { ...dates, date1904: true })).toMatchObject({ value: [day] })
    }),
  )
})

test('a time of day and a span read back', () => {
  const minute = fc.integer({ min: 300, max: 1319 })
  const text = (at: number) =>
    `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
  fc.assert(
    fc.property(minute, fc.integer({ min: 1, max: 240 }), (from, length) => {
      expect(readClock({ type: 'text', text: text(from) })).toEqual({ reading: 'accept', value: text(from) })
      expect(readClock({ type: 'number', value: from / 1440, format: 'h:mm' })).toMatchObject({
        value: text(from),
      })
      const to = Math.min(1320, from + length)
      const span = readClockRange({ type: 'text', text: `${text(from)}-${text(to)}` })
      expect(span).toEqual({
        reading: 'accept',
        value: { from: text(from), to: text(to), minutes: to - from },
      })
    }),
  )
})
