import { afterAll, describe, expect, test } from 'vitest'
import { readActivityGrids } from '#app/features/activity/activity-reading.ts'
import { cellMessage } from '#app/spreadsheet/cells.text.ts'
import type { Grid } from '#app/spreadsheet/grid.ts'
import { rawOf } from '#app/spreadsheet/grid.ts'
import { closeReader, openWorkbook } from '#app/spreadsheet/open-workbook.server.ts'
import { readTable } from '#app/spreadsheet/read-table.ts'
import { encodingOf } from '#app/spreadsheet/reading/decode-text.server.ts'
import { gb18030 } from '#test/corpus/write/text.ts'
import { sampleContext } from '#test/features/activity/sample-context.ts'
import { placementSheet, registry } from '../sample-sheets.ts'
import { sketch } from '../sketch.ts'

afterAll(closeReader)

const csv = [
  '学校标识码,项目,起始日期',
  ...Array.from({ length: 30 }, (_, index) => `213200000${1 + (index % 2)},足球,2025-09-01`),
].join('\n')

/** The text in UTF-8 with the last byte of a sign gone, as when a program cuts a cell at so many bytes. */
function cutBehind(text: string, sign: string): Buffer {
  const bytes = Buffer.from(text)
  const at = bytes.lastIndexOf(sign) + Buffer.byteLength(sign) - 1
  return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)])
}

async function gridsOf(bytes: Uint8Array): Promise<Grid[]> {
  const opened = await openWorkbook(bytes)
  if (!opened.ok) throw new Error(opened.refusal)
  return opened.grids
}

describe('the encoding of a file', () => {
  test.each([
    ['UTF-8', Buffer.from(csv), 'utf-8'],
    ['UTF-8 in which a sign is cut', cutBehind(csv, '球'), 'utf-8'],
    ['UTF-8 in which a sign in each line is cut', cutEach(csv), 'utf-8'],
    [
      'UTF-8 that ends within a sign',
      Buffer.from(csv.slice(0, csv.lastIndexOf('球') + 1)).subarray(0, -1),
      'utf-8',
    ],
    [
      'UTF-8 with a mark and little else that is whole',
      Buffer.from('efbbbf612ce52c620a312c322c330a342c352c360a', 'hex'),
      'utf-8',
    ],
    ['GB18030', gb18030(csv), 'gb18030'],
    ['a single line in GB18030', gb18030('日期,班\n'), 'gb18030'],
    ['GB18030 in which a sign is cut', Buffer.concat([gb18030(csv), Buffer.of(0xb0)]), 'gb18030'],
  ])('%s', (_, bytes, encoding) => {
    expect(encodingOf(Buffer.from(bytes))).toBe(encoding)
  })

  function cutEach(text: string): Buffer {
    return Buffer.concat(
      text
        .split('\n')
        .flatMap(line => [cutBehind(line, line.includes('足球') ? '球' : '目'), Buffer.from('\n')]),
    )
  }
})

describe('a sign that was lost is never taken', () => {
  test('a file in UTF-8 with a wrong byte is read, but for the cell that holds it', async () => {
    const grids = await gridsOf(cutBehind(csv, '球'))

    const { rows, problems } = readTable(grids, placementSheet, () => registry)

    expect(rows.filter(({ record }) => record !== null).length).toBe(29)
    expect(problems).toMatchObject([
      { cell: 'B31', raw: '足\uFFFD', reading: 'reject', code: 'cell.garbled' },
    ])
    expect(cellMessage('zh-CN', 'cell.garbled', {})).toBe('内容是乱码，请重新填写')
  })

  test('a file in GB18030 that ends within a sign is read, but for the last cell', async () => {
    const grids = await gridsOf(Buffer.concat([gb18030(`${csv}\n2132000001,足`), Buffer.of(0xc7)]))

    const { problems } = readTable(grids, placementSheet, () => registry)

    expect(problems.map(({ cell, code }) => `${cell} ${code}`)).toContain('B32 cell.garbled')
  })

  test('one that another program lost before is refused in any column and in any workbook', () => {
    const grid = sketch([
      ['学校标识码', '项目', '起始日期', '终止日期', '学生数'],
      ['2132000001', '足\uFFFD', '2025-09-01\uFFFD', '\uFFFD', '9\uFFFD'],
    ])

    const { problems } = readTable([grid], placementSheet, () => registry)

    expect(problems.map(({ cell, code }) => `${cell} ${code}`)).toEqual(
      ['B2', 'C2', 'D2', 'E2'].map(cell => `${cell} cell.garbled`),
    )
  })

  test.each(['班级', '活动类型', '时长(分钟)', '项目', '参与人数', '指导教师', '备注'])(
    'nor is it in the log of a school: %s',
    column => {
      const header = ['日期', '班级', '活动类型', '时长(分钟)', '项目', '参与人数', '指导教师', '备注']
      const line = ['2025-09-08', '三(1)班', '体育课', '40', '足球', '40', '王芳', '晴']
      const broken = line.map((text, index) => (header[index] === column ? `${text}\uFFFD` : text))

      const read = readActivityGrids([sketch([header, line, broken])], sampleContext())

      expect(read.counts).toMatchObject({ read: 2, accepted: 1, rejected: 1 })
      expect(read.problems.map(({ cell, reading }) => `${cell} ${reading}`)).toEqual([
        `${'ABCDEFGH'[header.indexOf(column)]}3 reject`,
      ])
    },
  )

  test('what was lost in a heading leaves the column unread, by name', async () => {
    const grids = await gridsOf(cutBehind(csv.replace('起始日期', '起始日期,终止日期'), '终止日期'))

    const { problems } = readTable(grids, placementSheet, () => registry)

    expect(grids[0]?.rows[0]?.map(rawOf)).toContain('终止日\uFFFD')
    expect(problems).toMatchObject([{ header: '终止日\uFFFD', code: 'sheet.unknown-column' }])
  })
})
