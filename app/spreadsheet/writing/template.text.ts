import type { Message } from '../../i18n/text.ts'

export const templateText = {
  guide: { 'zh-CN': '填写说明', en: 'How to fill in' },
  column: { 'zh-CN': '列', en: 'Column header' },
  demand: { 'zh-CN': '要求', en: 'Needed?' },
  how: { 'zh-CN': '怎样填写', en: 'What to enter' },
  example: { 'zh-CN': '例子', en: 'For example' },
  required: { 'zh-CN': '必填', en: 'Required' },
  optional: { 'zh-CN': '选填', en: 'Optional' },
  choose: { 'zh-CN': '从下拉列表中选择', en: 'Choose from the list' },
  keepHeaders: {
    'zh-CN': '表头请勿改动；列的顺序可以调整，选填的列可以删除。',
    en: 'Please keep the headers as they are; columns may change places, optional ones may be deleted.',
  },
  noMerges: { 'zh-CN': '一行填写一条记录，请勿合并单元格。', en: 'One record a row, no merged cells.' },
} satisfies Record<string, Message>
