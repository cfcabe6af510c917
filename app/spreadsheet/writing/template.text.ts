import type { Message } from '../../i18n/text.ts'

export const templateText = {
  guide: { 'zh-CN': '填写说明', en: 'How to fill in' },
  column: { 'zh-CN': '列', en: 'Column header' },
  demand: { 'zh-CN': '要求', en: 'Needed?' },
  how: { 'zh-CN': '怎样填写', en: 'What to enter' },
  example: { 'zh-CN': '例子', en: 'For example' },
  required: { 'zh-CN': '必填', en: 'Required' },
  optional: { 'zh-CN': '选填', en: 'Optional' },
  suchAs: {
    'zh-CN': ({ example }: { example: string }) => `例如 ${example}`,
    en: ({ example }: { example: string }) => `Such as ${example}`,
  },
  mistakes: { 'zh-CN': '最近几次导入中常见的错误', en: 'Frequent mistakes of the last uploads' },
  times: { 'zh-CN': '次数', en: 'Times' },
  wrong: { 'zh-CN': '错在哪里、怎样改', en: 'What was wrong, and what to do' },
  stood: { 'zh-CN': '当时的写法', en: 'As it stood' },
  right: { 'zh-CN': '正确的写法', en: 'Written right' },
  choose: { 'zh-CN': '从下拉列表中选择', en: 'Choose from the list' },
  keepHeaders: {
    'zh-CN': '表头请勿改动；列的顺序可以调整，选填的列可以删除。',
    en: 'Please keep the headers as they are; columns may change places, optional ones may be deleted.',
  },
  noMerges: { 'zh-CN': '一行填写一条记录，请勿合并单元格。', en: 'One record a row, no merged cells.' },
} satisfies Record<string, Message | Message<{ example: string }>>
