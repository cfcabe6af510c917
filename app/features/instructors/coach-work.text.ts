import { type Locale, type Message, plural, say } from '#app/i18n/text.ts'
import type { CoachRating, TrainingKind } from '#db/tables.ts'
import type { WorkRefusal, WorkWarning } from './coach-placement.rule.ts'
import type { EndPlacementRefusal } from './end-coach-placement.server.ts'
import type { EvaluateRefusal } from './evaluate-coach.server.ts'
import type { PlaceRefusal } from './place-coach.server.ts'
import type { RenewRefusal } from './renew-coach.server.ts'
import type { TrainingRefusal } from './set-training.server.ts'
import { type WeeklyTime, writeWeeklyTimes } from './weekly-time.rule.ts'

export const ratingWords = {
  EXCELLENT: { 'zh-CN': '优秀', en: 'Excellent' },
  GOOD: { 'zh-CN': '合格', en: 'Good' },
  FAIR: { 'zh-CN': '基本合格', en: 'Fair' },
  POOR: { 'zh-CN': '不合格', en: 'Poor' },
} satisfies Record<CoachRating, Message>

export const trainingWords = {
  ETHICS: { 'zh-CN': '师德师风', en: 'Ethics' },
  TEACHING: { 'zh-CN': '教育教学', en: 'Teaching' },
  SAFETY: { 'zh-CN': '安全与未成年人保护', en: 'Safety and child protection' },
  FIRST_AID: { 'zh-CN': '急救', en: 'First aid' },
  CERTIFICATE: { 'zh-CN': '取得教师资格证', en: 'Teacher certificate' },
  OTHER: { 'zh-CN': '其他', en: 'Other' },
} satisfies Record<TrainingKind, Message>

