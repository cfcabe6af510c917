import ExcelJS from 'exceljs'
import { logHeaders } from './log-headers.ts'

const rowsInFile = 200_000
const headers = logHeaders({ without: ['code'] })
const kinds = ['体育课', '上午大课间', '下午大课间']
const sports = ['足球', '篮球', '田径', '跳绳', null]
const grades = ['一年级', '二年级', '三年级', '四年级', '五年级', '六年级']

/** Writes a city's log of 200,000 rows × 10 columns (dates, times, numbers, shared strings) as exceljs does. */
async function write(filename: string): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename, useSharedStrings: true, useStyles: true })
  const sheet = book.addWorksheet('活动记录')
  sheet.getColumn(1).numFmt = 'yyyy-mm-dd'
  sheet.getColumn(6).numFmt = 'h:mm'
  sheet.addRow(headers).commit()
  for (let row = 0; row < rowsInFile; row += 1) {
    sheet
      .addRow([
        45_901 + (Math.floor(row / 600) % 150),
        grades[row % 6],
        `${1 + (row % 12)}班`,
        kinds[row % 3],
        sports[row % 5],
        (540 + (row % 300)) / 1440,
        30 + (row % 15),
        38 + (row % 14),
        `王${row % 400}老师`,
        row % 20 === 0 ? `备注第${row}条` : null,
      ])
      .commit()
  }
  sheet.commit()
  await book.commit()
}

await write(process.argv[2] ?? '')
