import type { Message } from '#app/i18n/text.ts'
import { type DocumentKind, type DocumentRefusal, mostDocumentBytes, mostDocuments } from './document.rule.ts'

const megabytes = mostDocumentBytes / 1024 / 1024

/** The words of the papers that people hand in. */
export const documentsText = {
  title: { 'zh-CN': '材料', en: 'Documents' },
  lead: {
    'zh-CN': `PDF、JPG 或 PNG，每份不超过 ${megabytes} MB；加密保存，只有您报名的单位可以查看，每次查看都有记录。`,
    en: `PDF, JPG or PNG of at most ${megabytes} MB each; kept encrypted, seen only by the units to which you apply, each look on record.`,
  },
  kind: { 'zh-CN': '种类', en: 'Kind' },
  file: { 'zh-CN': '文件', en: 'File' },
  add: { 'zh-CN': '上传', en: 'Add' },
  none: { 'zh-CN': '还没有材料。', en: 'No document yet.' },
  kinds: {
    ID_FRONT: { 'zh-CN': '身份证人像面', en: 'ID card, portrait side' },
    ID_BACK: { 'zh-CN': '身份证国徽面', en: 'ID card, emblem side' },
    PHOTO: { 'zh-CN': '照片', en: 'Photo' },
    DEGREE: { 'zh-CN': '学历学位', en: 'Degree' },
    GRADE: { 'zh-CN': '运动员技术等级证书', en: 'Athlete grade' },
    RESULT: { 'zh-CN': '成绩证明', en: 'Result' },
    RETIREMENT: { 'zh-CN': '退役证明', en: 'Retirement' },
    TEACHER_CERTIFICATE: { 'zh-CN': '教师资格证', en: 'Teacher certificate' },
    COACH_TITLE: { 'zh-CN': '教练员职称', en: 'Coach title' },
    MEDICAL: { 'zh-CN': '体检表（仅体检通知后）', en: 'Medical (once called to it)' },
    OTHER: { 'zh-CN': '其他', en: 'Other' },
  } satisfies Record<DocumentKind, Message>,
  refusal: {
    'no-file': { 'zh-CN': '请选择文件', en: 'Please choose a file' },
    'too-large': {
      'zh-CN': `文件超过 ${megabytes} MB，请压缩后再传`,
      en: `The file is larger than ${megabytes} MB`,
    },
    'not-taken': { 'zh-CN': '只接受 PDF、JPG、PNG', en: 'Only PDF, JPG and PNG are taken' },
    forged: {
      'zh-CN': '文件内容与扩展名不符，请重新导出为 PDF、JPG 或 PNG',
      en: 'The content is not what the name says; please export it as PDF, JPG or PNG again',
    },
    'too-many': {
      'zh-CN': `最多 ${mostDocuments} 份，请先删除不用的`,
      en: `At most ${mostDocuments}; please remove some first`,
    },
    'not-called': {
      'zh-CN': '接到体检通知后才需要上传体检表',
      en: 'A medical is handed in once you are called to it',
    },
    'no-profile': { 'zh-CN': '没有应聘人资料', en: 'There is no profile' },
  } satisfies Record<DocumentRefusal, Message>,
} as const
