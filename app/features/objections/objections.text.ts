import { coachingText } from '#app/features/coaching/coaching.text.ts'
import type { Message } from '#app/i18n/text.ts'
import type { AnswerProblem, SaidRefusal, Verdict } from './objection.rule.ts'
import type { LookRefusal } from './sealed-contact.server.ts'

/** The words around objections to public notices, whatever the notice is about. */
export const objectionsText = {
  object: { 'zh-CN': '提出异议', en: 'Object' },
  title: { 'zh-CN': '异议', en: 'Objections' },
  objector: { 'zh-CN': '异议人', en: 'Who objects' },
  receivedAt: { 'zh-CN': '提出时间', en: 'Received' },
  about: { 'zh-CN': '针对', en: 'About' },
  yourName: { 'zh-CN': '您的姓名', en: 'Your name' },
  yourContact: { 'zh-CN': '联系方式', en: 'How to reach you' },
  yourContactHint: { 'zh-CN': '加密保存，只供核实', en: 'Kept encrypted, for verification only' },
  objection: { 'zh-CN': '异议内容', en: 'Your objection' },
  send: { 'zh-CN': '提交', en: 'Send' },
  verdict: { 'zh-CN': '处理结果', en: 'Outcome' },
  verdicts: {
    upheld: { 'zh-CN': '成立', en: 'Upheld' },
    dismissed: { 'zh-CN': '不成立', en: 'Dismissed' },
  } satisfies Record<Verdict, Message>,
  open: { 'zh-CN': '待答复', en: 'to be answered' },
  answer: { 'zh-CN': '答复', en: 'Answer' },
  save: { 'zh-CN': '保存', en: 'Save' },
  contact: { 'zh-CN': '异议人联系方式', en: 'How to reach who objects' },
  purpose: { 'zh-CN': '用途', en: 'Purpose' },
  show: { 'zh-CN': '查看', en: 'Show' },
  saidRefusal: {
    'name-missing': { 'zh-CN': '请填写姓名', en: 'Please give your name' },
    'contact-missing': { 'zh-CN': '请填写联系方式', en: 'Please say how to reach you' },
    'text-missing': { 'zh-CN': '请填写异议内容', en: 'Please say what you object to' },
    'holds-number': coachingText.holdsNumber,
  } satisfies Record<SaidRefusal, Message>,
  clientBusy: {
    'zh-CN': '这个网络一小时内提交的异议过多，请稍后再试；您填写的内容仍在下面，也可向联系单位反映。',
    en: 'Too many objections came from this network; please try again in an hour. What you wrote is kept below; you may also turn to the office named.',
  },
  answerRefusal: {
    'answer-missing': { 'zh-CN': '请填写答复', en: 'Please give the answer' },
    'holds-number': coachingText.holdsNumber,
  } satisfies Record<AnswerProblem, Message>,
  lookRefusal: {
    'reason-needed': { 'zh-CN': '请写明用途（至少 4 个字）', en: 'Please say what for (at least 4 letters)' },
    'holds-number': coachingText.holdsNumber,
    'nothing-there': { 'zh-CN': '联系方式已按期删除', en: 'It is no longer kept' },
  } satisfies Record<LookRefusal, Message>,
} as const
