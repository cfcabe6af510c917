import { coachingText } from '#app/features/coaching/coaching.text.ts'
import type { Message } from '#app/i18n/text.ts'
import { slotBounds } from './interview.rule.ts'
import type { InterviewRefusal } from './plan-interviews.server.ts'

/** The words of times for the skill test. */
export const interviewsText = {
  title: { 'zh-CN': '测试场次', en: 'Times of the test' },
  answer: {
    'zh-CN': ({ slots, given, waiting }) => `共 ${slots} 场，已安排 ${given} 人，${waiting} 人待安排`,
    en: ({ slots, given, waiting }) => `${slots} slots, ${given} given, ${waiting} people without one`,
  } satisfies Message<{ slots: number; given: number; waiting: number }>,
  none: { 'zh-CN': '还没有场次。', en: 'No slot yet.' },
  time: { 'zh-CN': '时间', en: 'Time' },
  until: { 'zh-CN': '结束', en: 'Until' },
  panel: { 'zh-CN': '考场（考官组）', en: 'Panel' },
  place: { 'zh-CN': '地点', en: 'Place' },
  person: { 'zh-CN': '应聘人', en: 'Candidate' },
  free: { 'zh-CN': '空', en: 'free' },
  add: { 'zh-CN': '添加场次', en: 'Add slots' },
  first: { 'zh-CN': '第一场开始时间', en: 'The first begins' },
  minutes: { 'zh-CN': '每场分钟', en: 'Minutes each' },
  count: { 'zh-CN': '场数', en: 'How many' },
  assign: { 'zh-CN': '按报名号自动安排', en: 'Give them out by number' },
  give: { 'zh-CN': '安排', en: 'Give' },
  takeBack: { 'zh-CN': '取消安排', en: 'Take back' },
  remove: { 'zh-CN': '删除', en: 'Remove' },
  refusal: {
    'not-found': { 'zh-CN': '没有这个场次或应聘人', en: 'There is no such slot or candidate' },
    'not-allowed': { 'zh-CN': '由招聘单位安排', en: 'The unit plans the test' },
    'post-over': { 'zh-CN': '岗位已取消或已结束', en: 'The post is cancelled or over' },
    'panel-missing': { 'zh-CN': '请填写考场', en: 'Please name the panel' },
    'place-missing': { 'zh-CN': '请填写地点', en: 'Please give the place' },
    'holds-number': coachingText.holdsNumber,
    'in-the-past': { 'zh-CN': '时间已过', en: 'That time has passed' },
    'too-far-ahead': {
      'zh-CN': `最多提前 ${slotBounds.mostYearsAhead} 年安排`,
      en: `At most ${slotBounds.mostYearsAhead} years ahead`,
    },
    'out-of-bounds': {
      'zh-CN': `每场 ${slotBounds.leastMinutes} 至 ${slotBounds.mostMinutes} 分钟，一次最多 ${slotBounds.most} 场`,
      en: `${slotBounds.leastMinutes} to ${slotBounds.mostMinutes} minutes each, at most ${slotBounds.most} at a time`,
    },
    'panel-busy': { 'zh-CN': '该考场这段时间已有场次', en: 'The panel sits for somebody else then' },
    'person-busy': { 'zh-CN': '该应聘人这段时间有其他测试', en: 'The candidate has another test then' },
    'slot-taken': { 'zh-CN': '该场次已安排给他人', en: 'Somebody has this slot' },
    'nobody-waits': { 'zh-CN': '没有待安排的应聘人', en: 'Nobody waits for a slot' },
    'no-slot-left': { 'zh-CN': '没有合适的空场次，请先添加', en: 'No free slot suits; please add some' },
  } satisfies Record<InterviewRefusal, Message>,
} as const
