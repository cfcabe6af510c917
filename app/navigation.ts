import type { Role } from '#db/tables.ts'

/** The words of each reader's job, in the order in which they are needed. */
const places = {
  notices: { to: '/notices', label: { 'zh-CN': '通知', en: 'Notices' } },
  home: { to: '/', label: { 'zh-CN': '首页', en: 'Home' } },
  coverage: { to: '/coverage', label: { 'zh-CN': '5621 覆盖', en: '5621 coverage' } },
  compliance: { to: '/compliance', label: { 'zh-CN': '每天一小时', en: 'The daily hour' } },
  week: { to: '/week', label: { 'zh-CN': '本周活动', en: 'This week' } },
  import: { to: '/import', label: { 'zh-CN': '导入表格', en: 'Import a sheet' } },
  imports: { to: '/imports', label: { 'zh-CN': '导入记录', en: 'Imports' } },
  uploadLinks: { to: '/upload-links', label: { 'zh-CN': '上传链接', en: 'Upload links' } },
  words: { to: '/words', label: { 'zh-CN': '词语对照', en: 'Dictionary' } },
  titles: { to: '/titles', label: { 'zh-CN': '传统特色学校', en: 'Traditional schools' } },
  titleNotices: { to: '/titles/notices', label: { 'zh-CN': '命名公示', en: 'Notices of titles' } },
  reviews: { to: '/titles/reviews', label: { 'zh-CN': '我的评审', en: 'My reviews' } },
  events: { to: '/events', label: { 'zh-CN': '传统体育进校园', en: 'Traditional sports' } },
  venues: { to: '/venues/manage', label: { 'zh-CN': '场地开放', en: 'Open venues' } },
  openVenues: { to: '/venues', label: { 'zh-CN': '学校场地开放', en: 'Open venues' } },
  schools: { to: '/registry/schools', label: { 'zh-CN': '学校', en: 'Schools' } },
  coaches: { to: '/coaches', label: { 'zh-CN': '教练员名册', en: 'Coaches' } },
  exemptions: { to: '/exemptions', label: { 'zh-CN': '豁免申请', en: 'Exemptions' } },
  entryChecks: { to: '/entry-checks', label: { 'zh-CN': '准入查询', en: 'Entry checks' } },
  calendar: { to: '/calendar', label: { 'zh-CN': '校历', en: 'Calendar' } },
  sports: { to: '/registry/sports', label: { 'zh-CN': '运动项目', en: 'Sports' } },
  units: { to: '/registry/units', label: { 'zh-CN': '填报单位', en: 'Units' } },
  dailyHour: { to: '/settings/daily-hour', label: { 'zh-CN': '每天一小时设置', en: 'Daily hour settings' } },
  accounts: { to: '/admin/accounts', label: { 'zh-CN': '账号', en: 'Accounts' } },
  audit: { to: '/admin/audit', label: { 'zh-CN': '审计日志', en: 'Audit log' } },
  matching: { to: '/matching', label: { 'zh-CN': '人岗匹配', en: 'Matching' } },
  recruitment: { to: '/recruitment', label: { 'zh-CN': '岗位招聘', en: 'Recruitment' } },
  posts: { to: '/posts', label: { 'zh-CN': '教练员招聘', en: 'Coach posts' } },
  applications: { to: '/applications', label: { 'zh-CN': '我的报名', en: 'My applications' } },
  profile: { to: '/profile', label: { 'zh-CN': '我的资料', en: 'My profile' } },
  account: { to: '/account', label: { 'zh-CN': '我的账号', en: 'My account' } },
} as const

type Place = (typeof places)[keyof typeof places]

const bureau = [
  places.home,
  places.notices,
  places.coverage,
  places.compliance,
  places.titles,
  places.events,
  places.venues,
  places.schools,
  places.coaches,
  places.import,
  places.imports,
  places.uploadLinks,
  places.words,
  places.exemptions,
  places.calendar,
  places.recruitment,
]
const catalogue = [places.sports, places.units]

const byRole: Record<Role, readonly Place[]> = {
  city: [...bureau, places.matching, places.entryChecks, ...catalogue, places.dailyHour, places.accounts],
  unit: [...bureau, places.matching, places.entryChecks, places.accounts],
  school: [
    places.week,
    places.notices,
    places.titles,
    places.events,
    places.venues,
    places.coaches,
    places.import,
    places.imports,
    places.uploadLinks,
    places.words,
    places.exemptions,
    places.calendar,
    places.recruitment,
  ],
  applicant: [places.home, places.posts, places.applications, places.profile, places.notices, places.account],
  expert: [places.reviews, places.notices, places.account],
  auditor: [
    places.home,
    places.notices,
    places.coverage,
    places.compliance,
    places.titles,
    places.schools,
    places.coaches,
    places.imports,
    places.uploadLinks,
    places.audit,
  ],
  admin: [...bureau, ...catalogue, places.dailyHour, places.accounts, places.audit],
}

export function navigationOf(role: Role | null): readonly Place[] {
  return role === null ? [places.home, places.posts, places.openVenues, places.titleNotices] : byRole[role]
}
