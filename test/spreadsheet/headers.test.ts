import { expect, test } from 'vitest'
import { findHeader, headerLabels, normaliseHeader, repeatsHeader } from '#app/spreadsheet/headers.ts'
import { merge, sketch } from './sketch.ts'

const wordings = {
  date: ['日期', '活动日期'],
  className: ['班级', '班别'],
  minutes: ['时长(分钟)', '时长', '活动时间'],
  present: ['参与人数', '实到'],
}

test.each([
  ['＊日　期：', '日期'],
  ['时长（分钟）', '时长(分钟)'],
  [' 时长\n(分钟) ', '时长(分钟)'],
  ['学校〔全称〕', '学校(全称)'],
  ['Minutes*', 'minutes'],
])('the header %j is compared as %j', (text, normal) => {
  expect(normaliseHeader(text)).toBe(normal)
})

test('the header is found below a title, whatever the order of columns', () => {
  const grid = sketch([
    ['东海县中小学统计表'],
    ['填报单位：东海县试验小学'],
    ['序号', '时长（分钟）', '班级', '天气', '日期'],
    [1, 40, '三(1)班', '晴', '9月1日'],
  ])

  const header = findHeader(grid, wordings)

  expect(header).toMatchObject({ top: 2, bottom: 2, unknown: [3], duplicates: [] })
  expect(Object.fromEntries(header?.columns ?? [])).toEqual({ minutes: 1, className: 2, date: 4 })
})

test('merged headers of two rows are joined and the last level is recognised', () => {
  const grid = sketch(
    [
      ['日期', '班级', '人数', null, '时长'],
      [null, null, '应到', '实到', null],
      ['9月1日', '三1', 45, 44, 40],
    ],
    { merges: [merge('A1:A2'), merge('B1:B2'), merge('C1:D1'), merge('E1:E2')] },
  )

  const header = findHeader(grid, wordings)

  expect(header?.bottom).toBe(1)
  expect(Object.fromEntries(header?.columns ?? [])).toEqual({ date: 0, className: 1, minutes: 4, present: 3 })
})

test('a blank over a sub-header takes the group at its left when merges are lost', () => {
  const grid = sketch([
    ['日期', '四1班', '', '四2班', ''],
    ['', '体育课', '大课间', '体育课', '大课间'],
  ])

  expect(headerLabels(grid, 0, 1)).toEqual([
    '日期',
    '四1班/体育课',
    '四1班/大课间',
    '四2班/体育课',
    '四2班/大课间',
  ])
})

test('a second column of the same wording is named, not dropped', () => {
  const header = findHeader(sketch([['日期', '班级', '时长', null, '日期', '班级', '时长']]), wordings)

  expect(header?.duplicates.map(duplicate => duplicate.column)).toEqual([4, 5, 6])
})

test('no header is found where nothing is known', () => {
  expect(
    findHeader(
      sketch([
        ['姓名', '电话'],
        ['王芳', '1'],
      ]),
      wordings,
    ),
  ).toBeUndefined()
})

test('a header repeated on the next printed page is recognised', () => {
  const grid = sketch([
    ['日期', '班级', '时长'],
    ['9月1日', '三1', 40],
    ['日期', '班级', '时长'],
  ])
  const header = findHeader(grid, wordings)!

  expect(grid.rows.map(row => repeatsHeader(row, header))).toEqual([true, false, true])
})
