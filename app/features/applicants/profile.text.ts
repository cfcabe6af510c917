import { coachingText } from '#app/features/coaching/coaching.text.ts'
import { type Message, plural } from '#app/i18n/text.ts'
import type { CertificateKind } from '#db/tables.ts'
import type { ProfileRefusal } from './profile.rule.ts'
import { registerText } from './register.text.ts'

/** The words of an applicant's profile. */
export const profileText = {
  title: { 'zh-CN': '我的资料', en: 'My profile' },
  answer: {
    'zh-CN': ({ missing }) =>
      missing === 0 ? '资料齐全，可以报名' : `还有 ${missing} 项未填，填好后即可报名`,
    en: ({ missing }) =>
      missing === 0
        ? 'Your profile is complete: you can apply'
        : `${missing} ${plural(missing, 'part is', 'parts are')} missing before you can apply`,
  } satisfies Message<{ missing: number }>,
  saved: { 'zh-CN': '已保存', en: 'Saved' },
  change: { 'zh-CN': '修改', en: 'Change' },
  fill: { 'zh-CN': '填写', en: 'Fill in' },
  save: { 'zh-CN': '保存', en: 'Save' },
  add: { 'zh-CN': '添加', en: 'Add' },
  remove: { 'zh-CN': '删除', en: 'Remove' },
  nothing: { 'zh-CN': '未填', en: 'not filled in' },
  choose: { 'zh-CN': '请选择', en: 'Please choose' },
  parts: {
    identity: { 'zh-CN': '身份', en: 'Identity' },
    contact: { 'zh-CN': '联系方式', en: 'Contact' },
    sports: { 'zh-CN': '运动经历', en: 'Sports' },
    background: { 'zh-CN': '学历与意向', en: 'Education and wishes' },
    certificates: { 'zh-CN': '证书', en: 'Certificates' },
    consent: { 'zh-CN': '授权同意', en: 'Consents' },
  },
  name: { 'zh-CN': '姓名', en: 'Name' },
  idNumber: { 'zh-CN': '身份证号', en: 'ID number' },
  idNumberHint: {
    'zh-CN': '18 位；加密保存，页面只显示前 6 位和后 4 位',
    en: '18 characters; kept encrypted, pages show the first 6 and the last 4',
  },
  birthDate: { 'zh-CN': '出生日期', en: 'Born on' },
  gender: { 'zh-CN': '性别', en: 'Sex' },
  genders: {
    F: { 'zh-CN': '女', en: 'female' },
    M: { 'zh-CN': '男', en: 'male' },
    '': { 'zh-CN': '未填', en: 'not said' },
  },
  phone: { 'zh-CN': '手机', en: 'Mobile' },
  email: { 'zh-CN': '邮箱', en: 'E-mail' },
  contactLead: {
    'zh-CN': '新的手机号或邮箱用验证码确认后生效。',
    en: 'A new number or address holds once you prove it with a code.',
  },
  prove: { 'zh-CN': '确认', en: 'Prove it' },
  sport: { 'zh-CN': '项目', en: 'Sport' },
  grade: { 'zh-CN': '技术等级', en: 'Athlete grade' },
  gradeNumber: { 'zh-CN': '证书编号', en: 'Certificate number' },
  gradedOn: { 'zh-CN': '批准日期', en: 'Approved on' },
  result: { 'zh-CN': '最好成绩', en: 'Best result' },
  resultText: { 'zh-CN': '赛事、年份、名次', en: 'Event, year, place' },
  noSports: { 'zh-CN': '还没有运动经历。', en: 'No sport yet.' },
  education: { 'zh-CN': '学历', en: 'Education' },
  graduatedFrom: { 'zh-CN': '毕业院校', en: 'Graduated from' },
  experienceYears: { 'zh-CN': '执教年限', en: 'Years of coaching or teaching' },
  isRetired: { 'zh-CN': '退役运动员', en: 'Retired athlete' },
  team: { 'zh-CN': '原运动队', en: 'Former team' },
  retiredOn: { 'zh-CN': '退役日期', en: 'Retired on' },
  hoursWeek: { 'zh-CN': '每周可任教（小时）', en: 'Hours a week to give' },
  units: { 'zh-CN': '意向单位', en: 'Units, best first' },
  wish: {
    'zh-CN': ({ n }) => `第 ${n} 意向单位`,
    en: ({ n }) => `Unit ${n} of your choice`,
  } satisfies Message<{ n: number }>,
  yes: { 'zh-CN': '是', en: 'yes' },
  no: { 'zh-CN': '否', en: 'no' },
  kind: { 'zh-CN': '种类', en: 'Kind' },
  literal: { 'zh-CN': '证书名称或等级', en: 'As it stands on the paper' },
  level: { 'zh-CN': '任教学段（教师资格证）', en: 'Level (teacher certificate)' },
  number: { 'zh-CN': '编号', en: 'Number' },
  issuedOn: { 'zh-CN': '发证日期', en: 'Issued on' },
  expiresOn: { 'zh-CN': '有效期至', en: 'Valid until' },
  noCertificates: { 'zh-CN': '还没有证书。', en: 'No certificate yet.' },
  kinds: {
    TEACHER: { 'zh-CN': '教师资格证', en: 'Teacher certificate' },
    COACH_TITLE: { 'zh-CN': '教练员职称', en: 'Coach title' },
    COACH_TRAINING: { 'zh-CN': '教练员岗位培训', en: 'Coach training' },
    SPORTS_INSTRUCTOR: { 'zh-CN': '社会体育指导员', en: 'Social sports instructor' },
    REFEREE: { 'zh-CN': '裁判员', en: 'Referee' },
    MANDARIN: { 'zh-CN': '普通话', en: 'Mandarin' },
    RETIREMENT: { 'zh-CN': '退役证明', en: 'Retirement' },
    OTHER: { 'zh-CN': '其他', en: 'Other' },
  } satisfies Record<CertificateKind, Message>,
  levels: {
    '': { 'zh-CN': '不适用', en: 'does not apply' },
    kindergarten: { 'zh-CN': '幼儿园', en: 'kindergarten' },
    primary: { 'zh-CN': '小学', en: 'primary' },
    junior: { 'zh-CN': '初级中学', en: 'junior' },
    senior: { 'zh-CN': '高级中学', en: 'senior' },
    vocational: { 'zh-CN': '中等职业学校', en: 'vocational' },
    higher: { 'zh-CN': '高等学校', en: 'higher' },
  },
  consentGiven: {
    'zh-CN': ({ at, version }) => `已于 ${at} 同意（版本 ${version}）`,
    en: ({ at, version }) => `agreed on ${at} (version ${version})`,
  } satisfies Message<{ at: string; version: string }>,
  consentMissing: { 'zh-CN': '未同意', en: 'not agreed' },
  agree: { 'zh-CN': '同意', en: 'I agree' },
  withdraw: { 'zh-CN': '撤回同意', en: 'Take it back' },
  withdrawMeans: {
    'zh-CN': '撤回后不能再报名；准入查询的同意撤回后不能被录用。',
    en: 'Without it you cannot apply; without the entry check you cannot be engaged.',
  },
  accesses: { 'zh-CN': '谁查看过我的号码', en: 'Who looked at my numbers' },
  noAccess: { 'zh-CN': '还没有人查看过。', en: 'Nobody has looked yet.' },
  looked: {
    phone: { 'zh-CN': '手机号', en: 'Mobile number' },
    email: { 'zh-CN': '邮箱', en: 'E-mail' },
    id_number: { 'zh-CN': '身份证号', en: 'ID number' },
    document: { 'zh-CN': '材料', en: 'Document' },
  } as Record<string, Message>,
  refusal: {
    'old-15': {
      'zh-CN': '15 位身份证号 2013 年起已失效，请填写 18 位号码',
      en: 'ID numbers of 15 digits are invalid since 2013; please give the 18',
    },
    'not-18': { 'zh-CN': '身份证号应为 18 位', en: 'An ID number has 18 characters' },
    province: { 'zh-CN': '身份证号开头的省份代码不存在', en: 'No province has this code' },
    'no-such-day': {
      'zh-CN': '身份证号中的出生日期不存在，请核对',
      en: 'The birth date in the number never was; please check it',
    },
    'check-digit': {
      'zh-CN': '身份证号校验位不符，请核对是否输错',
      en: 'The last character does not fit; please check the number',
    },
    'wrong-code': registerText.refusal['wrong-code'],
    'address-taken': {
      'zh-CN': '这个号码或邮箱已属于另一个账号',
      en: 'This number or address belongs to another account',
    },
    'holds-number': coachingText.holdsNumber,
    'identity-fixed': {
      'zh-CN': '资格审查已通过或已作准入查询，身份信息不能再改；确需更正请联系招聘单位',
      en: 'You were found eligible, or an entry check was made: name and ID number stand. For a correction please call the unit',
    },
    'bad-name': { 'zh-CN': '请填写姓名', en: 'Please give your name' },
    'day-to-come': { 'zh-CN': '日期不能晚于今天', en: 'The day has not come yet' },
    'expires-before-issued': {
      'zh-CN': '有效期早于发证日期',
      en: 'It would expire before it was issued',
    },
    'level-missing': {
      'zh-CN': '教师资格证请选择任教学段',
      en: 'Please choose the level of the teacher certificate',
    },
    'sport-unknown': { 'zh-CN': '项目目录中没有这个项目', en: 'The catalogue has no such sport' },
    'title-unknown': {
      'zh-CN': '请填写职称名称，如 一级教练、中级教练、国家级教练',
      en: 'Please give the title, such as 一级教练, 中级教练 or 国家级教练',
    },
    'no-profile': { 'zh-CN': '没有应聘人资料', en: 'There is no profile' },
  } satisfies Record<ProfileRefusal, Message>,
} as const
