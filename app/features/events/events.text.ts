import { filesText } from '#app/files/files.text.ts'
import { type Locale, type Message, say } from '#app/i18n/text.ts'
import type { ProblemValues } from '#app/spreadsheet/reading.ts'
import type { PictureRefusal } from './change-pictures.server.ts'
import { mostPictures } from './event-picture.rule.ts'
import type { EventRefusal } from './save-event.server.ts'

/** The words of traditional sports at school. */
export const eventsText = {
  title: { 'zh-CN': '传统体育进校园', en: 'Traditional sports at school' },
  answer: {
    'zh-CN': ({ events, schools, participants }) =>
      `本学年 ${schools} 所学校举办 ${events} 场，${participants} 人次参加`,
    en: ({ events, schools, participants }) =>
      `This school year: ${events} events at ${schools} schools, ${participants} participants`,
  } satisfies Message<{ events: number; schools: number; participants: number }>,
  nothing: {
    'zh-CN': '本学年还没有活动。请下载模板填写后导入。',
    en: 'No event this school year. Fill in the template.',
  },
  year: { 'zh-CN': '学年', en: 'School year' },
  show: { 'zh-CN': '查看', en: 'Show' },
  bySport: { 'zh-CN': '按项目', en: 'By sport' },
  byUnit: { 'zh-CN': '按单位', en: 'By unit' },
  byMonth: { 'zh-CN': '按月', en: 'By month' },
  coming: { 'zh-CN': '即将举办', en: 'To come' },
  held: { 'zh-CN': '已举办', en: 'Held' },
  month: { 'zh-CN': '月份', en: 'Month' },
  unit: { 'zh-CN': '单位', en: 'Unit' },
  sport: { 'zh-CN': '项目', en: 'Sport' },
  day: { 'zh-CN': '日期', en: 'Day' },
  school: { 'zh-CN': '学校', en: 'School' },
  event: { 'zh-CN': '活动', en: 'Event' },
  events: { 'zh-CN': '场次', en: 'Events' },
  schools: { 'zh-CN': '学校数', en: 'Schools' },
  classes: { 'zh-CN': '班级', en: 'Classes' },
  participants: { 'zh-CN': '人次', en: 'Participants' },
  note: { 'zh-CN': '说明', en: 'Note' },
  importExcel: { 'zh-CN': '导入 Excel', en: 'Import from Excel' },
  exportExcel: { 'zh-CN': '导出 Excel', en: 'Export to Excel' },
  template: { 'zh-CN': '下载模板', en: 'Template' },
  all: { 'zh-CN': '全部', en: 'All' },
  add: { 'zh-CN': '登记活动', en: 'Enter an event' },
  change: { 'zh-CN': '修改', en: 'Change' },
  changeEvent: { 'zh-CN': '修改活动', en: 'Change the event' },
  save: { 'zh-CN': '保存', en: 'Save' },
  saved: { 'zh-CN': '已保存', en: 'Saved' },
  removed: { 'zh-CN': '活动已删除', en: 'The event was removed' },
  pictureRemoved: { 'zh-CN': '图片已删除', en: 'The picture was removed' },
  schoolCode: { 'zh-CN': '学校标识码', en: 'School code' },
  choose: { 'zh-CN': '请选择', en: 'Please choose' },
  participantsHint: {
    'zh-CN': '已举办的必填；尚未举办的，班级和人次都不填',
    en: 'Needed once it is held; for an event to come leave both numbers out',
  },
  remove: { 'zh-CN': '删除', en: 'Remove' },
  removeEvent: { 'zh-CN': '删除活动', en: 'Remove the event' },
  removeMeans: {
    'zh-CN': ({ pictures }) =>
      pictures === 0
        ? '删除后不能恢复，统计随之改变。'
        : `连同 ${pictures} 张图片一起删除，不能恢复，统计随之改变。`,
    en: ({ pictures }) =>
      pictures === 0
        ? 'It cannot be brought back, and the figures change.'
        : `Its pictures (${pictures}) go with it. It cannot be brought back, and the figures change.`,
  } satisfies Message<{ pictures: number }>,
  keep: { 'zh-CN': '不删除，返回', en: 'Keep it, go back' },
  state: { 'zh-CN': '状态', en: 'State' },
  pictures: { 'zh-CN': '图片', en: 'Pictures' },
  noPictures: { 'zh-CN': '还没有图片。', en: 'No picture yet.' },
  addPicture: { 'zh-CN': '添加图片', en: 'Add a picture' },
  picture: { 'zh-CN': '图片文件', en: 'Picture' },
  pictureHint: {
    'zh-CN': `JPG、PNG 或 WebP，不超过 10 MB，最多 ${mostPictures} 张。照片中的拍摄位置、时间会自动去掉。`,
    en: `JPG, PNG or WebP of at most 10 MB, ${mostPictures} at most. Where and when it was taken is removed from it.`,
  },
  description: { 'zh-CN': '图片内容', en: 'What it shows' },
  descriptionHint: {
    'zh-CN': '一句话写明图中情景，供看不到图的人了解；不写学生姓名',
    en: 'One sentence for those who cannot see it; no names of pupils',
  },
  removePicture: { 'zh-CN': '删除图片', en: 'Remove the picture' },
  removePictureMeans: { 'zh-CN': '删除后不能恢复。', en: 'It cannot be brought back.' },
  calendar: { 'zh-CN': '活动月历', en: 'Calendar of events' },
  calendarAnswer: {
    'zh-CN': ({ month, events, schools }) => `${month}：${schools} 所学校，${events} 场活动`,
    en: ({ month, events, schools }) => `${month}: ${events} events at ${schools} schools`,
  } satisfies Message<{ month: string; events: number; schools: number }>,
  calendarNothing: { 'zh-CN': '本月没有活动。', en: 'No event this month.' },
  before: { 'zh-CN': '上月', en: 'Month before' },
  after: { 'zh-CN': '下月', en: 'Month after' },
} as const

