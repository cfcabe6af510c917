import { objectionsText } from '#app/features/objections/objections.text.ts'
import { type Message, plural } from '#app/i18n/text.ts'
import type { WhyNotDesignated } from './designate.rule.ts'
import type { DesignateRefusal } from './designate-batch.server.ts'
import type { ReceiveRefusal, TitleAnswerRefusal } from './objections.server.ts'
import type { PutUpRefusal } from './put-up-notice.server.ts'

/** The words around public notices of titles, objections to them, and the designation. */
export const noticeText = {
  title: { 'zh-CN': '命名公示', en: 'Public notices of titles' },
  answer: {
    'zh-CN': ({ running }) => (running === 0 ? '目前没有正在进行的公示' : `${running} 个公示正在进行`),
    en: ({ running }) =>
      running === 0 ? 'No notice runs now' : `${running} ${plural(running, 'notice', 'notices')} running`,
  } satisfies Message<{ running: number }>,
  none: { 'zh-CN': '还没有公示。', en: 'No notice yet.' },
  running: { 'zh-CN': '正在公示', en: 'Running' },
  archived: { 'zh-CN': '往期公示', en: 'Archived' },
  over: { 'zh-CN': '公示已结束', en: 'Over' },
  notice: { 'zh-CN': '公示', en: 'Public notice' },
  batch: { 'zh-CN': '批次', en: 'Batch' },
  level: { 'zh-CN': '级别', en: 'Level' },
  schools: { 'zh-CN': '学校数', en: 'Schools' },
  school: { 'zh-CN': '学校', en: 'School' },
  unit: { 'zh-CN': '单位', en: 'Unit' },
  sports: { 'zh-CN': '传统项目', en: 'Sports' },
  days: { 'zh-CN': '公示时间', en: 'Runs' },
  lastDay: { 'zh-CN': ({ to }) => `至 ${to}`, en: ({ to }) => `to ${to}` } satisfies Message<{ to: string }>,
  from: { 'zh-CN': '公示起始', en: 'From' },
  until: { 'zh-CN': '公示截止', en: 'Until' },
  state: { 'zh-CN': '状态', en: 'State' },
  runs: {
    'zh-CN': ({ to }) => `正在公示，${to} 前可以提出异议（含当日）`,
    en: ({ to }) => `Objections are heard until ${to}, that day included`,
  } satisfies Message<{ to: string }>,
  isOver: {
    'zh-CN': ({ to }) => `公示已于 ${to} 结束`,
    en: ({ to }) => `This notice ended on ${to}`,
  } satisfies Message<{ to: string }>,
  outcome: { 'zh-CN': '公示结果', en: 'What came of it' },
  counted: {
    'zh-CN': ({ received, upheld, dismissed }) => {
      const all = received + upheld + dismissed
      return all === 0
        ? '公示期间没有收到异议。'
        : `公示期间收到异议 ${all} 件：成立 ${upheld} 件，不成立 ${dismissed} 件，正在核实 ${received} 件。`
    },
    en: ({ received, upheld, dismissed }) => {
      const all = received + upheld + dismissed
      return all === 0
        ? 'Nobody objected.'
        : `${all} ${plural(all, 'objection', 'objections')}: ${upheld} upheld, ${dismissed} dismissed, ${received} being looked into.`
    },
  } satisfies Message<{ received: number; upheld: number; dismissed: number }>,
  about: { 'zh-CN': '针对', en: 'About' },
  objection: { 'zh-CN': '异议内容', en: 'Objection' },
  receivedAt: { 'zh-CN': '收到时间', en: 'Received' },
  whole: { 'zh-CN': '整个公示', en: 'The whole notice' },
  received: {
    'zh-CN': '已收到，由市级核实答复。',
    en: 'It is received; the city will look into it.',
  },
  putUp: { 'zh-CN': '发布公示', en: 'Put up a notice' },
  putUpMeans: {
    'zh-CN': ({ days }) =>
      `公示 ${days} 个工作日，自下一工作日起；校名、单位和项目按今天的登记，发布后不能再改。`,
    en: ({ days }) =>
      `It runs ${days} working ${plural(days, 'day', 'days')} from the next one on, with the names of today, and cannot be changed.`,
  } satisfies Message<{ days: number }>,
  waiting: { 'zh-CN': '待公示学校', en: 'Schools that wait for a notice' },
  nobodyWaits: { 'zh-CN': '没有等待公示的学校。', en: 'No school waits for a notice.' },
  channel: { 'zh-CN': '公示渠道', en: 'Where it is published' },
  channelHint: { 'zh-CN': '如 市教育局网站、学校公告栏', en: 'A web site, a board' },
  contact: { 'zh-CN': '联系单位和电话', en: 'Office and telephone' },
  contactHint: { 'zh-CN': '办公电话，不写个人手机', en: 'A land line, nobody’s mobile' },
  choose: {
    'zh-CN': ({ name }) => `选择 ${name}`,
    en: ({ name }) => `Choose ${name}`,
  } satisfies Message<{ name: string }>,
  chosen: { 'zh-CN': '选择', en: 'Choose' },
  notices: { 'zh-CN': '已发布的公示', en: 'Notices of the batch' },
  objections: { 'zh-CN': '异议', en: 'Objections' },
  answered: { 'zh-CN': '异议已答复', en: 'The objection is answered' },
  upheldAboutSchool: {
    'zh-CN': '选“成立”即终止该校的申报，答复作为理由告知学校。',
    en: 'Upheld, it ends the application of the school, which is told the answer as the reason.',
  },
  upheldAboutWhole: {
    'zh-CN': '针对整个公示：选“成立”后，请到相关学校的申报中逐一处理。',
    en: 'About the whole notice: where upheld, see to the applications concerned one by one.',
  },
  designate: { 'zh-CN': '命名', en: 'Designate' },
  designateAnswer: {
    'zh-CN': ({ ready, all }) => `${all} 所学校在公示，${ready} 所可以命名`,
    en: ({ ready, all }) =>
      `${all} ${plural(all, 'school', 'schools')} on notice, ${ready} ready to be designated`,
  } satisfies Message<{ ready: number; all: number }>,
  nobodyToName: { 'zh-CN': '没有正在公示的学校。', en: 'No school stands on a notice.' },
  ready: { 'zh-CN': '可以命名', en: 'Ready' },
  document: { 'zh-CN': '命名文号', en: 'Document' },
  documentHint: { 'zh-CN': '如 连教体〔2026〕12号', en: 'Such as 连教体〔2026〕12号' },
  namedOn: { 'zh-CN': '命名日期', en: 'Day' },
  validity: {
    'zh-CN': ({ from, to }) => `称号有效期按批次规定：${from} 至 ${to}。每个项目一个称号，每校一张证书。`,
    en: ({ from, to }) =>
      `Titles hold from ${from} to ${to} as the batch says: one a sport, one certificate a school.`,
  } satisfies Message<{ from: string; to: string }>,
  named: { 'zh-CN': '命名已生效', en: 'The titles are given' },
  list: { 'zh-CN': '命名名单', en: 'List of the schools named' },
  listAnswer: {
    'zh-CN': ({ schools }) => (schools === 0 ? '本批次还没有命名学校' : `已命名 ${schools} 所学校`),
    en: ({ schools }) =>
      schools === 0 ? 'No school is named yet' : `${schools} ${plural(schools, 'school', 'schools')} named`,
  } satisfies Message<{ schools: number }>,
  print: { 'zh-CN': '可直接打印为 A4 纸。', en: 'Made to be printed on A4.' },
  certificate: { 'zh-CN': '下载证书', en: 'Certificate (PDF)' },
  why: {
    'notice-running': { 'zh-CN': '公示未满', en: 'The notice still runs' },
    'day-within-notice': { 'zh-CN': '命名日期应在公示结束之后', en: 'The day must be after the notice' },
    'objections-open': { 'zh-CN': '有异议未答复', en: 'An objection is not answered' },
    'school-not-open': { 'zh-CN': '学校已停办或未开办', en: 'The school is not open' },
    'holds-title': {
      'zh-CN': '该校在有效期内已有同级同项目称号',
      en: 'It holds a title of the level and sport in these days',
    },
  } satisfies Record<WhyNotDesignated, Message>,
  putUpRefusal: {
    'not-found': { 'zh-CN': '没有这个批次', en: 'There is no such batch' },
    'not-allowed': { 'zh-CN': '由市级发布', en: 'The city puts it up' },
    'nobody-chosen': { 'zh-CN': '请选择学校', en: 'Please choose schools' },
    'moved-meanwhile': { 'zh-CN': '所选学校刚刚有变动，请核对后再发布', en: 'Some have just been moved' },
    'channel-missing': { 'zh-CN': '请填写公示渠道', en: 'Please say where it is published' },
    'contact-missing': { 'zh-CN': '请填写联系单位和电话', en: 'Please give office and telephone' },
    'holds-number': {
      'zh-CN': '请填写办公电话，不要填写个人手机号或身份证号',
      en: 'Please give a land line, no mobile and no ID number of a person',
    },
    'holidays-unknown': {
      'zh-CN': '公示期涉及的年份尚未录入节假日安排，无法计算工作日；请先在校历中录入',
      en: 'The notice would run into a year whose public holidays are not entered; enter them in the calendar first',
    },
  } satisfies Record<PutUpRefusal, Message>,
  receiveRefusal: {
    ...objectionsText.saidRefusal,
    'not-found': { 'zh-CN': '没有这个公示', en: 'There is no such notice' },
    'not-on-the-notice': { 'zh-CN': '该校不在公示名单上', en: 'This school is not on the notice' },
    'client-busy': objectionsText.clientBusy,
    'notice-over': {
      'zh-CN': '公示期已结束，不再受理异议；您填写的内容仍在下面，可向联系单位反映。',
      en: 'The notice is over and objections are no longer heard here. What you wrote is kept below; you may turn to the office named.',
    },
  } satisfies Record<ReceiveRefusal, Message>,
  notKept: { 'zh-CN': '您写的答复（没有保存）', en: 'What you wrote (not kept)' },
  answerRefusal: {
    ...objectionsText.answerRefusal,
    'not-found': { 'zh-CN': '没有这条异议', en: 'There is no such objection' },
    'not-allowed': { 'zh-CN': '由市级答复', en: 'The city answers it' },
    'answered-already': { 'zh-CN': '已经答复', en: 'It is answered already' },
  } satisfies Record<TitleAnswerRefusal, Message>,
  designateRefusal: {
    'not-found': { 'zh-CN': '没有这个批次', en: 'There is no such batch' },
    'not-allowed': { 'zh-CN': '由市级命名', en: 'The city designates' },
    'nobody-chosen': { 'zh-CN': '请选择学校', en: 'Please choose schools' },
    'moved-meanwhile': { 'zh-CN': '所选学校刚刚有变动，请核对后再命名', en: 'Some have just been moved' },
    'document-missing': { 'zh-CN': '请填写命名文号', en: 'Please give the number of the document' },
    'document-unreadable': {
      'zh-CN': '文号格式应如 连教体〔2026〕12号，序号前不加零',
      en: 'It is written like 连教体〔2026〕12号, without zeros in front',
    },
    'document-from-later': { 'zh-CN': '文号年份晚于命名日期', en: 'It is of a year after the day' },
    'day-ahead': { 'zh-CN': '命名日期不能晚于今天', en: 'This day is still to come' },
    'titles-over': { 'zh-CN': '批次规定的有效期已过', en: 'The titles of the batch are over by then' },
    schools: {
      'zh-CN': '以下学校不能命名，全部未办理：',
      en: 'These schools cannot be designated, so none was:',
    },
  } satisfies Record<DesignateRefusal | 'schools', Message>,
} as const
