import { expect, test } from 'vitest'
import { readWeekdays, weekdayNames } from '#app/spreadsheet/cells/weekday.ts'
import { cellMessage } from '#app/spreadsheet/cells.text.ts'

const week = [1, 2, 3, 4, 5]

test.each([
  ['周一', 'accept', [1]],
  ['星期一', 'accept', [1]],
  ['礼拜天', 'accept', [7]],
  ['週五', 'accept', [5]],
  ['一', 'accept', [1]],
  ['日', 'accept', [7]],
  ['３', 'accept', [3]],
  ['周3', 'accept', [3]],
  ['每周三', 'accept', [3]],
  ['Monday', 'accept', [1]],
  ['Mon., Wed', 'accept', [1, 3]],
  ['thursday', 'accept', [4]],
  ['周一、三、五', 'accept', [1, 3, 5]],
  ['周一，周三', 'accept', [1, 3]],
  ['周一 周三', 'accept', [1, 3]],
  ['周五、周一', 'accept', [1, 5]],
  ['1,3,5', 'accept', [1, 3, 5]],
  ['周一至周五', 'accept', week],
  ['星期一到五', 'accept', week],
  ['Mon-Fri', 'accept', week],
  ['周一至周三、周五', 'accept', [1, 2, 3, 5]],
  ['周一三五', 'warn', [1, 3, 5]],
  ['二四', 'warn', [2, 4]],
  ['1-5', 'warn', week],
  ['1/3', 'warn', [1, 3]],
  ['工作日', 'warn', week],
  ['周末', 'warn', [6, 7]],
  ['周一、周一', 'warn', [1]],
  ['每天', 'ask', null],
  ['周五至周一', 'ask', null],
  ['单周一', 'ask', null],
  ['周一（双周）', 'ask', null],
  ['周一上午', 'ask', null],
  ['周三一', 'ask', null],
  ['135', 'ask', null],
  ['第一周', 'ask', null],
  ['周八', 'reject', null],
  ['0', 'reject', null],
  ['8', 'reject', null],
  ['天天向上', 'ask', null],
  ['体育课', 'reject', null],
  ['三天', 'ask', null],
  ['五日', 'ask', null],
  ['', 'blank', null],
  ['/', 'blank', null],
])('the weekday %s is %s', (text, reading, value) => {
  const answer = readWeekdays({ type: 'text', text })

  expect(answer.reading).toBe(reading)
  expect('value' in answer ? answer.value : null).toEqual(value)
  if ('code' in answer) expect(cellMessage('zh-CN', answer.code, answer.values)).not.toMatch(/undefined|null/)
})

test.each([
  [1, 'General', [1]],
  [7, '0', [7]],
  [0, 'General', null],
  [8, 'General', null],
  [135, 'General', null],
  [45901, 'yyyy-mm-dd', null],
  [45901, 'dddd', null],
  [45901, 'General', null],
  [0.5, 'h:mm', null],
  [1, '0%', null],
])('the number %d shown as %s is the weekdays %s', (value, format, days) => {
  const answer = readWeekdays({ type: 'number', value, format })

  expect('value' in answer ? answer.value : null).toEqual(days)
})

test('digits that stand together are asked about with what they may mean', () => {
  expect(readWeekdays({ type: 'number', value: 135, format: 'General' })).toMatchObject({
    reading: 'ask',
    candidates: [[1, 3, 5]],
  })
})

test('what is written of days is read back as the same days', () => {
  for (const days of [[1], [1, 3], [6, 7], [1, 2, 3], [1, 2, 3, 4, 5], [1, 2, 3, 5], [1, 2, 3, 4, 5, 6, 7]])
    expect(readWeekdays({ type: 'text', text: weekdayNames(days) })).toEqual({
      reading: 'accept',
      value: days,
    })
})
