import type { Message } from '#app/i18n/text.ts'
import type { VenueKind } from '#db/tables.ts'
import type { ListRefusal } from './publish-list.server.ts'

export const venueKindWords = {
  FIELD: { 'zh-CN': '足球场', en: 'Pitch' },
  TRACK: { 'zh-CN': '田径场', en: 'Track' },
  COURT: { 'zh-CN': '球场', en: 'Court' },
  TABLES: { 'zh-CN': '乒乓球台', en: 'Table tennis' },
  GYM: { 'zh-CN': '体育馆', en: 'Gymnasium' },
  POOL: { 'zh-CN': '游泳池', en: 'Swimming pool' },
  OTHER: { 'zh-CN': '其他', en: 'Other' },
} satisfies Record<VenueKind, Message>

/** The words of school venues that are open to the public. */
export const venuesText = {
  title: { 'zh-CN': '学校体育场地开放', en: 'School venues open to the public' },
  publicAnswer: {
    'zh-CN': ({ year, schools, venues }) => `${year} 年公布：${schools} 所学校、${venues} 处场地向社会开放`,
    en: ({ year, schools, venues }) => `Published for ${year}: ${venues} venues at ${schools} schools`,
  } satisfies Message<{ year: number; schools: number; venues: number }>,
  ownAnswer: {
    'zh-CN': ({ schools, venues }) => `${schools} 所学校、${venues} 处场地`,
    en: ({ schools, venues }) => `${venues} venues at ${schools} schools`,
  } satisfies Message<{ schools: number; venues: number }>,
  nothingPublished: {
    'zh-CN': '本年度还没有公布开放名单。',
    en: 'No list has been published for this year.',
  },
  nothing: {
    'zh-CN': '还没有开放场地。请下载模板填写后导入。',
    en: 'No venue yet. Fill in the template and import it.',
  },
  manage: { 'zh-CN': '开放场地登记', en: 'Venues of the schools' },
  seePublic: { 'zh-CN': '查看公布页', en: 'See the public page' },
  asOf: {
    'zh-CN': ({ asOf, at, document }) =>
      `截至 ${asOf} · ${at} 公布${document === '' ? '' : ` · ${document}`}`,
    en: ({ asOf, at, document }) =>
      `As of ${asOf} · published ${at}${document === '' ? '' : ` · ${document}`}`,
  } satisfies Message<{ asOf: string; at: string; document: string }>,
  year: { 'zh-CN': '年度', en: 'Year' },
  unit: { 'zh-CN': '单位', en: 'Unit' },
  all: { 'zh-CN': '全部', en: 'All' },
  show: { 'zh-CN': '查看', en: 'Show' },
  school: { 'zh-CN': '学校', en: 'School' },
  address: { 'zh-CN': '地址', en: 'Address' },
  venue: { 'zh-CN': '场地', en: 'Venue' },
  kind: { 'zh-CN': '类型', en: 'Kind' },
  weekday: { 'zh-CN': '平日', en: 'Weekdays' },
  weekend: { 'zh-CN': '周末', en: 'Weekends' },
  holiday: { 'zh-CN': '节假日和寒暑假', en: 'Holidays' },
  fee: { 'zh-CN': '收费', en: 'Fee' },
  free: { 'zh-CN': '免费', en: 'Free' },
  closed: { 'zh-CN': '不开放', en: 'Closed' },
  contact: { 'zh-CN': '咨询', en: 'Ask' },
  note: { 'zh-CN': '说明', en: 'Note' },
  from: { 'zh-CN': '起始日期', en: 'From' },
  until: { 'zh-CN': '终止日期', en: 'Until' },
  importExcel: { 'zh-CN': '导入 Excel', en: 'Import from Excel' },
  exportExcel: { 'zh-CN': '导出 Excel', en: 'Export to Excel' },
  template: { 'zh-CN': '下载模板', en: 'Template' },
  add: { 'zh-CN': '登记场地', en: 'Enter a venue' },
  change: { 'zh-CN': '修改', en: 'Change' },
  changeVenue: { 'zh-CN': '修改场地', en: 'Change the venue' },
  changeMeans: {
    'zh-CN': '从生效日期起按新内容开放，此前的内容保留；生效日期就是起始日期的，直接更正。',
    en: 'From the day on it is open as you say; what was before stays. On its own first day it is a correction.',
  },
  changesFrom: { 'zh-CN': '生效日期', en: 'As of' },
  close: { 'zh-CN': '停止开放', en: 'Close' },
  closeVenue: { 'zh-CN': '停止开放场地', en: 'Close the venue' },
  closeMeans: {
    'zh-CN': '最后一天之后不再列入名单；已公布的名单不变。',
    en: 'After the last day it is no longer listed; lists that were published stay as they are.',
  },
  lastDay: { 'zh-CN': '最后一天', en: 'Last day' },
  reason: { 'zh-CN': '原因', en: 'Why' },
  choose: { 'zh-CN': '请选择', en: 'Please choose' },
  save: { 'zh-CN': '保存', en: 'Save' },
  saved: { 'zh-CN': '已保存', en: 'Saved' },
  schoolCode: { 'zh-CN': '学校标识码', en: 'School code' },
  hoursHint: {
    'zh-CN': '如 06:00-07:30、17:30-20:30；不开放则留空',
    en: 'Such as 06:00-07:30、17:30-20:30; leave it empty where it is closed',
  },
  feeHint: { 'zh-CN': '免费则留空', en: 'Leave it empty where it is free' },
  contactHint: { 'zh-CN': '科室和座机，公开显示', en: 'An office and its telephone: this is public' },
  untilHint: { 'zh-CN': '长期开放的不填', en: 'Leave it empty where it goes on' },
  others: { 'zh-CN': '尚未开放或近一年停止开放', en: 'Not open yet, or closed within a year' },
  what: { 'zh-CN': '办理', en: 'Do' },
  publish: { 'zh-CN': '公布年度名单', en: 'Publish the list of the year' },
  publishMeans: {
    'zh-CN': '公布的是今天的名单；同年再次公布的，以最后一次为准，以前的留存备查。',
    en: 'The list of today is published; a later one of the year takes its place, and the earlier ones are kept.',
  },
  ofDocument: { 'zh-CN': '公布文件（可不填）', en: 'Document (may be left out)' },
  published: { 'zh-CN': '已公布', en: 'Published' },
  refusal: {
    'not-allowed': { 'zh-CN': '由所属单位公布', en: 'Its own unit publishes it' },
    'no-venue': { 'zh-CN': '没有可公布的场地', en: 'There is no venue to publish' },
    'holds-number': { 'zh-CN': '请不要填写手机号或身份证号', en: 'Please leave out phone and ID numbers' },
  } satisfies Record<ListRefusal, Message>,
} as const
