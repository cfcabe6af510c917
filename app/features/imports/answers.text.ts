import type { WordRefusal } from '#app/features/words/keep-words.server.ts'
import { wordRefusal } from '#app/features/words/words.text.ts'
import { type Locale, type Message, plural, say } from '#app/i18n/text.ts'
import type { AnswerRefusal } from './answer-problems.server.ts'
import type { RememberRefusal } from './remember-answer.server.ts'

export const answerText = {
  answer: { 'zh-CN': '怎么改', en: 'Your answer' },
  remember: {
    'zh-CN': ({ word, text }) => `以后“${word}”都当作${text}`,
    en: ({ word, text }) => `From now on “${word}” means ${text}`,
  } satisfies Message<{ word: string; text: string }>,
  rememberTyped: {
    'zh-CN': ({ word }) => `记住“${word}”是这个意思`,
    en: ({ word }) => `Remember “${word}” as this`,
  } satisfies Message<{ word: string }>,
  remembered: {
    'zh-CN': '已记住，以后上传直接认得；已重新检查，结果如下。',
    en: 'Remembered for later uploads too, and checked again; this is the result.',
  },
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
  inTheFile: {
    'zh-CN': '请在文件中修改后重新上传。',
    en: 'Please put this right in the file and upload it again.',
  },
  nothingToDo: { 'zh-CN': '确认无误即可提交。', en: 'Nothing to do if this is meant.' },
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
  who: { 'zh-CN': '修改人', en: 'Who' },
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

export const answerRefusals = {
  'not-found': { 'zh-CN': '没有找到这次导入。', en: 'This import was not found.' },
  'no-longer-open': {
    'zh-CN': '这次导入已经提交、放弃或退回，不能再改。请重新上传。',
    en: 'This import was committed, given up or refused and cannot be changed. Please upload the file again.',
  },
  'not-kept': {
    'zh-CN': '原文件已经删除，不能再改。请重新上传。',
    en: 'The file is no longer kept, so it cannot be changed. Please upload it again.',
  },
  unreadable: {
    'zh-CN': '这样改后整个文件无法读取，没有保存。请换一个写法。',
    en: 'The file could not be read at all with this, so it was not saved. Please write something else.',
  },
  busy: {
    'zh-CN': '有人同时在改这次导入，没有保存。请再试一次。',
    en: 'Somebody is changing this import too; nothing was saved. Please try again.',
  },
  'personal-number': {
    'zh-CN': '不能填写身份证号或手机号，没有保存。',
    en: 'ID and phone numbers must not be entered; nothing was saved.',
  },
  'long-file': {
    'zh-CN': '这个文件由较早的版本读取，不能在页面上修改。请重新上传。',
    en: 'An earlier version read this file, so it cannot be corrected on the page. Please upload it again.',
  },
  'too-long': {
    'zh-CN': '一个单元格最多 500 字，没有保存。',
    en: 'A cell holds 500 characters at most; nothing was saved.',
  },
  'not-there': {
    'zh-CN': '这一处不在表格的数据里，没有保存。请刷新页面后再改。',
    en: 'This is no place in the data of the sheet; nothing was saved. Please reload the page.',
  },
} satisfies Record<AnswerRefusal, Message>

const rememberRefusals = {
  'not-asked': {
    'zh-CN': '这一处已经没有待确认的词语，没有记住。',
    en: 'No word is asked for there any more; nothing was remembered.',
  },
  'not-allowed': {
    'zh-CN': '这个学校的词语不归您登记，没有记住。',
    en: 'The words of this school are not yours to keep; nothing was remembered.',
  },
  'not-found': answerRefusals['not-found'],
  'no-longer-open': answerRefusals['no-longer-open'],
} satisfies Partial<Record<RememberRefusal, Message>>

/** Every way in which an answer is not remembered, as the address of the preview tells it. */
export const rememberCodes = [
  'not-asked',
  'not-allowed',
  'not-found',
  'no-longer-open',
  'word-missing',
  'word-too-long',
  'not-a-word',
  'meaning-unknown',
  'known-already',
  'is-a-name',
  'several-values',
  'says-otherwise',
  'meant-otherwise',
] as const satisfies readonly RememberRefusal[]

/** Why an answer was not remembered. */
export function rememberMessage(locale: Locale, refusal: RememberRefusal): string {
  return refusal in rememberRefusals
    ? say(locale, rememberRefusals[refusal as keyof typeof rememberRefusals])
    : wordRefusal(locale, refusal as WordRefusal)
}
