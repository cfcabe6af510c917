import { type Locale, type Message, say } from '../i18n/text.ts'
import type { ProblemValues } from './reading.ts'
import type { Refusal, Refused } from './workbook.ts'

const kinds: Record<string, Message> = {
  pdf: { 'zh-CN': 'PDF 文档', en: 'a PDF document' },
  image: { 'zh-CN': '图片', en: 'a picture' },
  word: { 'zh-CN': 'Word 文档', en: 'a Word document' },
  slides: { 'zh-CN': '演示文稿', en: 'a slide deck' },
  text: { 'zh-CN': '纯文字', en: 'plain text' },
}

const refusals = {
  empty: {
    'zh-CN': () => '文件是空的，请重新选择文件后上传。',
    en: () => 'The file is empty; please choose it again and upload it.',
  },
  'not-a-workbook': {
    'zh-CN': ({ kind }) =>
      `该文件${named('zh-CN', kind, '是')}不是电子表格，请上传 .xlsx、.xls 或 .csv 文件。`,
    en: ({ kind }) =>
      `This file is ${named('en', kind, '')}not a spreadsheet; please upload an .xlsx, .xls or .csv file.`,
  },
  archive: {
    'zh-CN': () => '这是压缩包，请解压后逐个上传其中的表格。',
    en: () => 'This is an archive; please unpack it and upload its spreadsheets one by one.',
  },
  'save-as-xlsx': {
    'zh-CN': () => '不支持这种表格格式，请用 Excel 或 WPS 另存为 .xlsx 后上传。',
    en: () =>
      'This spreadsheet format is not supported; please save it as .xlsx in Excel or WPS and upload that.',
  },
  encrypted: {
    'zh-CN': () => '文件已加密，请取消打开密码后重新上传。',
    en: () => 'The file is encrypted; please remove its password and upload it again.',
  },
  'too-large': {
    'zh-CN': ({ megabytes }) => `文件超过 ${megabytes} MB，请删除图片等多余内容或拆分后上传。`,
    en: ({ megabytes }) =>
      `The file is larger than ${megabytes} MB; please remove pictures and the like, or split it, and upload it again.`,
  },
  'zip-bomb': {
    'zh-CN': () => '文件解压后的内容过大，请把数据复制到新建的工作簿后上传。',
    en: () => 'The file unpacks to far too much; please copy your data into a new workbook and upload that.',
  },
  'too-many-sheets': {
    'zh-CN': ({ allowed }) => `工作表超过 ${allowed} 个，请删除多余的工作表或拆分后上传。`,
    en: ({ allowed }) =>
      `The workbook has more than ${allowed} sheets; please remove those not needed, or split it, and upload it again.`,
  },
  'too-many-rows': {
    'zh-CN': ({ sheet, allowed }) =>
      `工作表“${sheet}”在第 ${allowed} 行以下还有内容，请删除多余的行或拆分后上传。`,
    en: ({ sheet, allowed }) =>
      `Sheet "${sheet}" holds something below row ${allowed}; please remove the rows not needed, or split it, and upload it again.`,
  },
  'too-many-columns': {
    'zh-CN': ({ sheet, allowed }) => `工作表“${sheet}”超过 ${allowed} 列，请删除多余的列后上传。`,
    en: ({ sheet, allowed }) =>
      `Sheet "${sheet}" has more than ${allowed} columns; please remove those not needed and upload it again.`,
  },
  'too-many-cells': {
    'zh-CN': ({ allowed }) => `有内容的单元格超过 ${allowed} 个，请拆分成几个文件后上传。`,
    en: ({ allowed }) =>
      `The file has more than ${allowed} filled cells; please split it into several files and upload those.`,
  },
  'too-many-merges': {
    'zh-CN': ({ sheet, allowed }) => `工作表“${sheet}”的合并单元格超过 ${allowed} 处，请取消合并后上传。`,
    en: ({ sheet, allowed }) =>
      `Sheet "${sheet}" has more than ${allowed} merged areas; please unmerge them and upload it again.`,
  },
  damaged: {
    'zh-CN': () => '文件已损坏或不完整，请用 Excel 或 WPS 打开并另存为 .xlsx 后上传。',
    en: () =>
      'The file is damaged or cut short; please open it in Excel or WPS, save it as .xlsx and upload that.',
  },
  'open-quote': {
    'zh-CN': ({ line }) =>
      `第 ${line} 行有一个单元格以英文引号（"）开头，却没有在单元格末尾用引号结束，后面的内容无法分清，请补上或删去这个引号后上传。`,
    en: ({ line }) =>
      `On line ${line} a cell begins with a quotation mark (") and does not end with one, so that what follows cannot be told apart; please add the missing mark or remove the first, and upload it again.`,
  },
  'took-too-long': {
    'zh-CN': () => '文件内容过于复杂，未能按时读完，请把数据复制到新建的工作簿后上传。',
    en: () =>
      'The file could not be read in time; please copy your data into a new workbook and upload that.',
  },
  'no-values': {
    'zh-CN': () => '表格里没有内容，请填写后上传。',
    en: () => 'The workbook holds no values; please fill it in and upload it again.',
  },
} satisfies Record<Refusal, Message<ProblemValues>>

/** One sentence for a file that was not opened: what is wrong and what to do. */
export function refusalMessage(locale: Locale, { refusal, values }: Omit<Refused, 'ok'>): string {
  const message: Message<ProblemValues> = refusals[refusal]
  return say(locale, message, values)
}

function named(locale: Locale, kind: string | number | undefined, verb: string): string {
  const name = kinds[String(kind)]
  if (name === undefined) return ''
  return locale === 'en' ? `${say(locale, name)}, ` : `${verb}${say(locale, name)}，`
}