/** The words of what coaches do at schools, of training and of evaluation. */
export const workText = {
  work: { 'zh-CN': '工作安排', en: 'Work' },
  workNone: { 'zh-CN': '还没有安排。', en: 'No work is placed yet.' },
  place: { 'zh-CN': '安排到学校', en: 'Place at a school' },
  placeAnswer: {
    'zh-CN': '同一人的时间不能冲突，跨校要留出路上时间，合计不超过合同周课时。',
    en: 'One person is at one place at a time, has time for the way between schools, and stays within the hours of the contract.',
  },
  school: { 'zh-CN': '学校', en: 'School' },
  schoolHint: { 'zh-CN': '10 位标识码，或从列表中选择', en: 'Its ten-digit code, or choose from the list' },
  sport: { 'zh-CN': '项目', en: 'Sport' },
  stages: { 'zh-CN': '学段', en: 'Stages' },
  hoursWeek: { 'zh-CN': '周课时', en: 'Hours a week' },
  cells: { 'zh-CN': '可使活跃的 5621 布点', en: '5621 cells made live' },
  times: { 'zh-CN': '上课时间', en: 'Weekly times' },
  timesHint: {
    'zh-CN': '如 周二 16:00-17:30、周四 16:00-17:30；未定可空',
    en: 'Such as 周二 16:00-17:30、周四 16:00-17:30; empty while unknown',
  },
  timesUnclear: {
    'zh-CN': '看不懂的时间，请按“周二 16:00-17:30”填写，多个用顿号隔开',
    en: 'Please write times as 周二 16:00-17:30, several parted by 、',
  },
  from: { 'zh-CN': '起始日期', en: 'From' },
  until: { 'zh-CN': '终止日期', en: 'Until' },
  note: { 'zh-CN': '备注', en: 'Note' },
  confirm: {
    'zh-CN': '已向本人核实，可以往返',
    en: 'I asked the person: it can be done',
  },
  confirmHint: {
    'zh-CN': '系统无法核对以下几点，请核实后勾选再提交',
    en: 'This could not be checked; please ask, tick the box and submit again',
  },
  cannot: { 'zh-CN': '不能这样安排：', en: 'This cannot be placed:' },
  renew: { 'zh-CN': '续聘', en: 'Renew' },
  renewAnswer: {
    'zh-CN': ({ school, sport, from }) => `${school}的${sport}从 ${from} 起按原学段、时间和课时继续。`,
    en: ({ school, sport, from }) =>
      `${sport} at ${school} goes on from ${from} with the same stages, times and hours.`,
  } satisfies Message<{ school: string; sport: string; from: string }>,
  renews: { 'zh-CN': '续聘', en: 'renewal' },
  end: { 'zh-CN': '终止', en: 'End' },
  endAnswer: {
    'zh-CN': ({ school, sport }) => `终止在${school}的${sport}安排，记录保留；尚未开始的即作废。`,
    en: ({ school, sport }) =>
      `The work in ${sport} at ${school} ends; its record stays. Work that has not begun never holds.`,
  } satisfies Message<{ school: string; sport: string }>,
  never: { 'zh-CN': '未生效', en: 'never held' },
  lastDay: { 'zh-CN': '最后一天', en: 'Last day' },
  reason: { 'zh-CN': '原因', en: 'Reason' },
  actions: { 'zh-CN': '办理', en: 'Do' },
  evaluate: { 'zh-CN': '学期评价', en: 'Evaluate' },
  evaluateAnswer: {
    'zh-CN': ({ days, minutes, from, to }) =>
      `${from} 至 ${to}，学校台账记录该项目 ${days} 天、各班合计 ${minutes} 分钟。`,
    en: ({ days, minutes, from, to }) =>
      `From ${from} to ${to} the school logged the sport on ${days} ${plural(days, 'day', 'days')}, ${minutes} minutes over all classes.`,
  } satisfies Message<{ days: number; minutes: number; from: string; to: string }>,
  evaluations: { 'zh-CN': '学期评价', en: 'Evaluations' },
  evaluationsNone: {
    'zh-CN': '还没有评价。学期最后四周可评。',
    en: 'None yet. A term is evaluated in its last four weeks.',
  },
  term: { 'zh-CN': '学期', en: 'Term' },
  loggedDays: { 'zh-CN': '台账天数', en: 'Days logged' },
  loggedMinutes: { 'zh-CN': '台账分钟', en: 'Minutes logged' },
  rating: { 'zh-CN': '等次', en: 'Rating' },
  opinion: { 'zh-CN': '学校意见', en: "The school's opinion" },
  evaluatedBy: { 'zh-CN': '评价人', en: 'By' },
  evaluatedOn: { 'zh-CN': '评价日期', en: 'On' },
  noTerm: { 'zh-CN': '现在没有可评价的学期。', en: 'No term can be evaluated now.' },
  trainings: { 'zh-CN': '培训', en: 'Training' },
  trainingsNone: { 'zh-CN': '没有待完成的培训。', en: 'Nothing is to be done.' },
  trainingKind: { 'zh-CN': '内容', en: 'What' },
  setTraining: { 'zh-CN': '安排培训', en: 'Set a training' },
  setTrainingAnswer: {
    'zh-CN': '安排一项应在某日前完成的培训。',
    en: 'A training to be done by a day.',
  },
  dueOn: { 'zh-CN': '完成期限', en: 'Due on' },
  doneOn: { 'zh-CN': '完成日期', en: 'Done on' },
  doneOnHint: { 'zh-CN': '空白即改回未完成', en: 'Empty: not done after all' },
  overdue: { 'zh-CN': '已逾期', en: 'Overdue' },
  due: { 'zh-CN': '待完成', en: 'To be done' },
  done: { 'zh-CN': '已完成', en: 'Done' },
  complete: { 'zh-CN': '登记完成', en: 'Note it done' },
  save: { 'zh-CN': '提交', en: 'Submit' },
  otherSchool: { 'zh-CN': '另一所学校', en: 'another school' },
  refusal: {
    'not-found': { 'zh-CN': '没有这项安排', en: 'There is no such work' },
    'not-allowed': { 'zh-CN': '不属于您的管理范围', en: 'This is not yours to change' },
    'school-unknown': { 'zh-CN': '您管理的学校中没有这个标识码', en: 'No school of yours has this code' },
    'sport-not-theirs': {
      'zh-CN': '名册上此人没有这个项目，请先在名册中补上',
      en: 'The register does not name this sport for the person; add it there first',
    },
    'does-not-fit': { 'zh-CN': '不能这样安排', en: 'This cannot be placed' },
    unconfirmed: { 'zh-CN': '有系统无法核对的情况', en: 'Something could not be checked' },
    'open-ended': { 'zh-CN': '长期安排不用续聘', en: 'Open-ended work needs no renewal' },
    'ended-early': {
      'zh-CN': '已提前终止，不能续聘，请重新安排',
      en: 'It was ended early; place the coach anew',
    },
    'renewed-already': { 'zh-CN': '已经续聘过了', en: 'It was renewed already' },
    stopped: {
      'zh-CN': '此人目前不得安排工作，请向主管单位查询准入情况',
      en: 'This person may not be given work now: ask the unit about the entry check',
    },
    'no-contract': {
      'zh-CN': '到期后没有合同，请先续签合同',
      en: 'No contract holds after its last day; renew the contract first',
    },
    'after-its-end': { 'zh-CN': '安排在这一天之前已经终止', en: 'It ends before this day already' },
    'term-unknown': { 'zh-CN': '没有这个学期', en: 'There is no such term' },
    'not-worked': { 'zh-CN': '该学期没有在校工作', en: 'There was no work in that term' },
    'too-early': { 'zh-CN': '学期最后四周起才能评价', en: 'A term is evaluated in its last four weeks' },
    'evaluated-already': { 'zh-CN': '该学期已经评价过了', en: 'The term was evaluated already' },
    'in-future': { 'zh-CN': '完成日期不能晚于今天', en: 'The day of completion is not later than today' },
    'set-already': { 'zh-CN': '已安排过同一期限的这项培训', en: 'This training is set for that day already' },
  } satisfies Record<
    | PlaceRefusal
    | RenewRefusal
    | EndPlacementRefusal
    | EvaluateRefusal
    | TrainingRefusal
    | 'does-not-fit'
    | 'unconfirmed',
    Message
  >,
} as const

