import { type Message, plural } from '#app/i18n/text.ts'
import type { MarkKind } from '#app/spreadsheet/marking/marks.ts'
import type { ImportCounts } from './import-counts.rule.ts'

/** Words in the file that goes back to whoever uploaded it. */
export const markedFileText = {
  suffix: { 'zh-CN': '（已标注）', en: ' (marked)' },
  reportName: { 'zh-CN': '导入检查结果', en: 'Check results' },
  counts: {
    'zh-CN': c =>
      `读到 ${c.read} 行：新增 ${c.new}，变更 ${c.changed}，无变化 ${c.unchanged}，未通过 ${c.rejected}，忽略 ${c.ignored}。以上传时的数据为准。`,
    en: c =>
      `${c.read} ${plural(c.read, 'row', 'rows')} read: ${c.new} new, ${c.changed} changed, ${c.unchanged} unchanged, ${c.rejected} rejected, ${c.ignored} ignored, as of the upload.`,
  } satisfies Message<ImportCounts>,
  next: {
    'zh-CN': '请改好标红和标橙的单元格，保存后把本文件重新上传；颜色和批注不必删除，未改动的行不会重复写入。',
    en: 'Correct the red and orange cells, save, and upload this very file again; colours and comments may stay, and rows that you did not touch are not entered twice.',
  },
  rebuilt: {
    'zh-CN': '原文件的格式不能直接标注，内容已原样写入这份 .xlsx 文件；原来的字体、颜色和下拉列表没有保留。',
    en: 'The format of the original cannot be marked, so its content was written into this .xlsx file as it stood; fonts, colours and drop-downs were not kept.',
  },
  stood: {
    'zh-CN': ({ raw }) => `原内容：${raw}`,
    en: ({ raw }) => `What stands there: ${raw}`,
  } satisfies Message<{
    raw: string
  }>,
  empty: { 'zh-CN': '（空）', en: '(empty)' },
  answered: {
    'zh-CN': ({ text }) => `网页上已改为：${text}。文件中仍是原内容，重新上传前请照此修改。`,
    en: ({ text }) =>
      `Changed in the preview to: ${text}. The file still holds the original; please change it here before you upload it again.`,
  } satisfies Message<{ text: string }>,
  perhaps: {
    'zh-CN': ({ candidates }) => `可以填：${candidates}`,
    en: ({ candidates }) => `You may enter: ${candidates}`,
  } satisfies Message<{ candidates: string }>,
  sheet: { 'zh-CN': '工作表', en: 'Sheet' },
  cell: { 'zh-CN': '单元格', en: 'Cell' },
  notListed: {
    'zh-CN': ({ count }) => `另有 ${count} 个问题没有列出，相应的单元格已标色；改好后重新上传即可看到。`,
    en: ({ count }) =>
      `${count} more ${plural(count, 'problem is', 'problems are')} not listed, but coloured; upload the corrected file to see them.`,
  } satisfies Message<{ count: number }>,
  notMarked: {
    'zh-CN': '这个文件太长或无法标注，请下载原文件，对照下面的问题修改。',
    en: 'This file is too long or cannot be marked; please download the original and correct it by the list below.',
  },
  download: { 'zh-CN': '下载标注好的文件', en: 'Download the file with marks' },
  downloadHint: {
    'zh-CN': '就是您上传的文件：有问题的单元格已标色并加批注，改好后可直接重新上传。',
    en: 'It is the file that you uploaded: cells to correct are coloured and commented, and it can be uploaded again as it is.',
  },
} as const

/** What each colour means, in the list behind the sheets. */
export const markWords = {
  reject: { 'zh-CN': '红色：不能接受，必须修改', en: 'Red: not accepted, must be corrected' },
  ask: { 'zh-CN': '橙色：意思不明确，请写清楚', en: 'Orange: not clear, please say which' },
  warn: {
    'zh-CN': '黄色：已按批注中的理解读取，请核对',
    en: 'Yellow: read as the comment says, please check',
  },
  rejected: {
    'zh-CN': '浅红（行首）：整行未通过',
    en: 'Pale red at the start of a row: the row was not accepted',
  },
  accepted: { 'zh-CN': '绿色（行首）：整行已通过', en: 'Green at the start of a row: the row was accepted' },
  ignored: {
    'zh-CN': '灰色（行首）：不是数据行或重复，未读取',
    en: 'Grey at the start of a row: no data or repeated, not read',
  },
} satisfies Record<MarkKind, Message>
