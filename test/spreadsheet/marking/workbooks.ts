import ExcelJS from 'exceljs'
import type { WorkbookMarks } from '#app/spreadsheet/marking/marks.ts'

/** A school's sheet with what such sheets have: title, styles, widths, merges, a drop-down, comments, protection. */
export async function schoolWorkbook(): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('9月', { views: [{ state: 'frozen', ySplit: 2 }] })
  sheet.columns = [{ width: 14 }, { width: 12 }, { width: 16 }, { width: 10 }, { width: 24 }]
  sheet.mergeCells('A1:E1')
  sheet.getCell('A1').value = '三年级“阳光体育”台账'
  sheet.getCell('A1').font = { name: '黑体', size: 16, bold: true, color: { argb: 'FF1F497D' } }
  sheet.getCell('A1').alignment = { horizontal: 'center' }
  sheet.addRow(['日期', '班级', '活动', '时长(分钟)', '备注'])
  sheet.getRow(2).eachCell(cell => {
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFFF00' } }
    cell.border = { bottom: { style: 'double' } }
  })
  sheet.addRow(['2025-09-01', '三(1)班', '体育课', 40, { formula: 'D3*2', result: 80 }])
  sheet.addRow(['2025-09-01', '三(2)班', '校足', '达标', ''])
  sheet.addRow([
    '2025-09-02',
    '三(1)班',
    '大课间',
    null,
    { richText: [{ text: '雨' }, { text: '天', font: { bold: true } }] },
  ])
  sheet.addRow(['2025-09-02', null, '体育课', 45])
  sheet.addRow(['合计', null, null, { formula: 'SUM(D3:D6)', result: 85 }])
  sheet.mergeCells('B5:B6')
  sheet.getCell('D4').font = { italic: true, color: { argb: 'FF00AA00' } }
  sheet.getCell('D4').fill = { type: 'pattern', pattern: 'solid', fgColor: { theme: 4, tint: 0.6 } as never }
  sheet.getCell('A3').numFmt = '@'
  sheet.getCell('C4').note = {
    texts: [{ font: { bold: true, size: 9 }, text: '王老师:' }, { text: '\n这是校足球队' }],
  }
  sheet.getCell('E3').note = '与本表无关的批注'
  sheet.getCell('C3').dataValidation = { type: 'list', allowBlank: true, formulae: ['"体育课,大课间,课后"'] }
  sheet.addConditionalFormatting({
    ref: 'D3:D6',
    rules: [
      {
        type: 'cellIs',
        operator: 'greaterThan',
        formulae: [100],
        priority: 1,
        style: { font: { bold: true } },
      },
    ],
  })
  await sheet.protect('', { selectLockedCells: true })
  const other = workbook.addWorksheet('说明')
  other.getCell('B2').value = '请每周五上报 <含周末> & 节假日'
  workbook.addWorksheet('字典', { state: 'hidden' }).getCell('A1').value = '体育课'
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

/** Marks as an import would set them in that workbook. */
export function schoolMarks(more: Partial<WorkbookMarks> = {}): WorkbookMarks {
  return {
    locale: 'zh-CN',
    cells: [
      { sheet: '9月', cell: 'D4', mark: 'reject', note: '不能接受\n原内容：达标\n请填写分钟数，如 40。' },
      { sheet: '9月', cell: 'C4', mark: 'ask', note: '请确认\n原内容：校足\n可以填：足球 / 校园足球' },
      { sheet: '9月', cell: 'D5', mark: 'reject', note: '不能接受\n原内容：（空）\n此项必填，请填写。' },
      { sheet: '9月', cell: 'B6', mark: 'warn', note: '请核对\n从上面的合并单元格取得班级。' },
      { sheet: '9月', cell: 'G30', mark: 'ask', note: '表外的单元格 <&>' },
      { sheet: '说明', cell: 'B2', mark: 'warn', note: '这张表没有读取。' },
    ],
    rows: [
      { sheet: '9月', row: 3, mark: 'accepted' },
      { sheet: '9月', row: 4, mark: 'rejected' },
      { sheet: '9月', row: 5, mark: 'rejected' },
      { sheet: '9月', row: 6, mark: 'accepted' },
      { sheet: '9月', row: 7, mark: 'ignored' },
    ],
    report: {
      name: '导入检查结果',
      notes: ['读到 5 行：新增 2，未通过 2，忽略 1。', '请改好标红和标橙的单元格，保存后重新上传。'],
      rebuilt: '内容已原样写入这份 .xlsx 文件。',
      legend: [
        { mark: 'reject', text: '红色：不能接受' },
        { mark: 'accepted', text: '绿色：已通过' },
      ],
      headers: ['工作表', '单元格', '列', '原内容', '结论', '说明', '可能是'],
      lines: [
        { sheet: '9月', cell: 'D4', mark: 'reject', texts: ['时长', '=1+1', '不能接受', '请填写分钟数', ''] },
        { sheet: '9月', cell: 'C4', mark: 'ask', texts: ['活动', '校足', '请确认', '不认识', '足球'] },
        { sheet: '', cell: '', mark: 'warn', texts: ['', '', '请核对', '整个文件', ''] },
      ],
      footer: [],
    },
    ...more,
  }
}
