import { expect, test } from 'vitest'
import { readClock } from '#app/spreadsheet/cells/clock.ts'
import { readClockRange } from '#app/spreadsheet/cells/clock-range.ts'

test.each([
  ['9:30', 'accept', '09:30'],
  ['９：３０', 'accept', '09:30'],
  ['9:30:00', 'accept', '09:30'],
  ['下午3:30', 'accept', '15:30'],
  ['3:30pm', 'accept', '15:30'],
  ['PM 3:30', 'accept', '15:30'],
  ['上午9点', 'accept', '09:00'],
  ['9点半', 'accept', '09:30'],
  ['9时5分', 'accept', '09:05'],
  ['下午13:00', 'accept', '13:00'],
  ['中午12:30', 'accept', '12:30'],
  ['中午1:00', 'accept', '13:00'],
  ['晚上7点', 'accept', '19:00'],
  ['4:00', 'warn', '04:00'],
  ['23:00', 'warn', '23:00'],
  ['八点零五分', 'accept', '08:05'],
  ['下午两点一刻', 'accept', '14:15'],
  ['0930', 'warn', '09:30'],
  ['9;30', 'warn', '09:30'],
  ['约9:30', 'warn', '09:30'],
  ['2025', 'reject', null],
  ['晚上2:30', 'ask', null],
  ['早上12点', 'ask', null],
  ['中午8:20', 'ask', null],
  ['上午13:00', 'ask', null],
  ['晚上12:00', 'ask', null],
  ['12:30am', 'ask', null],
  ['24:00', 'reject', null],
  ['9:60', 'reject', null],
  ['9:5', 'reject', null],
  ['9.30', 'reject', null],
  ['930', 'reject', null],
  ['9:3O', 'reject', null],
  ['-', 'blank', null],
])('the time of day %s is %s', (text, reading, value) => {
  const answer = readClock({ type: 'text', text })

  expect(answer.reading).toBe(reading)
  expect('value' in answer ? answer.value : null).toBe(value)
})

test.each([
  [0.3958333, 'h:mm', '09:30'],
  [45901.375, 'yyyy-mm-dd h:mm', '09:00'],
  [0.5, 'General', null],
  [1.5, 'h:mm', null],
  [-0.1, 'h:mm', null],
])('the number %d shown as %s is the time %s', (value, format, time) => {
  const answer = readClock({ type: 'number', value, format })

  expect('value' in answer ? answer.value : null).toBe(time)
})

test.each([
  ['9:30-10:00', '09:30', '10:00', 30],
  ['9:30～10:00', '09:30', '10:00', 30],
  ['上午9:30至10:00', '09:30', '10:00', 30],
  ['下午3:30—4:10', '15:30', '16:10', 40],
  ['上午11:30-下午1:00', '11:30', '13:00', 90],
])('the span %s lasts from %s to %s', (text, from, to, minutes) => {
  expect(readClockRange({ type: 'text', text })).toEqual({ reading: 'accept', value: { from, to, minutes } })
})

test.each([
  ['11:30-1:00', 'ask'],
  ['10:00-10:00', 'ask'],
  ['9:30', 'reject'],
  ['9:30-10:00-11:00', 'reject'],
  ['9-10', 'reject'],
  ['', 'blank'],
])('%s is no span within a day: %s', (text, reading) => {
  expect(readClockRange({ type: 'text', text }).reading).toBe(reading)
})

test.each([
  ['2:30-3:10', '14:30', '15:10', 'clock.read-as-afternoon'],
  ['2:30-15:10', '14:30', '15:10', 'clock.read-as-afternoon'],
  ['大课间9:20-9:50', '09:20', '09:50', 'clock.label-ignored'],
  ['0920-0950', '09:20', '09:50', 'cell.corrected'],
  ['9.20-10.40', '09:20', '10:40', 'cell.corrected'],
  ['2:30-3:10pm', '14:30', '15:10', null],
  ['9:20-9:50（30分钟）', '09:20', '09:50', null],
])('the span %s is from %s to %s, with the word %s', (text, from, to, code) => {
  const answer = readClockRange({ type: 'text', text })

  expect(answer).toMatchObject({ value: { from, to }, ...(code !== null && { code }) })
  expect(answer.reading).toBe(code === null ? 'accept' : 'warn')
})

test.each([
  ['9.10-9.30', 'reject'],
  ['0901-0930', 'reject'],
  ['2025-2026', 'reject'],
  ['02:30-03:10', 'warn'],
  ['第三周8:20-9:00', 'reject'],
  ['周一8:20-9:00', 'reject'],
  ['9:20-9:50（40分钟）', 'ask'],
  ['1:30-9:00', 'warn'],
])('%s is not taken in silence as a span: %s', (text, reading) => {
  expect(readClockRange({ type: 'text', text }).reading).toBe(reading)
})
