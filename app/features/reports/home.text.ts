import { type Message, plural } from '#app/i18n/text.ts'

/** The words of the home pages. */
export const homeText = {
  title: { 'zh-CN': '首页', en: 'Home' },
  welcome: {
    'zh-CN': '每个县区 5 个项目，每个孩子每天一小时。',
    en: 'Five sports in every county, an hour a day for every child.',
  },
  about: {
    'zh-CN': '教育、体育部门在这里掌握“5621”布局，学校在这里上传每天一小时台账。',
    en: 'Bureaus follow the 5621 plan here; schools upload their logs of the daily hour.',
  },
  signIn: { 'zh-CN': '登录', en: 'Sign in' },
  posts: { 'zh-CN': '教练员招聘', en: 'Coach posts' },
  coverage: { 'zh-CN': '5621 缺口', en: 'Gaps in the 5621 plan' },
  answer: {
    'zh-CN': ({ met, obliged, gap }) =>
      gap === 0 ? `${obliged} 个单位全部达标` : `${obliged} 个单位中 ${met} 个达标，共缺 ${gap} 个布点`,
    en: ({ met, obliged, gap }) =>
      gap === 0
        ? `All ${obliged} units meet the plan`
        : `${met} of ${obliged} units meet the plan; ${gap} ${plural(gap, 'placement is', 'placements are')} lacking`,
  } satisfies Message<{ met: number; obliged: number; gap: number }>,
  unitAnswer: {
    'zh-CN': ({ name, gap }) => (gap === 0 ? `${name}已达标` : `${name}还差 ${gap} 个布点`),
    en: ({ name, gap }) =>
      gap === 0 ? `${name} meets the plan` : `${name} lacks ${gap} ${plural(gap, 'placement', 'placements')}`,
  } satisfies Message<{ name: string; gap: number }>,
  silentAnswer: {
    'zh-CN': ({ count, of, day }) =>
      count === 0 ? `${day} 全部 ${of} 所学校已上报` : `${day} 有 ${count} 所学校未报（共 ${of} 所）`,
    en: ({ count, of, day }) =>
      count === 0
        ? `All ${of} schools reported for ${day}`
        : `${count} of ${of} schools did not report for ${day}`,
  } satisfies Message<{ count: number; of: number; day: string }>,
  unit: { 'zh-CN': '单位', en: 'Unit' },
  verdict: { 'zh-CN': '结论', en: 'Verdict' },
  met: { 'zh-CN': '达标', en: 'met' },
  short: { 'zh-CN': '未达标', en: 'short' },
  sportsMet: { 'zh-CN': '达标项目（个）', en: 'Sports met' },
  sportsLiving: { 'zh-CN': '其中活跃（个）', en: 'Of these living' },
  gap: { 'zh-CN': '缺口（个布点）', en: 'Gap (placements)' },
  silent: { 'zh-CN': '谁还没报', en: 'Who is silent' },
  school: { 'zh-CN': '学校', en: 'School' },
  notReported: { 'zh-CN': '未报', en: 'not reported' },
  allSilent: { 'zh-CN': '查看全部', en: 'Show all' },
  nobodySilent: { 'zh-CN': '所有学校都已上报。', en: 'Every school has reported.' },
  noSchoolDay: { 'zh-CN': '近期没有教学日。', en: 'There has been no school day lately.' },
  week: { 'zh-CN': '本周每天一小时', en: 'The daily hour this week' },
  weekAnswer: {
    'zh-CN': ({ from, to, floor, reporting }) => `${from} 至 ${to}：达 1 小时 ${floor}，上报率 ${reporting}`,
    en: ({ from, to, floor, reporting }) =>
      `${from} to ${to}: an hour reached ${floor}, reported ${reporting}`,
  } satisfies Message<{ from: string; to: string; floor: string; reporting: string }>,
  noSchool: {
    'zh-CN': '您的账号尚未关联学校，请联系主管单位。',
    en: 'Your account has no school yet. Please ask your unit.',
  },
  account: { 'zh-CN': '我的账号', en: 'My account' },
} as const
