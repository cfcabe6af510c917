import { expect, test } from 'vitest'
import { classKey, readClasses } from '#app/spreadsheet/cells/class.ts'
import { readClock } from '#app/spreadsheet/cells/clock.ts'
import { readClockRange } from '#app/spreadsheet/cells/clock-range.ts'
import { cellCodes } from '#app/spreadsheet/cells/codes.ts'
import { kindOfHeader, readKind } from '#app/spreadsheet/cells/kind.ts'
import { normalise } from '#app/spreadsheet/cells/normalise.ts'
import { readValue, valueContext, valueKinds } from '#app/spreadsheet/cells/read-values.ts'
import { cellMessage } from '#app/spreadsheet/cells.text.ts'
import { fc } from '#test/support/laws.ts'
import { dayKindOf } from './calendar.ts'

const context = valueContext({ dayKindOf })
const clerkSigns = Array.from(
  '0123456789０１５〇零一二三四五六七八九十百两半年月日号班级初高小学(（）)、,，;。.·-—~～至到:：/+×*=≥>分钟小时节课体育大间操男女人应到实请假上下午约每天周星期含眼保健 \n²½②㈡ⅢOlx√%',
)
const messy = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.array(fc.constantFrom(...clerkSigns), { maxLength: 20 }).map(signs => signs.join('')),
)

test('normalising twice changes nothing more', () => {
  fc.assert(
    fc.property(messy, text => normalise(normalise(text)) === normalise(text)),
    { numRuns: 2000 },
  )
})

test('no reader throws, and every verdict has its words', () => {
  fc.assert(
    fc.property(messy, fc.constantFrom(...valueKinds), (raw, kind) => {
      const answer = readValue(kind, { raw, cell: 'text' }, context)
      expect(answer.message).not.toMatch(/undefined|^[a-z-]+\.[a-z-]+$/)
      expect(answer.value === null).toBe(!['accept', 'warn'].includes(answer.reading))
    }),
    { numRuns: 4000 },
  )
})

test('full-width text reads as half-width text does', () => {
  fc.assert(
    fc.property(messy, fc.constantFrom(...valueKinds), (raw, kind) => {
      const wide = raw.replace(/[0-9]/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
      const answer = ({ reading, value }: ReturnType<typeof readValue>) => ({ reading, value })
      expect(answer(readValue(kind, { raw: wide, cell: 'text' }, context))).toEqual(
        answer(readValue(kind, { raw, cell: 'text' }, context)),
      )
    }),
    { numRuns: 2000 },
  )
})

test('whole minutes with any unit read as themselves', () => {
  const spellings = ['分', '分钟', ' 分钟', '分鐘', 'min', 'mins', ' min', 'Min.', '′', '分钟/天', ' minutes']
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 240 }), fc.constantFrom(...spellings), (minutes, unit) => {
      const answer = readValue('minutes', { raw: `${minutes}${unit}`, cell: 'text' }, context)
      expect(answer).toMatchObject({ reading: 'accept', value: minutes })
    }),
  )
})

test('a bare number from 5 to 240 is minutes, as text and as number', () => {
  for (let minutes = 5; minutes <= 240; minutes += 1)
    for (const cell of ['text', 'number'])
      expect(readValue('minutes', { raw: String(minutes), cell }, context)).toMatchObject({
        reading: 'accept',
        value: minutes,
      })
})

test('every class name that the house writes reads back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 40 }), (grade, classNo) => {
      const text = `${'一二三四五六七八九'[grade - 1]}(${classNo})班`
      const answer = readClasses({ type: 'text', text }, context)
      expect('value' in answer && answer.value.map(classKey)).toEqual([`G${grade}#${classNo}`])
      expect(answer.reading).toBe('accept')
    }),
  )
})

test('clocks and spans read as times of day', () => {
  expect(readClock({ type: 'text', text: '下午3点半' })).toEqual({ reading: 'accept', value: '15:30' })
  expect(readClock({ type: 'number', value: 0.3958333, format: 'h:mm' })).toEqual({
    reading: 'accept',
    value: '09:30',
  })
  expect(readClock({ type: 'text', text: '25:00' }).reading).toBe('reject')
  expect(readClockRange({ type: 'text', text: '下午3:30—4:10' })).toEqual({
    reading: 'accept',
    value: { from: '15:30', to: '16:10', minutes: 40 },
  })
  expect(readClockRange({ type: 'text', text: '10:00-9:30' }).reading).toBe('ask')
})

test.each([
  ['体育与健康课', 'PE_LESSON'],
  ['大课间', 'BIG_BREAK_AM'],
  ['下午大课间', 'BIG_BREAK_PM'],
  ['大课间（下午）', 'BIG_BREAK_PM'],
  ['延时服务体育', 'AFTER_SCHOOL_SPORT'],
  ['眼操', 'EYE_EXERCISE'],
  ['校队训练', 'TEAM_TRAINING'],
])('the kind %s is %s', (text, kind) => {
  expect(readKind({ type: 'text', text })).toEqual({ reading: 'accept', value: kind })
  expect(kindOfHeader(`${text}（分钟）`)).toBe(kind)
})

test('an unknown kind is asked about, and a cancelled one is not taken', () => {
  expect(readKind({ type: 'text', text: '体育课（取消）' }).reading).toBe('ask')
  expect(readKind({ type: 'text', text: '班会' }).reading).toBe('ask')
  expect(kindOfHeader('备注')).toBeNull()
})

test('every code is worded in both languages', () => {
  for (const code of cellCodes) {
    expect(cellMessage('zh-CN', code)).toMatch(/\p{Script=Han}/u)
    expect(cellMessage('en', code)).toMatch(/[a-z]/)
  }
  expect(cellMessage('zh-CN', 'rows.no-code-of-ours')).toBeNull()
})

test('no repetition keeps a reader busy', () => {
  const pieces = [
    '实际到',
    '男1',
    '三(1)',
    '1-',
    '9.1、',
    '体育课1',
    '(',
    '一',
    '1,',
    '星期一',
    '十',
    '年级',
    '每天',
    '东校区',
    '1月1',
  ]
  const started = performance.now()
  for (const piece of pieces)
    for (const kind of valueKinds)
      readValue(kind, { raw: piece.repeat(200).slice(0, 199), cell: 'text' }, context)

  expect(performance.now() - started).toBeLessThan(2000)
})
