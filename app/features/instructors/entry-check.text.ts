import { type Message, plural } from '#app/i18n/text.ts'
import type { CheckRefusal, CheckState, EntryCheck } from './entry-check.rule.ts'

/** The words of 教职员工准入查询. */
export const entryCheckText = {
  title: { 'zh-CN': '准入查询', en: 'Entry checks' },
  answer: {
    'zh-CN': ({ now, soon }) =>
      now + soon === 0
        ? '所有在岗教练员的准入查询都有效'
        : `${now} 人未通过或已到期，不得上岗；${soon} 人 60 天内到期`,
    en: ({ now, soon }) =>
      now + soon === 0
        ? 'Every instructor at work has a valid check'
        : `${now} may not work until checked; ${soon} ${plural(soon, 'check is', 'checks are')} due within 60 days`,
  } satisfies Message<{ now: number; soon: number }>,
  law: {
    'zh-CN':
      '依据《未成年人保护法》第六十二条，录用前查询、此后每年查询；只登记结果、日期、单位和查询编号，不登记任何违法犯罪内容。',
    en: 'Law on the Protection of Minors, article 62: before anybody is engaged and every year after. Only result, day, unit and reference are kept, never what was found.',
  },
  nobody: { 'zh-CN': '还没有在岗的教练员。', en: 'Nobody is at work yet.' },
  person: { 'zh-CN': '姓名', en: 'Name' },
  place: { 'zh-CN': '单位', en: 'Place' },
  pooled: { 'zh-CN': '统筹', en: 'pooled' },
  state: { 'zh-CN': '查询状态', en: 'Check' },
  work: { 'zh-CN': '能否上岗', en: 'May work' },
  may: { 'zh-CN': '可以上岗', en: 'may work' },
  mayNot: { 'zh-CN': '不得上岗', en: 'may not work' },
  record: { 'zh-CN': '登记查询结果', en: 'Record an answer' },
  history: { 'zh-CN': '查询记录', en: 'Answers' },
  none: { 'zh-CN': '还没有查询记录。', en: 'There is no answer yet.' },
  queriedOn: { 'zh-CN': '查询日期', en: 'Queried on' },
  result: { 'zh-CN': '结果', en: 'Result' },
  reference: { 'zh-CN': '查询编号', en: 'Reference' },
  referenceHint: {
    'zh-CN': '回执或台账编号，不要填写身份证号，也不要填写查询内容',
    en: 'The number of the answer; never an ID number, nor what was found',
  },
  unit: { 'zh-CN': '查询单位', en: 'Queried by' },
  recordedBy: { 'zh-CN': '登记人', en: 'Entered by' },
  save: { 'zh-CN': '登记', en: 'Enter' },
  saved: { 'zh-CN': '查询结果已登记', en: 'The answer is entered' },
  results: {
    CLEAR: { 'zh-CN': '无相关记录', en: 'clear' },
    NOT_CLEAR: { 'zh-CN': '不予录用（立即停止工作）', en: 'not clear: stops work at once' },
    PENDING: { 'zh-CN': '等待结果', en: 'under way' },
  } satisfies Record<EntryCheck['result'], Message>,
  states: {
    clear: {
      'zh-CN': ({ dueOn }) => `有效，${dueOn} 到期`,
      en: ({ dueOn }) => `valid, due on ${dueOn}`,
    } satisfies Message<{ dueOn: string }>,
    expired: {
      'zh-CN': ({ on }) => `已于 ${on} 到期`,
      en: ({ on }) => `expired on ${on}`,
    } satisfies Message<{ on: string }>,
    'not-clear': {
      'zh-CN': ({ on }) => `自 ${on} 起停止工作`,
      en: ({ on }) => `stopped since ${on}`,
    } satisfies Message<{ on: string }>,
    pending: {
      'zh-CN': ({ on }) => `自 ${on} 起等待结果`,
      en: ({ on }) => `under way since ${on}`,
    } satisfies Message<{ on: string }>,
    none: { 'zh-CN': '未查询', en: 'never queried' },
  } satisfies Record<CheckState['state'], unknown>,
  refusal: {
    'day-to-come': { 'zh-CN': '查询日期不能晚于今天', en: 'The day of the query has not come yet' },
    'day-too-old': {
      'zh-CN': '一年前的查询已经失效，请重新查询',
      en: 'An answer of a year ago says nothing of today; please query again',
    },
    'reference-missing': {
      'zh-CN': '请填写查询编号，以便日后核对',
      en: 'Please give the number under which the answer is found again',
    },
    'reference-personal': {
      'zh-CN': '这里像是身份证号，请只填写查询编号',
      en: 'This looks like an ID number; please give the reference only',
    },
    'reference-words': {
      'zh-CN': '只填写查询编号（含数字，汉字不超过 8 个），不登记查询到的任何内容',
      en: 'Please give the number of the answer only, with digits and without a sentence; what was found is kept nowhere',
    },
  } satisfies Record<CheckRefusal, Message>,
} as const
