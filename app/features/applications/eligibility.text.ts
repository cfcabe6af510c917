import { type Message, plural } from '#app/i18n/text.ts'
import type { ApplicationDocument } from './documents.rule.ts'
import type { EligibilityCode, EligibilityRule, Mend, Outcome, Verdict } from './eligibility.rule.ts'

export const ruleWords = {
  grade: { 'zh-CN': '运动等级', en: 'Athlete grade' },
  retired: { 'zh-CN': '退役运动员', en: 'Retired athlete' },
  education: { 'zh-CN': '学历', en: 'Education' },
  age: { 'zh-CN': '年龄', en: 'Age' },
  certificate: { 'zh-CN': '教师资格证', en: 'Teacher certificate' },
  experience: { 'zh-CN': '执教经历', en: 'Experience' },
  identity: { 'zh-CN': '身份证号', en: 'ID number' },
  contact: { 'zh-CN': '手机号', en: 'Mobile number' },
  consent: { 'zh-CN': '个人信息授权', en: 'Consent' },
} satisfies Record<EligibilityRule, Message>

export const codeWords = {
  'grade-held': { 'zh-CN': '您的等级符合要求。', en: 'Your grade is high enough.' },
  'result-held': { 'zh-CN': '您的比赛成绩可以代替等级。', en: 'Your result stands in for the grade.' },
  'grade-too-low': {
    'zh-CN': '您在该项目上的等级和成绩未达到要求。',
    en: 'Neither grade nor result reaches it.',
  },
  'sport-not-said': {
    'zh-CN': '您还没有填写该项目的经历。',
    en: 'You have not said anything about this sport.',
  },
  'retired-held': {
    'zh-CN': '您是一级及以上退役运动员。',
    en: 'You are a retired athlete of level 1 or above.',
  },
  'not-retired': { 'zh-CN': '岗位只面向退役运动员。', en: 'The post is reserved for retired athletes.' },
  'retired-grade-too-low': {
    'zh-CN': '岗位只面向一级及以上退役运动员。',
    en: 'The post is reserved for retired athletes of level 1 or above.',
  },
  'education-held': { 'zh-CN': '您的学历符合要求。', en: 'Your education is sufficient.' },
  'education-too-low': { 'zh-CN': '您的学历未达到要求。', en: 'Your education does not reach it.' },
  'education-not-said': { 'zh-CN': '您还没有填写学历。', en: 'You have not said your education.' },
  'age-within': { 'zh-CN': '截止报名当日，年龄符合要求。', en: 'Your age on the closing day fits.' },
  'too-old': {
    'zh-CN': '截止报名当日，年龄超过上限。',
    en: 'On the closing day you are older than it allows.',
  },
  'too-young': { 'zh-CN': '截止报名当日未满 18 周岁。', en: 'On the closing day you are not yet 18.' },
  'birth-date-not-said': { 'zh-CN': '还不知道您的出生日期。', en: 'Your birth date is not known yet.' },
  'certificate-held': { 'zh-CN': '您的教师资格证符合要求。', en: 'Your teacher certificate fits.' },
  'certificate-later': { 'zh-CN': '可在试用期内取得。', en: 'You may obtain it within the probation.' },
  'certificate-missing': {
    'zh-CN': '您还没有填写教师资格证。',
    en: 'You have no teacher certificate in your profile.',
  },
  'certificate-expired': {
    'zh-CN': '您的教师资格证在截止日前已过期。',
    en: 'It expires before the closing day.',
  },
  'certificate-level-too-low': {
    'zh-CN': '您的教师资格证学段低于岗位学段。',
    en: 'It is for a lower stage than the post.',
  },
  'certificate-level-not-said': { 'zh-CN': '还不知道教师资格证的学段。', en: 'Its stage is not known yet.' },
  'experience-enough': { 'zh-CN': '您的执教年限符合要求。', en: 'You have taught long enough.' },
  'experience-too-short': { 'zh-CN': '您的执教年限未达到要求。', en: 'You have not taught long enough.' },
  'consent-given': { 'zh-CN': '您已同意处理报名所需的个人信息。', en: 'You agreed to the use of your data.' },
  'consent-missing': {
    'zh-CN': '报名须同意处理所需的个人信息。',
    en: 'To apply you must agree to the use of your data.',
  },
  'id-number-given': { 'zh-CN': '已填写，加密保存。', en: 'Given, and kept encrypted.' },
  'id-number-missing': { 'zh-CN': '还没有填写身份证号。', en: 'Your ID number is missing.' },
  'phone-given': { 'zh-CN': '已填写，加密保存。', en: 'Given, and kept encrypted.' },
  'phone-missing': { 'zh-CN': '还没有填写手机号。', en: 'Your mobile number is missing.' },
} satisfies Record<EligibilityCode, Message>

