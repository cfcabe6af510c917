export const activityWeekText = {
  title: { 'zh-CN': '体育活动周表', en: 'Activity week' },
  minutes: {
    'zh-CN': '请填 0 到 240 的整数分钟；没有活动填 0，未统计留空。',
    en: 'Whole minutes from 0 to 240; 0 for none, empty for not known.',
  },
}
