import type { Grid } from './grid.ts'
import { unpackRows } from './packed-rows.ts'
import { withReader } from './reader-desk.server.ts'
import type { Reader } from './reader-thread.server.ts'
import { askReader } from './reader-thread.server.ts'
import type { TemplateMark } from './template-mark.ts'
import type { Refused, WorkbookFormat, WorkbookLimits } from './workbook.ts'
import { refuseBySize, workbookLimits } from './workbook.ts'

export { closeReader } from './reader-desk.server.ts'

export interface OpenedWorkbook {
  ok: true
  format: WorkbookFormat
  /** The sheets in order, hidden ones marked; ours, with a template's lists or a list of problems, are left out. */
  grids: Grid[]
  /** What our template says of itself, when the file came from one. */
  mark?: TemplateMark
  /** Name of the sheet on which we listed the problems when we handed the file back. */
  report?: string
}

/** Starts the reader thread and has it load SheetJS, so that the first upload does not wait for either. */
export async function warmReader(): Promise<void> {
  await openWorkbook(new TextEncoder().encode('<table><tr><td>1</td></tr></table>'))
}

/**
 * Opens an uploaded file: .xlsx, .xlsm, .xls, .et, CSV and TSV in UTF-8, UTF-16 or GB18030, and HTML or XML tables
 * saved as .xls, told apart by their bytes. Whatever the file, an answer comes within about five seconds and the
 * calling thread stays free; what is no workbook or goes beyond the limits comes back as a refusal. For files beyond
 * these limits see `streamWorkbook`.
 */
export async function openWorkbook(
  bytes: Uint8Array,
  options: { limits?: Partial<WorkbookLimits> } = {},
): Promise<OpenedWorkbook | Refused> {
  const limits = { ...workbookLimits, ...options.limits }
  return refuseBySize(bytes, limits) ?? withReader(reader => converse(reader, bytes, limits))
}

/** One file: the question, its answer, then the rows piece by piece. */
async function converse(
  reader: Reader,
  bytes: Uint8Array,
  limits: WorkbookLimits,
): Promise<OpenedWorkbook | Refused> {
  let opened: OpenedWorkbook | undefined
  let answer = await askReader(reader, { ask: 'whole', bytes, limits }, limits.milliseconds)
  for (;;) {
    if (answer.answer === 'refused') return answer.refused
    if (answer.answer === 'read') {
      const { sheets, ...head } = answer.head
      opened = { ...head, grids: sheets.map(sheet => ({ ...sheet, rows: [], merges: [] })) }
    } else if (answer.answer === 'rows') {
      const rows = opened?.grids[answer.sheet]?.rows
      for (const row of unpackRows(answer.rows)) rows?.push(row)
    } else if (answer.answer === 'part') {
      const { part } = answer
      if (part.part === 'refused') return part.refused
      if (part.part === 'end' && opened !== undefined) return opened
      const grid = part.part === 'sheet' ? opened?.grids[part.sheet] : undefined
      if (grid !== undefined && part.part === 'sheet') grid.merges = part.merges
    }
    answer = await askReader(reader, { ask: 'next' }, limits.milliseconds)
  }
}
