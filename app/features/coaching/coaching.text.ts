import type { Message } from '#app/i18n/text.ts'
import type { AthleteGrade, Education, Engagement, SportResult } from '#db/tables.ts'
import type { CoachTitle } from './grades.rule.ts'

/** The words that posts, applicants and instructors share. */
export const coachingText = {
  holdsNumber: {
    'zh-CN': '请不要在这里写身份证号或手机号',
    en: 'Please leave out ID and phone numbers here',
  },
  grade: {
    INTL_MASTER: { 'zh-CN': '国际级运动健将', en: 'International master' },
    MASTER: { 'zh-CN': '运动健将', en: 'National master' },
    LEVEL1: { 'zh-CN': '一级运动员', en: 'Level 1 athlete' },
    LEVEL2: { 'zh-CN': '二级运动员', en: 'Level 2 athlete' },
    LEVEL3: { 'zh-CN': '三级运动员', en: 'Level 3 athlete' },
    '': { 'zh-CN': '无等级', en: 'No grade' },
  } satisfies Record<AthleteGrade, Message>,
  result: {
    OLYMPIC: { 'zh-CN': '奥运会前八名', en: 'Top 8 at Olympic Games' },
    WORLD: { 'zh-CN': '世界锦标赛、世界杯前八名', en: 'Top 8 at world championships or cups' },
    ASIAN: { 'zh-CN': '亚运会、亚锦赛前六名', en: 'Top 6 at Asian games or championships' },
    NATIONAL_TOP3: { 'zh-CN': '全国比赛前三名', en: 'Top 3 in the nation' },
    NATIONAL_TOP8: { 'zh-CN': '全国比赛前八名', en: 'Top 8 in the nation' },
    PROVINCIAL_TOP3: { 'zh-CN': '省级比赛前三名', en: 'Top 3 in the province' },
    PROVINCIAL_TOP8: { 'zh-CN': '省级比赛前八名', en: 'Top 8 in the province' },
    CITY_TOP3: { 'zh-CN': '市级比赛前三名', en: 'Top 3 in the city' },
    '': { 'zh-CN': '无', en: 'None' },
  } satisfies Record<SportResult, Message>,
  education: {
    DOCTOR: { 'zh-CN': '博士研究生', en: 'Doctorate' },
    MASTER: { 'zh-CN': '硕士研究生', en: "Master's degree" },
    BACHELOR: { 'zh-CN': '本科', en: "Bachelor's degree" },
    COLLEGE: { 'zh-CN': '大专', en: 'Junior college' },
    HIGH_SCHOOL: { 'zh-CN': '高中（中专）', en: 'Senior secondary' },
    '': { 'zh-CN': '未填', en: 'Not said' },
  } satisfies Record<Education, Message>,
  engagement: {
    FULL_TIME_ESTABLISHED: { 'zh-CN': '专职在编', en: 'Full time, established' },
    FULL_TIME_CONTRACT: { 'zh-CN': '专职编外', en: 'Full time, contract' },
    PART_TIME: { 'zh-CN': '兼职', en: 'Part time' },
    PURCHASED_SERVICE: { 'zh-CN': '购买服务', en: 'Purchased service' },
    VOLUNTEER: { 'zh-CN': '志愿', en: 'Volunteer' },
    INTERN: { 'zh-CN': '实习教练', en: 'Intern coach' },
  } satisfies Record<Engagement, Message>,
  coachTitle: {
    NATIONAL: { 'zh-CN': '国家级教练', en: 'National coach' },
    SENIOR: { 'zh-CN': '高级教练', en: 'Senior coach' },
    INTERMEDIATE: { 'zh-CN': '中级教练', en: 'Intermediate coach' },
    JUNIOR: { 'zh-CN': '初级教练', en: 'Junior coach' },
    '': { 'zh-CN': '无职称', en: 'No title' },
  } satisfies Record<CoachTitle, Message>,
}
