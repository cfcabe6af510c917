import { type Message, plural } from '#app/i18n/text.ts'

export const answerText = {
  answer: { 'zh-CN': '怎么改', en: 'Your answer' },
  typed: { 'zh-CN': '另写', en: 'Other text' },
  typedFor: {
    'zh-CN': ({ place }) => `${place} 改为`,
    en: ({ place }) => `What ${place} should say`,
  } satisfies Message<{ place: string }>,
  correct: { 'zh-CN': '修改', en: 'Correct' },
  correctAll: {
    'zh-CN': ({ count }) => `同样的 ${count} 处都改`,
    en: ({ count }) => `Correct all ${count} alike`,
  } satisfies Message<{ count: number }>,
  allBecome: {
    'zh-CN': ({ count, text }) => `${count} 处都改为 ${text}`,
    en: ({ count, text }) => `${text} for all ${count} alike`,
  } satisfies Message<{ count: number; text: string }>,
  empty: { 'zh-CN': '留空', en: 'Leave it empty' },
  skip: { 'zh-CN': '跳过该行', en: 'Leave out the row' },
  how: {
    'zh-CN': '可直接在这里修改，原文件不变；改好的值按同样的规则重新检查。',
    en: 'Correct it here; your file stays as it is. What you write is checked by the same rules.',
  },
  checkAgain: { 'zh-CN': '保存修改并重新检查', en: 'Save and check again' },
  answered: {
    'zh-CN': '已按您的修改重新检查，结果如下。',
    en: 'Checked again with your answers; this is the result.',
  },
  corrections: {
    'zh-CN': ({ count }) => `在页面上改过的（${count}）`,
    en: ({ count }) => `${count} ${plural(count, 'answer', 'answers')} given on this page`,
  } satisfies Message<{ count: number }>,
  became: { 'zh-CN': '改为', en: 'What it says now' },
  takeBack: { 'zh-CN': '撤回', en: 'Take back' },
  takeBackOf: {
    'zh-CN': ({ place }) => `撤回 ${place}`,
    en: ({ place }) => `Take back ${place}`,
  } satisfies Message<{ place: string }>,
  skippedRow: { 'zh-CN': '跳过该行', en: 'Row left out' },
  emptied: { 'zh-CN': '留空', en: 'Empty' },
  restored: { 'zh-CN': '撤回，恢复原内容', en: 'Taken back' },
  superseded: { 'zh-CN': '后来又改过', en: 'Changed again later' },
  moreCorrections: {
    'zh-CN': ({ count }) => `另有 ${count} 处较早的修改未列出。`,
    en: ({ count }) => `${count} earlier ones are not listed.`,
  } satisfies Message<{ count: number }>,
  row: {
    'zh-CN': ({ row }) => `第 ${row} 行`,
    en: ({ row }) => `row ${row}`,
  } satisfies Message<{ row: string }>,
} as const
