import type { Message } from '#app/i18n/text.ts'
import type { ActivityKind } from '#app/spreadsheet/cells/kind.ts'

/** What each kind of activity is called (domain.md 7.2). */
export const kindNames = {
  PE_LESSON: { 'zh-CN': '体育课', en: 'PE lesson' },
  BIG_BREAK_AM: { 'zh-CN': '上午大课间', en: 'Morning long break' },
  BIG_BREAK_PM: { 'zh-CN': '下午大课间', en: 'Afternoon long break' },
  MORNING_EXERCISE: { 'zh-CN': '早操', en: 'Morning exercise' },
  COLLECTIVE_EXERCISE: { 'zh-CN': '集体体育锻炼', en: 'Collective exercise' },
  AFTER_SCHOOL_SPORT: { 'zh-CN': '课后服务体育活动', en: 'After-school sport' },
  COMPETITION: { 'zh-CN': '运动会、班级联赛', en: 'Sports meet or league' },
  SHORT_BREAK: { 'zh-CN': '课间活动', en: 'Short break' },
  CLUB: { 'zh-CN': '体育社团', en: 'Sports club' },
  TEAM_TRAINING: { 'zh-CN': '校队训练', en: 'School team training' },
  EYE_EXERCISE: { 'zh-CN': '眼保健操', en: 'Eye exercise' },
  HOME_EXERCISE: { 'zh-CN': '家庭体育作业', en: 'Exercise at home' },
  OTHER: { 'zh-CN': '其他', en: 'Other' },
} satisfies Record<ActivityKind, Message>

/** Columns of an activity upload as the preview shows them. */
export const activityColumns = {
  class: { 'zh-CN': '班级代号', en: 'Class key' },
  className: { 'zh-CN': '班级', en: 'Class' },
  date: { 'zh-CN': '日期', en: 'Date' },
  kind: { 'zh-CN': '活动类型', en: 'Kind' },
  sport: { 'zh-CN': '项目', en: 'Sport' },
  startsAt: { 'zh-CN': '开始时间', en: 'Starts at' },
  minutes: { 'zh-CN': '时长(分钟)', en: 'Minutes' },
  participants: { 'zh-CN': '参与人数', en: 'Participants' },
  teacher: { 'zh-CN': '指导教师', en: 'Teacher' },
  note: { 'zh-CN': '备注', en: 'Note' },
} satisfies Record<string, Message>

/** Problems of an activity upload that are not a cell's own. */
export const activityImportProblems = {
  'activity.school-unknown': {
    'zh-CN': () => '文件没有写明是哪所学校。请写上学校标识码或全称，或由学校账号上传。',
    en: () =>
      'The file does not say whose it is. Add the school’s code or full name, or upload it from the school’s account.',
  },
  'activity.several-schools': {
    'zh-CN': () => '文件中有多所学校。请每所学校单独上传一份。',
    en: () => 'The file holds several schools. Upload one file for each school.',
  },
  'activity.school-not-yours': {
    'zh-CN': () => '该学校不在您的管理范围内。请由该校或其主管单位上传。',
    en: () => 'That school is not yours. It or its authority has to upload the file.',
  },
  'activity.removes-rows': {
    'zh-CN': values =>
      `${values.class ?? ''} ${values.day ?? ''} 原有 ${values.count ?? ''} 条记录不在本次文件中，提交后将被替换。`,
    en: values =>
      `${values.count ?? ''} earlier rows of ${values.class ?? ''} on ${values.day ?? ''} are not in this file and will be replaced.`,
  },
} satisfies Record<string, Message<Record<string, string | number>>>
