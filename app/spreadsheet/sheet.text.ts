import { type Locale, type Message, say } from '../i18n/text.ts'
import type { IgnoredRow } from './read-table.ts'
import type { ProblemValues } from './reading.ts'

const problems: Record<string, Message<ProblemValues>> = {
  'sheet.no-table': {
    'zh-CN': ({ wanted }) => `没有找到“${wanted}”的表头，请使用本系统的模板填写。`,
    en: ({ wantedEn }) => `No header of "${wantedEn}" was found; please fill in the template of this system.`,
  },
  'sheet.missing-columns': {
    'zh-CN': ({ columns }) => `缺少必填的列：${columns}，请补上后重新上传。`,
    en: ({ columnsEn }) => `Required columns are missing: ${columnsEn}; please add them and upload again.`,
  },
  'sheet.wrong-template': {
    'zh-CN': ({ found, wanted }) => `这是“${found}”的模板，请上传“${wanted}”。`,
    en: ({ foundEn, wantedEn }) => `This is the template of "${foundEn}"; please upload "${wantedEn}".`,
  },
  'sheet.duplicate-column': {
    'zh-CN': ({ first }) => `这一列与 ${first} 的表头相同，请只保留一列。`,
    en: ({ first }) => `This column has the same header as ${first}; please keep only one.`,
  },
  'sheet.unknown-column': {
    'zh-CN': () => '这个表里没有这一列，其中的内容没有读取。',
    en: () => 'The sheet has no such column; what stands in it was not read.',
  },
  'sheet.words-differ': {
    'zh-CN': ({ taken }) => `这里与同一行的代码不一致，已按代码读取（${taken}），请核对。`,
    en: ({ taken }) =>
      `This does not agree with the code of its row, which was taken (${taken}); please check.`,
  },
  'sheet.not-its-own': {
    'zh-CN': () => '合并单元格和“同上”在这一列不能代表多行，请每行单独填写。',
    en: () => 'Here no merged cell and no "as above" speaks for several rows; please fill in each row.',
  },
  'sheet.other-measure': {
    'zh-CN': ({ header }) => `表头“${header}”说的是另一种数，这一列没有读取；请填写原始数值并改正表头。`,
    en: ({ header }) =>
      `The heading "${header}" speaks of another measure, so the column was not read; please give plain values and mend the heading.`,
  },
  'sheet.total-differs': {
    'zh-CN': ({ written, sum }) => `表中的合计是 ${written}，上面各行之和是 ${sum}，请核对；合计本身不导入。`,
    en: ({ written, sum }) =>
      `The total given is ${written}, the rows above add up to ${sum}; please check. The total itself is not imported.`,
  },
  'sheet.required-empty': {
    'zh-CN': () => '此项必填，请填写。',
    en: () => 'This is required; please fill it in.',
  },
}

/** The sentence for a code of `readTable`; null when the code belongs to somebody else. */
export function sheetMessage(locale: Locale, code: string, values: ProblemValues = {}): string | null {
  const message = problems[code]
  return message === undefined ? null : say(locale, message, values)
}

/** Why a row was not read as a record. */
export const ignoredReasons: Record<IgnoredRow['why'], Message> = {
  'repeated-header': { 'zh-CN': '重复的表头', en: 'Repeated header' },
  example: { 'zh-CN': '示例', en: 'Example' },
  subtotal: { 'zh-CN': '小计', en: 'Subtotal' },
  total: { 'zh-CN': '合计', en: 'Total' },
  footer: { 'zh-CN': '签字或说明', en: 'Signatures or notes' },
  'after-end': { 'zh-CN': '表格结束后的内容', en: 'Below the end of the table' },
  'not-filled-in': { 'zh-CN': '尚未填写', en: 'Not filled in yet' },
  skipped: { 'zh-CN': '已跳过', en: 'Left out' },
}
