import type { Message } from '../../i18n/text.ts'

/** Words in a file that is handed back. The first three are recognised again when the file comes in anew. */
export const marksText = {
  reportTitle: {
    'zh-CN': '导入检查结果（本表由系统生成，再次上传时不会读取）',
    en: 'Results of the check (made by the system; this sheet is not read when the file is uploaded again)',
  },
  noteStart: { 'zh-CN': '【导入检查】', en: '[Import check]' },
  noteEnd: { 'zh-CN': '【检查完】', en: '[End of check]' },
  author: { 'zh-CN': '导入检查', en: 'Import check' },
  more: {
    'zh-CN': ({ count }) => `此处另有 ${count} 个问题。`,
    en: ({ count }) => `${count} more here.`,
  } satisfies Message<{ count: number }>,
} as const