export const outcomeWords = {
  met: { 'zh-CN': '符合', en: 'met' },
  'not-met': { 'zh-CN': '不符合', en: 'not met' },
  'not-known': { 'zh-CN': '待补充', en: 'to be completed' },
} satisfies Record<Outcome, Message>

export const mendWords = {
  person: { 'zh-CN': '填写基本信息', en: 'Complete your details' },
  contact: { 'zh-CN': '填写手机号', en: 'Add a mobile number' },
  sports: { 'zh-CN': '填写运动经历', en: 'Complete your sports' },
  education: { 'zh-CN': '填写学历', en: 'Complete your education' },
  certificates: { 'zh-CN': '填写证书', en: 'Add a certificate' },
  experience: { 'zh-CN': '填写执教经历', en: 'Complete your experience' },
  consent: { 'zh-CN': '阅读并同意', en: 'Read and agree' },
} satisfies Record<Mend, Message>

export const verdictWords = {
  eligible: { 'zh-CN': '您符合全部条件，可以提交。', en: 'You meet every requirement and may apply.' },
  unclear: { 'zh-CN': '资料还不完整，补充后即可提交。', en: 'Complete your profile, then you may apply.' },
  'not-eligible': {
    'zh-CN': '有的条件还不符合，暂时不能提交。',
    en: 'Some requirements are not met, so you cannot apply yet.',
  },
} satisfies Record<Verdict, Message>

export const documentWords = {
  ID_FRONT: { 'zh-CN': '身份证人像面', en: 'ID card, front' },
  ID_BACK: { 'zh-CN': '身份证国徽面', en: 'ID card, back' },
  PHOTO: { 'zh-CN': '证件照', en: 'Photo' },
  DEGREE: { 'zh-CN': '学历、学位证书', en: 'Degree certificate' },
  GRADE: { 'zh-CN': '运动员技术等级证书', en: 'Athlete grade certificate' },
  RESULT: { 'zh-CN': '比赛成绩证明', en: 'Proof of the result' },
  RETIREMENT: { 'zh-CN': '退役证明', en: 'Proof of retirement' },
  TEACHER_CERTIFICATE: { 'zh-CN': '教师资格证书', en: 'Teacher certificate' },
} satisfies Record<ApplicationDocument, Message>

export const eligibilityText = {
  title: { 'zh-CN': '报名条件', en: 'Requirements' },
  grade: { 'zh-CN': '运动等级', en: 'Athlete grade' },
  education: { 'zh-CN': '学历', en: 'Education' },
  experience: { 'zh-CN': '执教年限', en: 'Experience' },
  years: {
    'zh-CN': ({ years }) => `${years} 年`,
    en: ({ years }) => `${years} ${plural(years, 'year', 'years')}`,
  } satisfies Message<{ years: number }>,
  documents: { 'zh-CN': '材料', en: 'Documents' },
  documentsMean: {
    'zh-CN': '审查时要看这些材料。现在没有也可以先提交，尽快补上。',
    en: 'The unit will look at these. You may apply without them and add them soon.',
  },
  held: { 'zh-CN': '已上传', en: 'handed in' },
  notHeld: { 'zh-CN': '未上传', en: 'not yet' },
  addDocuments: { 'zh-CN': '上传材料', en: 'Add documents' },
} as const