const prefix = 'event.'

const problems = {
  'school-unknown': {
    'zh-CN': () => '您管理的学校中没有这个标识码，请先登记学校。',
    en: () => 'No school of yours has this code; please enter the school first.',
  },
  'title-missing': { 'zh-CN': () => '请填写活动名称。', en: () => 'Please name the event.' },
  'not-traditional': {
    'zh-CN': () => '项目目录中这不是传统体育项目；其他活动请填活动台账。',
    en: () => 'This is no traditional sport of the catalogue; other activities belong to the log.',
  },
  'too-far-ahead': { 'zh-CN': () => '日期在一年以后，请核对。', en: () => 'That is more than a year ahead.' },
  'participants-missing': {
    'zh-CN': () => '已举办的活动请填写参与人数。',
    en: () => 'Please say how many took part.',
  },
  'nobody-yet': {
    'zh-CN': () => '活动还没有举办，请先不填班级数和人数。',
    en: () => 'It has not been held yet: leave the numbers out.',
  },
  'personal-number': {
    'zh-CN': () => '请不要填写手机号或身份证号。',
    en: () => 'Please leave out phone and ID numbers.',
  },
  'school-not-open': {
    'zh-CN': () => '该校在这一天尚未开办或已停办。',
    en: () => 'The school was not open on that day.',
  },
  'told-already': {
    'zh-CN': () => '该校这一天已登记同一项目、同一名称的活动。',
    en: () => 'The school has told of this event of that day already.',
  },
  twice: {
    'zh-CN': ({ rows }) => `与第 ${rows} 行是同一活动，请只保留正确的一行。`,
    en: ({ rows }) => `Row ${rows} tells of the same event; please keep the right one.`,
  },
} satisfies Record<string, Message<ProblemValues>>

/** The sentence for a problem of the sheet of events; null when the code belongs to somebody else. */
export function eventSheetProblem(locale: Locale, code: string, values: ProblemValues = {}): string | null {
  const own = code.startsWith(prefix) ? code.slice(prefix.length) : ''
  return own in problems ? say(locale, problems[own as keyof typeof problems], values) : null
}

/** Why an event that was entered by hand is not kept. */
export function eventRefusal(locale: Locale, refusal: EventRefusal): string {
  return say(locale, problems[refusal], {})
}

export const pictureRefusals = {
  ...filesText.refusal,
  'description-missing': { 'zh-CN': '请写明图片内容', en: 'Please say what it shows' },
  'personal-number': {
    'zh-CN': '请不要填写手机号或身份证号',
    en: 'Please leave out phone and ID numbers',
  },
  'too-many': {
    'zh-CN': `最多 ${mostPictures} 张，请先删除不用的`,
    en: `At most ${mostPictures}; please remove some first`,
  },
  'not-found': { 'zh-CN': '活动已不在', en: 'The event is gone' },
} satisfies Record<PictureRefusal, Message>