/** What a judgement says, with the other school by its name; null where the reader does not see that school. */
export type ToldWork = { school?: string | null } & (WorkRefusal | WorkWarning)

type Codes = (WorkRefusal | WorkWarning)['code']
type Told<Code extends Codes> = Extract<WorkRefusal | WorkWarning, { code: Code }> & { school: string }

const judgements: { [Code in Codes]: Message<Told<Code>> } = {
  'ends-before-start': {
    'zh-CN': () => '终止日期早于起始日期。',
    en: () => 'The last day comes before the first.',
  },
  'outside-contract': {
    'zh-CN': ({ from, to }) => `超出合同期（${from} 至 ${to}）。`,
    en: ({ from, to }) => `It goes beyond the contract (${from} to ${to}).`,
  },
  'school-not-open': {
    'zh-CN': () => '该校在起始日期未开办。',
    en: () => 'The school is not open on the first day.',
  },
  'no-stage': { 'zh-CN': () => '请至少选择一个学段。', en: () => 'Please choose at least one stage.' },
  'stage-not-run': {
    'zh-CN': ({ stage }) => `该校在起始日期不办${stageNames[stage]['zh-CN']}。`,
    en: ({ stage }) => `The school does not run ${stageNames[stage].en} on the first day.`,
  },
  'times-overlap': {
    'zh-CN': ({ time }) => `上课时间相互重叠：${spell(time)}。`,
    en: ({ time }) => `The times overlap each other: ${spell(time)}.`,
  },
  'times-exceed-hours': {
    'zh-CN': ({ minutes }) => `上课时间合计 ${minutes} 分钟，超过周课时。`,
    en: ({ minutes }) => `The times add up to ${minutes} minutes, more than the hours a week.`,
  },
  'placed-already': {
    'zh-CN': ({ from, to }) => `同一学校、项目已有安排（${from} 至 ${to}）。`,
    en: ({ from, to }) => `The same school and sport has work already (${from} to ${to}).`,
  },
  clash: {
    'zh-CN': ({ time, school }) => `${spell(time)} 与${school}的课冲突。`,
    en: ({ time, school }) => `${spell(time)} clashes with a lesson at ${school}.`,
  },
  'travel-too-short': {
    'zh-CN': ({ time, school, minutes, needed }) =>
      `${spell(time)} 与${school}的课只隔 ${minutes} 分钟，路上约需 ${needed} 分钟。`,
    en: ({ time, school, minutes, needed }) =>
      `${spell(time)} lies ${minutes} minutes from a lesson at ${school}; the way takes about ${needed}.`,
  },
  'stage-not-theirs': {
    'zh-CN': () => '合同不含该学段',
    en: () => 'The contract does not name that stage',
  },
  'above-limit': {
    'zh-CN': ({ day, hours, limit }) => `${day} 起合计 ${hours} 课时，超过合同周课时 ${limit}。`,
    en: ({ day, hours, limit }) => `From ${day} it adds up to ${hours} hours; the contract allows ${limit}.`,
  },
  'travel-unknown': {
    'zh-CN': ({ time, school }) => `${spell(time)} 与${school}的课同日，学校缺经纬度，无法核对路上时间。`,
    en: ({ time, school }) =>
      `${spell(time)} is on the day of a lesson at ${school}; without coordinates the way cannot be reckoned.`,
  },
  'times-unknown': {
    'zh-CN': ({ school }) => `还在${school}工作，缺上课时间，无法核对冲突。`,
    en: ({ school }) => `There is work at ${school} too; without times a clash cannot be ruled out.`,
  },
}

const stageNames = {
  primary: { 'zh-CN': '小学', en: 'primary' },
  junior: { 'zh-CN': '初中', en: 'junior' },
  senior: { 'zh-CN': '高中', en: 'senior' },
}

/** A preview keeps a time as the words that people wrote. */
function spell(time: WeeklyTime | string): string {
  return typeof time === 'string' ? time : writeWeeklyTimes([time])
}

/** The sentence for one thing that a judgement says. */
export function judgementWords(locale: Locale, told: ToldWork): string {
  const sentence = judgements[told.code][locale] as (values: object) => string
  return sentence({ ...told, school: told.school ?? say(locale, workText.otherSchool) })
}

/** The same for a row of a sheet, whose values are texts and numbers; null for a code that no judgement has. */
export function judgementSentences(
  locale: Locale,
  code: string,
  values: Record<string, string | number>,
): string | null {
  if (!(code in judgements)) return null
  const sentence = judgements[code as Codes][locale] as (values: object) => string
  return sentence({ ...values, school: values.school || say(locale, workText.otherSchool) })
}
