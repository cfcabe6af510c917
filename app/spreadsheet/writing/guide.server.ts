import type ExcelJS from 'exceljs'
import { type Locale, say } from '../../i18n/text.ts'
import { templateText } from './template.text.ts'
import { styleHeader } from './workbook-style.server.ts'

interface GuideColumn {
  header: string
  isRequired: boolean
  how: string
  example: string
}

/** What went wrong in the last uploads, worded. */
export interface Mistake {
  /** The header under which it stood; '' where it was of the whole file. */
  column: string
  times: number
  /** The cell as it stood. */
  stood: string
  /** What was wrong and what to do. */
  message: string
  /** How it is written right; '' where nobody can say. */
  right: string
}

export interface Guide {
  locale: Locale
  columns: readonly GuideColumn[]
  /** The most frequent first. */
  mistakes?: readonly Mistake[]
  notes?: readonly string[]
}

/** Writes 填写说明: every column with an example, what this school lately got wrong, and further sentences. */
export function writeGuide(page: ExcelJS.Worksheet, guide: Guide): void {
  const { columns, mistakes = [], notes = [] } = guide
  const words = (keys: readonly (keyof typeof templateText)[]) =>
    keys.map(key => say(guide.locale, templateText[key]))
  page.columns = [18, 10, 60, 24, 24].map(width => ({ width }))
  styleHeader(page.addRow(words(['column', 'demand', 'how', 'example'])))
  for (const { header, isRequired, how, example } of columns)
    addLine(page, [header, ...words([isRequired ? 'required' : 'optional']), how, example])
  if (mistakes.length > 0) {
    page.addRow([])
    page.addRow(words(['mistakes'])).font = { bold: true }
    styleHeader(page.addRow(words(['column', 'times', 'wrong', 'stood', 'right'])))
    for (const { column, times, message, stood, right } of mistakes)
      addLine(page, [column, times, message, stood, right])
  }
  page.addRow([])
  for (const note of notes) page.addRow([note])
}

/** What people wrote stays text, whatever it looks like. */
function addLine(page: ExcelJS.Worksheet, values: (string | number)[]): void {
  const row = page.addRow(values)
  row.alignment = { wrapText: true, vertical: 'top' }
  for (const column of [4, 5]) row.getCell(column).numFmt = '@'
}
