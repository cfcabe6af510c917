import { expect, test } from 'vitest'
import { readChoice } from '#app/spreadsheet/cells/choice.ts'
import { readStage } from '#app/spreadsheet/cells/stage.ts'

const roles = [
  { value: 'lead', names: ['牵头', '牵头校'] },
  { value: 'member', names: ['成员', '成员校', 'member'] },
]
const read = (text: string) => readChoice({ type: 'text', text }, roles)

test.each([
  ['牵头', 'lead'],
  ['成员校', 'member'],
  [' 牵 头 ', 'lead'],
  ['牵头校。', 'lead'],
  ['MEMBER', 'member'],
  ['ｍｅｍｂｅｒ', 'member'],
])('%s is one of the choices', (text, value) => {
  expect(read(text)).toEqual({ reading: 'accept', value })
})

test('a text that only touches choices offers those and names all', () => {
  expect(read('牵头单位')).toMatchObject({
    reading: 'ask',
    candidates: ['lead'],
    values: { allowed: '牵头、成员' },
  })
  expect(read('牵头成员')).toMatchObject({ reading: 'ask', candidates: ['lead', 'member'] })
})

test('anything else is refused with the proper names, and one sign alone offers nothing', () => {
  expect(read('其他')).toMatchObject({ reading: 'reject', values: { allowed: '牵头、成员' } })
  expect(read('牵').reading).toBe('reject')
  expect(read('/')).toEqual({ reading: 'blank' })
})

test('two choices of one name are never decided here', () => {
  const twins = [
    { value: 1, names: ['足球'] },
    { value: 2, names: ['足球'] },
  ]

  expect(readChoice({ type: 'text', text: '足球' }, twins)).toMatchObject({
    reading: 'ask',
    candidates: [1, 2],
  })
})

test.each([
  ['小学', 'primary'],
  ['小学部', 'primary'],
  ['小', 'primary'],
  ['初中', 'junior'],
  ['初级中学', 'junior'],
  ['初中阶段', 'junior'],
  ['高中', 'senior'],
  ['普通高中', 'senior'],
  ['高 中', 'senior'],
  ['senior', 'senior'],
])('the stage %s is %s', (text, stage) => {
  expect(readStage({ type: 'text', text })).toEqual({ reading: 'accept', value: stage })
})

test.each([
  ['初级', 'ask'],
  ['小学和初中', 'ask'],
  ['幼儿园', 'reject'],
  ['完全中学', 'reject'],
  ['', 'blank'],
])('%s is no stage: %s', (text, reading) => {
  expect(readStage({ type: 'text', text }).reading).toBe(reading)
})
