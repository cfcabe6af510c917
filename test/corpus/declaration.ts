import type { Day } from '#app/calendar-day.ts'
import type { SchoolClass } from './ink/classes.ts'
import type { Mess } from './ink/ink.ts'
import { type Kind, kinds } from './ink/kinds.ts'
import * as books from './layouts/books.ts'
import * as forms from './layouts/forms.ts'
import type { Layout } from './layouts/layout.ts'
import * as lists from './layouts/lists.ts'
import type { Writer } from './write/formats.ts'
import type { Office } from './write/office.ts'

/** One workbook of the corpus: a layout, how messy each kind of cell is, and how it comes to be a file. */
export interface Declared {
  file: string
  layout: Layout
  writer: Writer
  /** LibreOffice opens what the writer wrote and saves it again as this. */
  office?: Office
  minutes?: Mess
  days?: Mess
  classes?: Mess
  kinds?: Mess
  counts?: Mess
  sheet?: 'activity-week'
  /** Of the junior school instead of the primary school. */
  isJunior?: true
  of: { classes: SchoolClass[]; days: Day[]; kinds: Kind[] }
  isMiscounted?: true
}

const { lesson, morningBreak, afternoonBreak, morning, after, eyes, collective, club } = kinds

const classesOf = (grade: number, count: number): SchoolClass[] =>
  Array.from({ length: count }, (_, index) => ({ grade, no: index + 1 }))
const third = classesOf(3, 3)
const fourth = classesOf(4, 4)
const fifth = classesOf(5, 2)
const seventh = classesOf(7, 4)
const eighth = classesOf(8, 3)

const week1: Day[] = ['2025-09-01', '2025-09-02', '2025-09-03', '2025-09-04', '2025-09-05']
const week2: Day[] = ['2025-09-08', '2025-09-09', '2025-09-10', '2025-09-11', '2025-09-12']
const week3: Day[] = ['2025-09-15', '2025-09-16', '2025-09-17', '2025-09-18', '2025-09-19']
const week4: Day[] = ['2025-09-22', '2025-09-23', '2025-09-24', '2025-09-25', '2025-09-26']
/** The Sunday before the holidays is worked. */
const week5: Day[] = ['2025-09-28', '2025-09-29', '2025-09-30']
const october: Day[] = ['2025-10-09', '2025-10-10', '2025-10-11', '2025-10-13', '2025-10-14']

