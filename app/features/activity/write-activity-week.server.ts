import ExcelJS from 'exceljs'
import { type Day, weekdayOf } from '#app/calendar-day.ts'
import { type Locale, say } from '#app/i18n/text.ts'
import type { ActivityKind } from '#app/spreadsheet/cells/kind.ts'
import { markCells, markSheetName } from '#app/spreadsheet/template-mark.ts'
import { type Mistake, writeGuide } from '#app/spreadsheet/writing/guide.server.ts'
import { templateText } from '#app/spreadsheet/writing/template.text.ts'
import { sheetNameOf, styleHeader, tableBorder } from '#app/spreadsheet/writing/workbook-style.server.ts'
import { kindNames } from './activity.text.ts'
import { activityWeekText as words } from './activity-week.text.ts'

export interface ActivityWeek {
  locale: Locale
  school: { code: string; name: string }
  /** In the order in which they shall stand; `days` are the school days of each. */
  classes: readonly { name: string; days: readonly Day[] }[]
  kinds: readonly ActivityKind[]
  /** What the school lately got wrong, for 填写说明. */
  mistakes?: readonly Mistake[]
}

/** The version that the template's mark bears. */
export const activityWeekVersion = 1

/** The kinds that nearly every school reports each day. */
export const usualKinds: ActivityKind[] = ['PE_LESSON', 'BIG_BREAK_AM', 'BIG_BREAK_PM', 'AFTER_SCHOOL_SPORT']

/** Title, school and week, days, kinds: the lines above the classes. */
const headerRows = 4
const mostMinutes = 240

/**
 * The week matrix as the bytes of an .xlsx: a line a class, a column for each kind on each day, whole minutes from 0
 * to 240. A day on which a class has no school is marked '/', which means nothing to report.
 */
export async function writeActivityWeek(week: ActivityWeek): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const title = say(week.locale, words.title)
  const page = workbook.addWorksheet(sheetNameOf(title), {
    views: [{ state: 'frozen', ySplit: headerRows, xSplit: 1 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0 },
  })
  const days = [...new Set(week.classes.flatMap(one => one.days))].sort()
  addTitle(page, week, title, days)
  addHeader(page, week, days)
  for (const one of week.classes) addClass(page, week, one, days)
  limitMinutes(page, week, days)
  addGuide(workbook, week)
  addMark(workbook, week)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function addTitle(page: ExcelJS.Worksheet, week: ActivityWeek, title: string, days: Day[]): void {
  const width = 1 + days.length * week.kinds.length
  const first = page.addRow([title])
  first.font = { size: 16, bold: true }
  first.alignment = { horizontal: 'center' }
  const span = days.length === 0 ? '' : `（${longDay(days[0] ?? '')}—${longDay(days.at(-1) ?? '')}）`
  page.addRow([`填报单位：${week.school.name}    ${span}    单位：分钟`])
  for (const row of [1, 2]) if (width > 1) page.mergeCells(row, 1, row, width)
}

/** Days and kinds are written in Chinese, as the workbook goes back to where they are read. */
function addHeader(page: ExcelJS.Worksheet, { kinds }: ActivityWeek, days: Day[]): void {
  const columns = days.flatMap(day => kinds.map(kind => ({ day, kind })))
  styleHeader(page.addRow(['班级', ...columns.map(({ day }) => shortDay(day))]))
  styleHeader(page.addRow(['班级', ...columns.map(({ kind }) => kindNames[kind]['zh-CN'])]))
  page.mergeCells(3, 1, 4, 1)
  for (let day = 0; kinds.length > 1 && day < days.length; day += 1) {
    page.mergeCells(3, 2 + day * kinds.length, 3, 1 + (day + 1) * kinds.length)
  }
  page.getColumn(1).width = 14
  for (let column = 2; column <= 1 + columns.length; column += 1) page.getColumn(column).width = 9
}

function addClass(
  page: ExcelJS.Worksheet,
  { kinds }: ActivityWeek,
  one: ActivityWeek['classes'][number],
  days: Day[],
): void {
  const isOpen = new Set(one.days)
  const cells = days.flatMap(day => kinds.map(() => (isOpen.has(day) ? null : '/')))
  const row = page.addRow([one.name, ...cells])
  for (let column = 1; column <= 1 + cells.length; column += 1) row.getCell(column).border = tableBorder
  row.getCell(1).numFmt = '@'
}

function limitMinutes(page: ExcelJS.Worksheet, week: ActivityWeek, days: Day[]): void {
  for (let row = headerRows + 1; row <= headerRows + week.classes.length; row += 1) {
    for (let column = 2; column <= 1 + days.length * week.kinds.length; column += 1) {
      page.getCell(row, column).dataValidation = {
        type: 'whole',
        operator: 'between',
        formulae: [0, mostMinutes],
        allowBlank: true,
        showInputMessage: true,
        promptTitle: say(week.locale, words.minutesTitle),
        prompt: say(week.locale, words.minutes),
        showErrorMessage: true,
        errorStyle: 'warning',
        error: say(week.locale, words.minutes),
      }
    }
  }
}

function addGuide(workbook: ExcelJS.Workbook, { locale, mistakes }: ActivityWeek): void {
  writeGuide(workbook.addWorksheet(say(locale, templateText.guide)), {
    locale,
    columns: [
      {
        header: say(locale, words.className),
        isRequired: true,
        how: say(locale, words.classes),
        example: '三(2)班',
      },
      {
        header: say(locale, words.eachDay),
        isRequired: false,
        how: say(locale, words.minutes),
        example: '40',
      },
    ],
    mistakes,
    notes: [say(locale, words.noSchool), say(locale, words.keepHeaders)],
  })
}

function addMark(workbook: ExcelJS.Workbook, { school }: ActivityWeek): void {
  const lists = workbook.addWorksheet(markSheetName, { state: 'veryHidden' })
  lists.addRow(markCells({ sheet: 'activity-week', version: activityWeekVersion, school: school.code }))
}

function shortDay(day: Day): string {
  const sign = '一二三四五六日'[weekdayOf(day) - 1] ?? ''
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日（周${sign}）`
}

function longDay(day: Day): string {
  return `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
}
