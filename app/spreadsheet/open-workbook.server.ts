import type { Grid } from './grid.ts'
import { readInThread } from './reader-thread.server.ts'
import type { TemplateMark } from './template-mark.ts'
import { isMarkGrid, isReportGrid, readMark } from './template-mark.ts'
import type { Refused, WorkbookFormat, WorkbookLimits } from './workbook.ts'
import { refuse, workbookLimits } from './workbook.ts'

export { closeReader } from './reader-thread.server.ts'

export interface OpenedWorkbook {
  ok: true
  format: WorkbookFormat
  /**
   * The sheets in order, hidden ones marked; those that we added, for the template's lists and the problems
   * of a file handed back, are left out.
   */
  grids: Grid[]
  /** What our template says of itself, when the file came from one. */
  mark?: TemplateMark
}

/** Starts the reader thread, so that the first upload does not wait for it. */
export async function warmReader(): Promise<void> {
  await openWorkbook(new TextEncoder().encode('a,b\n1,2\n'))
}

/**
 * Opens an uploaded file: .xlsx, .xlsm, .xls, .et, CSV and TSV in UTF-8, UTF-16 or GB18030, and HTML or XML tables
 * saved as .xls, told apart by their bytes. Whatever the file, an answer comes within about five seconds and the
 * calling thread stays free; what is no workbook or goes beyond the limits comes back as a refusal.
 */
export async function openWorkbook(
  bytes: Uint8Array,
  options: { limits?: Partial<WorkbookLimits> } = {},
): Promise<OpenedWorkbook | Refused> {
  const limits = { ...workbookLimits, ...options.limits }
  if (bytes.byteLength === 0) return refuse('empty')
  if (bytes.byteLength > limits.bytes) {
    return refuse('too-large', { megabytes: Math.floor(limits.bytes / 1024 / 1024) })
  }
  const read = await readInThread(bytes, limits)
  if (!read.ok) return read
  const mark = readMark(read.grids)
  const grids = read.grids.filter(grid => !isMarkGrid(grid) && !isReportGrid(grid))
  return { ok: true, format: read.format, grids, ...(mark === undefined ? {} : { mark }) }
}
