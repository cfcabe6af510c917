import { type Locale, type Message, say } from '#app/i18n/text.ts'
import type { ProblemValues } from '#app/spreadsheet/reading.ts'
import { postProblemWords } from './refusals.text.ts'

const prefix = 'coach-post.'

/** Problems of rows of the sheet of posts that no form has. */
const problems = {
  'number-unknown': {
    'zh-CN': () => '没有这个编号的岗位；新岗位请留空，由系统编号。',
    en: () => 'No post has this number; leave it empty for a new one.',
  },
  'round-unknown': {
    'zh-CN': () => '没有这个招聘批次，请先由主管单位建立。',
    en: () => 'There is no such round; the unit has to announce it first.',
  },
  'other-round': {
    'zh-CN': () => '这个编号的岗位属于另一批次。',
    en: () => 'The post of this number is in another round.',
  },
  'round-over': {
    'zh-CN': () => '这一批次的报名已经截止。',
    en: () => 'The window of this round has closed.',
  },
  'not-to-change': {
    'zh-CN': () => '岗位已报送或发布，或不归您修改，内容与现有的不同。',
    en: () => 'The post is submitted or published, or not yours, and says something else.',
  },
  twice: {
    'zh-CN': ({ rows }) => `与第 ${rows} 行是同一岗位，内容不同，请只保留正确的一行。`,
    en: ({ rows }) => `The same post as row ${rows} with other contents; please keep the right one.`,
  },
  'not-whole': { 'zh-CN': () => '请填写整数。', en: () => 'Please enter a whole number.' },
  'two-decimals': {
    'zh-CN': () => '最多两位小数。',
    en: () => 'At most two decimals.',
  },
} satisfies Record<string, Message<ProblemValues>>

/** The sentence for a problem of the sheet of posts; null when the code belongs to somebody else. */
export function postProblem(locale: Locale, code: string, values: ProblemValues = {}): string | null {
  if (!code.startsWith(prefix)) return null
  const name = code.slice(prefix.length)
  if (name in problems) return say(locale, problems[name as keyof typeof problems], values)
  return name in postProblemWords
    ? say(locale, postProblemWords[name as keyof typeof postProblemWords])
    : null
}
