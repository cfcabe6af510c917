import type { Paper } from '../paper.ts'
import { biff5 } from './biff5.ts'
import { byExcelJs } from './exceljs.ts'
import { html, xml2003 } from './markup.ts'
import { bySheetJs } from './sheetjs.ts'
import { strict } from './strict.ts'
import { cutBehind, gb18030, plainTextOf, textOf, utf8, utf16 } from './text.ts'

/** How a workbook comes to be a file, by whom. */
export const writers = {
  exceljs: byExcelJs,
  sheetjs: papers => bySheetJs(papers, 'xlsx'),
  biff8: papers => bySheetJs(papers, 'biff8'),
  biff5,
  strict,
  html,
  'xml-2003': xml2003,
  'csv-utf8': papers => utf8(textOf(papers, ',')),
  /** By a program that cut a sign in the last cell. */
  'csv-utf8-cut': papers => cutBehind(utf8(textOf(papers, ','))),
  /** By a program that knows nothing of quotes. */
  'csv-unquoted': papers => utf8(plainTextOf(papers, ',')),
  'tsv-unquoted': papers => gb18030(plainTextOf(papers, '\t')),
  'csv-bom': papers => utf8(`\ufeff${textOf(papers, ',')}`),
  'csv-utf16le': papers => utf16(textOf(papers, ','), 'le'),
  'csv-gb18030': papers => gb18030(textOf(papers, ',')),
  'csv-semicolon': papers => gb18030(textOf(papers, ';')),
  'tsv-utf8': papers => utf8(textOf(papers, '\t')),
  'tsv-utf16le': papers => utf16(textOf(papers, '\t'), 'le'),
  'tsv-utf16be': papers => utf16(textOf(papers, '\t'), 'be'),
  'tsv-gb18030': papers => gb18030(textOf(papers, '\t')),
} satisfies Record<string, (papers: readonly Paper[]) => Uint8Array | Promise<Uint8Array>>

export type Writer = keyof typeof writers

/** Formats that hold neither types nor merged cells nor a second sheet. */
export const isText = (writer: Writer) => writer.startsWith('csv') || writer.startsWith('tsv')

/** Formats in which a cell is what it shows. */
export const isShown = (writer: Writer) => isText(writer) || writer === 'html'
