import type { Message } from '#app/i18n/text.ts'

export const mistakesText = {
  answered: {
    'zh-CN': '导入预览时已改为右边的写法，下次请直接这样填写',
    en: 'Put right in the preview as shown; please enter it so from the start',
  },
  empty: { 'zh-CN': '（空）', en: '(empty)' },
} satisfies Record<string, Message>
