import { type Message, plural } from '#app/i18n/text.ts'
import type { DuplicatePair } from './duplicates.queries.server.ts'
import type { MergeRefusal } from './merge-persons.server.ts'

/** The words of profiles that look like one person's. */
export const duplicatesText = {
  title: { 'zh-CN': '疑似重复的应聘人', en: 'Possible duplicates' },
  answer: {
    'zh-CN': ({ count }) => (count === 0 ? '没有待处理的疑似重复。' : `${count} 组待处理。`),
    en: ({ count }) =>
      count === 0 ? 'Nothing to decide.' : `${count} ${plural(count, 'pair', 'pairs')} to decide.`,
  } satisfies Message<{ count: number }>,
  lead: {
    'zh-CN': '系统只提示，是否同一人由您核实后决定；合并后另一账号停用，不能恢复。',
    en: 'The system only points them out; you decide after looking into it. The other account ends with a merge, for good.',
  },
  by: {
    'id-number': { 'zh-CN': '身份证号相同', en: 'same ID number' },
    'name-and-birth': { 'zh-CN': '姓名和出生日期相同', en: 'same name and birth date' },
  } satisfies Record<DuplicatePair['by'], Message>,
  person: {
    'zh-CN': ({ born, at, applications }) => `${born} 出生，${at} 注册，报名 ${applications} 份`,
    en: ({ born, at, applications }) =>
      `born ${born}, registered ${at}, ${applications} ${plural(applications, 'application', 'applications')}`,
  } satisfies Message<{ born: string; at: string; applications: number }>,
  same: { 'zh-CN': '相同之处', en: 'What is the same' },
  name: { 'zh-CN': '姓名', en: 'Name' },
  born: { 'zh-CN': '出生日期', en: 'Born' },
  registered: { 'zh-CN': '注册时间', en: 'Registered' },
  applications: { 'zh-CN': '报名份数', en: 'Applications' },
  otherName: { 'zh-CN': '另一账号姓名', en: 'Name of the other' },
  otherBorn: { 'zh-CN': '另一账号出生日期', en: 'The other born' },
  otherRegistered: { 'zh-CN': '另一账号注册时间', en: 'The other registered' },
  otherApplications: { 'zh-CN': '另一账号报名份数', en: 'Applications of the other' },
  keep: { 'zh-CN': '保留这个账号，合并另一个', en: 'Keep this one and merge the other into it' },
  apart: { 'zh-CN': '不是同一人', en: 'Two people' },
  flag: {
    'zh-CN': '该应聘人可能重复注册，市教育局核实后会合并。',
    en: 'This candidate may have registered twice; the city bureau looks into it.',
  },
  refusal: {
    'no-pair': { 'zh-CN': '这一组已处理或已变化，请刷新', en: 'The pair was decided or has changed' },
    'both-applied': {
      'zh-CN': '两个账号在同一批次都有报名，请先撤回或终止其中一份',
      en: 'Both have applied in one round: one application must be withdrawn or ended first',
    },
    'identity-relied': {
      'zh-CN':
        '两个账号的身份证号不同，其中一个已作准入查询或已通过资格审查；请先由本人更正填错的号码，或确认不是同一人',
      en: 'The ID numbers differ, and one was relied on by an entry check or an application found eligible: the person corrects the wrong number first, or they are two people',
    },
  } satisfies Record<MergeRefusal, Message>,
} as const
