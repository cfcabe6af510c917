import ExcelJS from 'exceljs'
import { type Locale, say } from '../i18n/text.ts'
import type { Cell } from './grid.ts'
import type { AnyColumn, RowOf, Sheet } from './sheet.ts'
import { headerText } from './sheet.ts'
import { shownText } from './shown-text.ts'
import { markCells, markSheetName } from './template-mark.ts'
import { type Guide, type Mistake, writeGuide } from './writing/guide.server.ts'
import { templateText } from './writing/template.text.ts'
import { fillCell, sheetNameOf, styleHeader } from './writing/workbook-style.server.ts'

export interface TemplateOptions<S extends Sheet> {
  locale: Locale
  /** Rows filled in beforehand; a column without a value stays empty. */
  rows?: readonly Partial<RowOf<S>>[]
  /** Lists for the drop-downs, by column, in place of the sheet's own. */
  choices?: Partial<Record<Extract<keyof S['columns'], string>, readonly string[]>>
  /** What the school lately got wrong, for 填写说明. */
  mistakes?: readonly Mistake[]
  /** Further sentences for 填写说明. */
  notes?: readonly string[]
  /** Code of the school for which the template is made; kept in its hidden mark. */
  school?: string
}

/**
 * Lists and messages hold that far down: more than anybody fills in by hand. Libraries that spread a rule over each cell
 * of its range would need minutes for the million rows of a column.
 */
const lastRow = 20_000

const onePageWide = { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0 } as const

/**
 * The sheet's template as the bytes of an .xlsx: header, widths, frozen header row, drop-down lists and messages for
 * each column, a sheet 填写说明, and a very hidden sheet with the lists and the template's mark. As it stands it
 * can be imported.
 */
export async function writeTemplate<S extends Sheet>(
  sheet: S,
  options: TemplateOptions<S>,
): Promise<Uint8Array> {
  const { locale } = options
  const workbook = new ExcelJS.Workbook()
  const page = workbook.addWorksheet(sheetNameOf(say(locale, sheet.title)), {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: onePageWide,
  })
  writeTable(page, sheet, options)
  writeGuide(
    workbook.addWorksheet(say(locale, templateText.guide), { pageSetup: onePageWide }),
    guideOf(sheet, options),
  )
  const lists = writeLists(workbook, sheet, options)
  for (const [index, [key, column]] of columnsOf(sheet).entries()) {
    const validation = validationOf(column, lists.get(key), locale)
    const letter = page.getColumn(index + 1).letter
    // A rule a cell would be merged into overlapping ranges by exceljs: one rule for the whole column.
    addValidation(page, `${letter}2:${letter}${lastRow}`, validation)
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function columnsOf(sheet: Sheet): [string, AnyColumn][] {
  return Object.entries(sheet.columns)
}

function writeTable<S extends Sheet>(page: ExcelJS.Worksheet, sheet: S, options: TemplateOptions<S>): void {
  const columns = columnsOf(sheet)
  for (const [index, [, column]] of columns.entries()) {
    const target = page.getColumn(index + 1)
    target.width = Math.max(column.width, 6)
    const example = exampleOf(column)
    if (example?.type === 'text') target.numFmt = '@'
    else if (example?.type === 'number' && example.format !== 'General') target.numFmt = example.format
  }
  const header = page.getRow(1)
  header.values = columns.map(([, column]) => headerText(column, options.locale))
  styleHeader(header)
  for (const [index, row] of (options.rows ?? []).entries()) {
    const values: Record<string, unknown> = row
    for (const [at, [key, column]] of columns.entries()) {
      const value = values[key]
      if (value !== undefined && value !== null) {
        fillCell(page.getCell(index + 2, at + 1), column.write(value as never))
      }
    }
  }
}

function guideOf<S extends Sheet>(sheet: S, { locale, mistakes, notes = [] }: TemplateOptions<S>): Guide {
  const columns = columnsOf(sheet).map(([, each]) => ({
    header: say(locale, each.header),
    isRequired: each.required,
    how: hintOf(each, locale),
    example: shownText(exampleOf(each)),
  }))
  const common = [say(locale, templateText.keepHeaders), say(locale, templateText.noMerges)]
  return { locale, columns, mistakes, notes: [...common, ...notes] }
}

/** Writes the lists into the hidden sheet and names them; a name a column. */
function writeLists<S extends Sheet>(
  workbook: ExcelJS.Workbook,
  sheet: S,
  options: TemplateOptions<S>,
): Map<string, string> {
  const page = workbook.addWorksheet(markSheetName, { state: 'veryHidden' })
  const mark = { sheet: sheet.name, version: sheet.version, school: options.school ?? '' }
  page.addRow(markCells(mark))
  const given: Partial<Record<string, readonly string[]>> = options.choices ?? {}
  const names = new Map<string, string>()
  for (const [key, column] of columnsOf(sheet)) {
    const choices = given[key] ?? column.choices ?? []
    if (choices.length === 0) continue
    const target = page.getColumn(names.size + 1)
    for (const [index, choice] of choices.entries()) {
      fillCell(page.getCell(index + 3, target.number), { type: 'text', text: choice })
    }
    const name = `list_${key}`
    const range = `$${target.letter}$3:$${target.letter}$${choices.length + 2}`
    workbook.definedNames.add(`'${markSheetName}'!${range}`, name)
    names.set(key, name)
  }
  return names
}

interface Validation {
  type: 'list' | 'any'
  formulae: string[]
  allowBlank: boolean
  showInputMessage: boolean
  promptTitle: string
  prompt: string
  showErrorMessage: boolean
  errorStyle: 'warning'
}

/** A list warns but lets other words pass: the import reads many spellings and says what it cannot read. */
function validationOf(column: AnyColumn, list: string | undefined, locale: Locale): Validation {
  const hint = hintOf(column, locale, list !== undefined)
  const example = say(locale, templateText.suchAs, { example: shownText(exampleOf(column)) })
  return {
    type: list === undefined ? 'any' : 'list',
    formulae: list === undefined ? [] : [list],
    allowBlank: true,
    showInputMessage: true,
    promptTitle: say(locale, column.header).slice(0, 32),
    prompt: (hint === '' ? example : hint).slice(0, 255),
    showErrorMessage: list !== undefined,
    errorStyle: 'warning',
  }
}

/** exceljs has rules for ranges but does not declare them. */
function addValidation(page: ExcelJS.Worksheet, range: string, rule: Validation): void {
  const { dataValidations } = page as unknown as {
    dataValidations: { add(range: string, rule: Validation): void }
  }
  dataValidations.add(range, rule)
}

function hintOf(column: AnyColumn, locale: Locale, hasList = column.choices !== undefined): string {
  const hint = column.hint === undefined ? '' : say(locale, column.hint)
  return hint === '' && hasList ? say(locale, templateText.choose) : hint
}

function exampleOf(column: AnyColumn): Cell | undefined {
  return column.write(column.example as never)
}
