import type { Message } from '#app/i18n/text.ts'
import type { ApplicationState } from '#db/tables.ts'
import { type NextCode, reviewDays } from './next-step.rule.ts'

/** How an application stands. */
export const stateWords = {
  DRAFT: { 'zh-CN': '草稿', en: 'Draft' },
  SUBMITTED: { 'zh-CN': '已提交', en: 'Submitted' },
  RETURNED: { 'zh-CN': '退回修改', en: 'Returned' },
  QUALIFIED: { 'zh-CN': '资格审查通过', en: 'Eligible' },
  DISQUALIFIED: { 'zh-CN': '资格审查未通过', en: 'Not eligible' },
  WRITTEN: { 'zh-CN': '笔试', en: 'Written test' },
  RECHECK: { 'zh-CN': '资格复审', en: 'Check of originals' },
  SKILL_TEST: { 'zh-CN': '技能测试', en: 'Skill test' },
  RANKED: { 'zh-CN': '已排名', en: 'Ranked' },
  RESERVE: { 'zh-CN': '递补候补', en: 'In reserve' },
  MEDICAL: { 'zh-CN': '体检', en: 'Medical' },
  VETTING: { 'zh-CN': '考察与准入查询', en: 'Vetting and entry check' },
  PUBLICITY: { 'zh-CN': '公示', en: 'Public notice' },
  APPROVED: { 'zh-CN': '已批准', en: 'Approved' },
  PROBATION: { 'zh-CN': '试用期', en: 'On probation' },
  CONFIRMED: { 'zh-CN': '已转正', en: 'Confirmed' },
  TERMINATED: { 'zh-CN': '已终止', en: 'Ended without appointment' },
  WITHDRAWN: { 'zh-CN': '已撤回', en: 'Withdrawn' },
  REVIEWED: { 'zh-CN': '审核通过', en: 'Reviewed' },
  ENGAGED: { 'zh-CN': '已聘用', en: 'Engaged' },
  EVALUATED: { 'zh-CN': '已考核', en: 'Evaluated' },
  RENEWED: { 'zh-CN': '已续聘', en: 'Renewed' },
  ENDED: { 'zh-CN': '已结束', en: 'Ended' },
} satisfies Record<ApplicationState, Message>

/** What comes next, as the person would ask for it on the phone. */
export const nextWords = {
  DRAFT: {
    'zh-CN': '还没有提交。请在截止前提交。',
    en: 'Not handed in yet. Submit it before the post closes.',
  },
  DRAFT_SOON: {
    'zh-CN': '岗位还没开始报名，到时请来提交。',
    en: 'The post is not open yet; come back then.',
  },
  DRAFT_LAPSED: {
    'zh-CN': '报名已截止，草稿不能再提交。',
    en: 'The post has closed; the draft cannot be submitted.',
  },
  SUBMITTED: {
    'zh-CN': `单位会审查您的条件，最迟在截止后 ${reviewDays} 天内答复。`,
    en: `The unit checks your eligibility and answers within ${reviewDays} days of the closing time.`,
  },
  RETURNED: { 'zh-CN': '请按退回原因修改，再次提交。', en: 'Mend what was asked for and submit again.' },
  QUALIFIED: { 'zh-CN': '请等待考试或测试安排。', en: 'Wait for the date of the test.' },
  DISQUALIFIED: {
    'zh-CN': '本次报名到此结束，原因见下。',
    en: 'This application ends here; the reason stands below.',
  },
  WRITTEN: {
    'zh-CN': '请按通知参加笔试，成绩会在这里公布。',
    en: 'Take the written test; the result comes here.',
  },
  RECHECK: {
    'zh-CN': '请带齐证件原件参加资格复审。',
    en: 'Bring the originals of your papers to be checked.',
  },
  SKILL_TEST: { 'zh-CN': '请等待技能测试的时间和地点。', en: 'Wait for time and place of the skill test.' },
  SKILL_TEST_AT: {
    'zh-CN': '请准时参加测试，带好身份证。',
    en: 'Come to the test in time, with your ID card.',
  },
  RANKED: { 'zh-CN': '总成绩已排名，请等待体检通知。', en: 'The ranking stands; wait for the medical.' },
  RESERVE: {
    'zh-CN': '您是候补人选，有空缺时按名次通知您。',
    en: 'You are in reserve and called in order of rank.',
  },
  MEDICAL: { 'zh-CN': '请按通知参加体检。', en: 'Take the medical examination as arranged.' },
  VETTING: {
    'zh-CN': '单位正在考察并作准入查询，您无需办理。',
    en: 'The unit is vetting; there is nothing to do for you.',
  },
  PUBLICITY: {
    'zh-CN': '正在公示，期满无异议即报批。',
    en: 'Public notice runs; then it goes for approval.',
  },
  APPROVED: { 'zh-CN': '请按通知签订合同。', en: 'Sign the contract as arranged.' },
  PROBATION: { 'zh-CN': '正在试用期，期满考核合格后转正。', en: 'On probation; you are confirmed after it.' },
  CONFIRMED: { 'zh-CN': '您已转正，祝工作顺利。', en: 'You are confirmed in the post.' },
  TERMINATED: { 'zh-CN': '本次招聘到此结束，原因见下。', en: 'It ends here; the reason stands below.' },
  WITHDRAWN: {
    'zh-CN': '您已撤回；报名期内可以再报。',
    en: 'Withdrawn; you may apply again while posts are open.',
  },
  REVIEWED: {
    'zh-CN': '审核通过，单位正在安排准入查询。',
    en: 'Reviewed; the unit arranges the entry check.',
  },
  ENGAGED: { 'zh-CN': '您已被聘用，请与学校联系上岗。', en: 'You are engaged; please contact the school.' },
  EVALUATED: {
    'zh-CN': '本学期考核已完成，等待是否续聘。',
    en: 'The term is evaluated; renewal is being decided.',
  },
  RENEWED: { 'zh-CN': '您已续聘。', en: 'Your contract is renewed.' },
  ENDED: { 'zh-CN': '聘用已结束。', en: 'The engagement has ended.' },
} satisfies Record<NextCode, Message>