/** The activity workbooks; the other sheets stand in registry/. */
export const declared: Declared[] = [
  // The county's form.
  {
    file: '附件2：东海县试验小学9月份每天一小时统计表(1).xlsx',
    layout: forms.reportForm,
    writer: 'exceljs',
    of: { classes: [...third, ...fourth], days: week1.slice(0, 2), kinds: [lesson, morningBreak, after] },
    isMiscounted: true,
  },
  {
    file: '附件2：每天一小时统计表（三年级）.xlsx',
    layout: forms.reportForm,
    writer: 'strict',
    of: { classes: third, days: week1, kinds: [lesson, morningBreak, after] },
    minutes: 'corrected',
    classes: 'spelled',
    days: 'spelled',
  },
  {
    file: '统计表(20250930).xls',
    layout: forms.reportForm,
    writer: 'biff8',
    of: { classes: [...third, ...fifth], days: week3.slice(0, 3), kinds: [lesson, afternoonBreak, eyes] },
    minutes: 'broken',
    classes: 'corrected',
  },
  {
    file: '试验小学-最终版-改.et',
    layout: forms.reportForm,
    writer: 'biff8',
    of: { classes: fourth, days: week4.slice(0, 4), kinds: [lesson, morningBreak] },
    counts: 'broken',
    isMiscounted: true,
  },
  {
    file: '2025年9月每天一小时情况统计表（打印版）.xls',
    layout: forms.reportForm,
    writer: 'exceljs',
    office: 'xls',
    of: { classes: [...third, ...fifth], days: week2.slice(0, 3), kinds: [lesson, morningBreak, club] },
    days: 'broken',
    minutes: 'corrected',
  },
  {
    file: '每天一小时统计表.htm.xls',
    layout: forms.reportForm,
    writer: 'html',
    of: { classes: third, days: week2, kinds: [lesson, morningBreak, collective] },
    minutes: 'spelled',
    isMiscounted: true,
  },
  {
    file: '统计表2003.xls',
    layout: forms.reportForm,
    writer: 'xml-2003',
    of: { classes: [...third, ...fifth], days: week5, kinds: [lesson, morningBreak] },
    minutes: 'corrected',
    days: 'corrected',
  },
  // The week matrix.
  {
    file: '第3周体育活动统计表.xlsx',
    layout: forms.weekMatrix,
    writer: 'exceljs',
    sheet: 'activity-week',
    of: { classes: [...third, ...fourth], days: week3, kinds: [lesson, morningBreak] },
  },
  {
    file: '第3周体育活动统计表（汇总）.xls',
    layout: forms.weekMatrix,
    writer: 'sheetjs',
    office: 'xls',
    sheet: 'activity-week',
    of: { classes: [...third, ...fifth], days: week3, kinds: [lesson, morningBreak, after] },
    minutes: 'broken',
  },
  {
    file: '东海县试验中学第3周.et',
    layout: forms.weekMatrix,
    writer: 'biff8',
    sheet: 'activity-week',
    isJunior: true,
    of: { classes: [...seventh, ...eighth], days: week3, kinds: [morningBreak, collective] },
    classes: 'broken',
    minutes: 'spelled',
  },
  {
    file: '第三周.xls',
    layout: forms.weekMatrix,
    writer: 'html',
    sheet: 'activity-week',
    of: { classes: fourth, days: week3, kinds: [lesson, afternoonBreak] },
    minutes: 'broken',
  },
  {
    file: '周报表.xlsx',
    layout: forms.datedMatrix,
    writer: 'sheetjs',
    sheet: 'activity-week',
    of: { classes: [...third, ...fourth], days: week2, kinds: [lesson, morningBreak] },
    minutes: 'corrected',
    classes: 'spelled',
  },
  {
    file: '周报表（2003）.xls',
    layout: forms.datedMatrix,
    writer: 'xml-2003',
    sheet: 'activity-week',
    of: { classes: third, days: week4, kinds: [lesson, morningBreak, eyes] },
    minutes: 'broken',
    classes: 'broken',
  },
  {
    file: '试验小学周报-王老师.xlsx',
    layout: forms.datedMatrix,
    writer: 'exceljs',
    office: 'xlsx',
    sheet: 'activity-week',
    of: { classes: fourth, days: week1, kinds: [lesson, after] },
    minutes: 'broken',
  },
  // The month list.
  {
    file: '9月.xlsx',
    layout: forms.monthByGrade,
    writer: 'exceljs',
    of: {
      classes: [...third, ...fourth, ...fifth],
      days: [...week1, ...week2],
      kinds: [lesson, morningBreak],
    },
    days: 'spelled',
  },
  {
    file: '9月（年级）.txt',
    layout: forms.monthByGrade,
    writer: 'tsv-utf16le',
    of: { classes: [...third, ...fourth, ...fifth], days: week4, kinds: [lesson] },
    days: 'spelled',
  },
  {
    file: '试验中学9月份统计.xlsx',
    layout: forms.monthByGrade,
    writer: 'strict',
    isJunior: true,
    of: { classes: [...seventh, ...eighth], days: [...week3, ...week5], kinds: [lesson, collective] },
    days: 'broken',
    minutes: 'corrected',
  },
  {
    file: '9月份各班统计.xlsx',
    layout: forms.monthByClass,
    writer: 'exceljs',
    office: 'xlsx',
    of: { classes: [...third, ...fifth], days: [...week4, ...week5], kinds: [lesson, morningBreak] },
    minutes: 'spelled',
    days: 'corrected',
  },
  {
    file: '各班统计（网页）.xls',
    layout: forms.monthByClass,
    writer: 'exceljs',
    office: 'html',
    of: { classes: fourth, days: week1, kinds: [lesson, morningBreak] },
  },
  // Lists.
  {
    file: '活动台账.xlsx',
    layout: lists.shuffledLog,
    writer: 'exceljs',
    of: { classes: [...third, ...fourth], days: [...week1, ...week2], kinds: [lesson, after] },
    minutes: 'broken',
  },
  {
    file: '活动台账-日期.xlsx',
    layout: lists.shuffledLog,
    writer: 'sheetjs',
    of: { classes: third, days: [...week1, ...week2, ...week3], kinds: [lesson] },
    days: 'broken',
  },
  {
    file: '活动台账-班级.xls',
    layout: lists.shuffledLog,
    writer: 'biff8',
    of: { classes: [...third, ...fourth, ...fifth], days: week2, kinds: [morningBreak] },
    classes: 'broken',
  },
  {
    file: '活动台账-人数.xlsx',
    layout: lists.shuffledLog,
    writer: 'strict',
    of: { classes: [...third, ...fourth], days: week3, kinds: [lesson, club] },
    counts: 'broken',
  },
  {
    file: '活动台账-类型.et',
    layout: lists.shuffledLog,
    writer: 'biff8',
    of: { classes: third, days: week4.slice(0, 3), kinds: Object.values(kinds) },
    kinds: 'broken',
  },
  {
    file: '活动台账（UTF-8）.csv',
    layout: lists.shuffledLog,
    writer: 'csv-utf8',
    of: { classes: [...third, ...fourth], days: week1, kinds: [lesson, morning, club] },
    minutes: 'broken',
  },
  {
    file: '活动台账（带BOM）.csv',
    layout: lists.shuffledLog,
    writer: 'csv-bom',
    of: { classes: [...third, ...fifth], days: [...week1, ...week3], kinds: [lesson] },
    days: 'broken',
  },
  {
    file: '活动台账（另存为）.csv',
    layout: lists.shuffledLog,
    writer: 'csv-gb18030',
    of: { classes: fourth, days: [...week1, ...week2], kinds: [lesson] },
    counts: 'corrected',
  },
  {
    file: '活动台账（LibreOffice）.csv',
    layout: lists.shuffledLog,
    writer: 'exceljs',
    office: 'csv-gb18030',
    of: { classes: fourth, days: week4, kinds: [lesson, afternoonBreak] },
    kinds: 'corrected',
  },
  {
    file: 'Unicode文本.txt',
    layout: lists.shuffledLog,
    writer: 'tsv-utf16le',
    of: { classes: third, days: week2, kinds: [lesson, morningBreak] },
    classes: 'broken',
  },
  {
    file: '导出数据.csv',
    layout: lists.shuffledLog,
    writer: 'csv-semicolon',
    of: { classes: third, days: week5, kinds: [lesson, morningBreak, after] },
    minutes: 'corrected',
  },
  {
    file: '东海县试验小学台账打印.xlsx',
    layout: lists.pagedList,
    writer: 'exceljs',
    of: { classes: third, days: week1, kinds: [lesson, morningBreak] },
    minutes: 'corrected',
  },
  {
    file: '台账打印.xls',
    layout: lists.pagedList,
    writer: 'biff5',
    of: { classes: fourth, days: week2, kinds: [lesson, eyes] },
    minutes: 'spelled',
    days: 'corrected',
  },
  {
    file: '台账打印 (2).tsv',
    layout: lists.pagedList,
    writer: 'tsv-utf8',
    of: { classes: third, days: week3, kinds: [lesson, morningBreak] },
    minutes: 'broken',
  },
  {
    file: '台账打印版.xls',
    layout: lists.pagedList,
    writer: 'exceljs',
    office: 'html',
    of: { classes: fifth, days: [...week1, ...week2], kinds: [lesson, after] },
    classes: 'corrected',
  },
  {
    file: '新建 XLS 工作表.xls',
    layout: lists.dittoList,
    writer: 'biff8',
    of: { classes: third, days: week1, kinds: [lesson, morningBreak] },
    minutes: 'corrected',
  },
  {
    file: '新建 XLS 工作表 (2).xls',
    layout: lists.dittoList,
    writer: 'biff5',
    of: { classes: [...third, ...fifth], days: week3.slice(0, 3), kinds: [lesson, morningBreak] },
    days: 'broken',
  },
  {
    file: '登记.tsv',
    layout: lists.dittoList,
    writer: 'tsv-gb18030',
    of: { classes: fourth, days: week4.slice(0, 3), kinds: [lesson, collective] },
    classes: 'spelled',
  },
  {
    file: '三年级登记表.xlsx',
    layout: lists.groupedList,
    writer: 'exceljs',
    of: { classes: third, days: week2, kinds: [lesson, morningBreak, after] },
    minutes: 'broken',
  },
  {
    file: '四年级登记表.csv',
    layout: lists.groupedList,
    writer: 'csv-utf16le',
    of: { classes: fourth, days: week2.slice(0, 3), kinds: [lesson, morningBreak, after] },
  },
  {
    file: '五年级登记表.xls',
    layout: lists.groupedList,
    writer: 'xml-2003',
    of: { classes: fifth, days: week2, kinds: [lesson, morningBreak] },
    days: 'corrected',
    classes: 'corrected',
  },
  {
    file: '锻炼统计（小时）.xlsx',
    layout: lists.hourList,
    writer: 'exceljs',
    of: { classes: third, days: week3, kinds: [lesson, collective] },
  },
  {
    file: '锻炼统计.xls',
    layout: lists.hourList,
    writer: 'sheetjs',
    office: 'xls',
    of: { classes: fourth, days: week3.slice(0, 3), kinds: [lesson] },
    days: 'corrected',
  },
  {
    file: '起止时间.xlsx',
    layout: lists.clockList,
    writer: 'exceljs',
    of: { classes: third, days: week4, kinds: [lesson, morningBreak] },
    classes: 'corrected',
  },
  {
    file: '起止时间.tsv',
    layout: lists.clockList,
    writer: 'tsv-utf16be',
    of: { classes: fourth, days: week1.slice(0, 3), kinds: [lesson, after] },
    days: 'broken',
  },
  {
    file: '一周汇总填报.xlsx',
    layout: lists.spanList,
    writer: 'exceljs',
    of: { classes: third, days: week3, kinds: [] },
  },
  {
    file: '一周汇总填报.csv',
    layout: lists.spanList,
    writer: 'csv-bom',
    of: { classes: fourth, days: week2, kinds: [] },
  },
  // Whole books.
  {
    file: '试验小学-各班-第3周.xlsx',
    layout: books.sheetPerClass,
    writer: 'exceljs',
    of: { classes: third, days: week3, kinds: [lesson, morningBreak, after] },
    minutes: 'corrected',
  },
  {
    file: '各班-第3周.xls',
    layout: books.sheetPerClass,
    writer: 'biff5',
    of: { classes: fourth, days: week3, kinds: [lesson, morningBreak] },
    minutes: 'broken',
  },
  {
    file: '9月各周.xlsx',
    layout: books.sheetPerWeek,
    writer: 'exceljs',
    office: 'xlsx',
    sheet: 'activity-week',
    of: { classes: third, days: [...week3, ...week4, ...october], kinds: [lesson, morningBreak] },
    minutes: 'corrected',
  },
  {
    file: '9月各周.et',
    layout: books.sheetPerWeek,
    writer: 'biff8',
    sheet: 'activity-week',
    of: { classes: fifth, days: [...week3, ...week4, ...week5], kinds: [lesson, morningBreak] },
    classes: 'corrected',
    minutes: 'spelled',
  },
  {
    file: '分项统计.xlsx',
    layout: books.sheetPerKind,
    writer: 'sheetjs',
    of: { classes: [...third, ...fourth], days: week4, kinds: [lesson, morningBreak, eyes] },
    minutes: 'broken',
  },
  {
    file: '分项统计.xls',
    layout: books.sheetPerKind,
    writer: 'exceljs',
    office: 'xls',
    of: { classes: third, days: [...week5, ...october], kinds: [lesson, after] },
    days: 'broken',
  },
  {
    file: '双栏登记表.xlsx',
    layout: books.sideBySide,
    writer: 'exceljs',
    of: { classes: third, days: week1, kinds: [lesson, morningBreak] },
    minutes: 'broken',
  },
  {
    file: '双栏登记表.xls',
    layout: books.sideBySide,
    writer: 'html',
    of: { classes: fourth, days: week4.slice(0, 4), kinds: [lesson, morningBreak] },
    days: 'corrected',
  },
  {
    file: '双栏登记.csv',
    layout: books.sideBySide,
    writer: 'csv-gb18030',
    of: { classes: fifth, days: week2, kinds: [lesson, morningBreak] },
    minutes: 'spelled',
  },
  {
    file: '日报表合订.xlsx',
    layout: books.tablesBelow,
    writer: 'strict',
    of: { classes: [...third, ...fifth], days: week2.slice(0, 4), kinds: [lesson, morningBreak, eyes] },
    minutes: 'corrected',
  },
  {
    file: '日报表合订.csv',
    layout: books.tablesBelow,
    writer: 'csv-utf8',
    of: { classes: fourth, days: week1.slice(0, 4), kinds: [lesson, morningBreak] },
    minutes: 'broken',
  },
  {
    file: '筛选后.xlsx',
    layout: books.hiddenParts,
    writer: 'exceljs',
    of: { classes: third, days: week3, kinds: [lesson, morningBreak] },
    minutes: 'spelled',
  },
  {
    file: '筛选后.xls',
    layout: books.hiddenParts,
    writer: 'exceljs',
    office: 'xls',
    of: { classes: fourth, days: week2.slice(0, 3), kinds: [lesson, morningBreak] },
    minutes: 'broken',
  },
  {
    file: '保护的填报表.xlsx',
    layout: books.decorated,
    writer: 'exceljs',
    of: { classes: third, days: week5, kinds: [lesson, morningBreak, after] },
    minutes: 'corrected',
  },
  {
    file: '保护的填报表-转存.xlsx',
    layout: books.decorated,
    writer: 'exceljs',
    office: 'ods-xlsx',
    of: { classes: fifth, days: week2, kinds: [lesson, morningBreak] },
    minutes: 'spelled',
  },
  {
    file: '安排表.xlsx',
    layout: books.wordTable,
    writer: 'exceljs',
    of: { classes: third, days: week3, kinds: [] },
  },
  {
    file: '安排表.xls',
    layout: books.wordTable,
    writer: 'html',
    of: { classes: fourth, days: week3, kinds: [] },
  },
  {
    file: '集体活动登记.xlsx',
    layout: books.wholeSchool,
    writer: 'exceljs',
    of: { classes: [...third, ...fourth, ...fifth], days: october, kinds: [] },
  },
]
