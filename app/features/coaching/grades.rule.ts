import type { AthleteGrade, Education, Engagement, SportResult } from '#db/tables.ts'

/** 运动员技术等级, high to low; '' is none and comes last (domain.md 9.2). */
export const athleteGrades = [
  'INTL_MASTER',
  'MASTER',
  'LEVEL1',
  'LEVEL2',
  'LEVEL3',
  '',
] as const satisfies readonly AthleteGrade[]

/** Best results, high to low; '' is none and comes last. */
export const sportResults = [
  'OLYMPIC',
  'WORLD',
  'ASIAN',
  'NATIONAL_TOP3',
  'NATIONAL_TOP8',
  'PROVINCIAL_TOP3',
  'PROVINCIAL_TOP8',
  'CITY_TOP3',
  '',
] as const satisfies readonly SportResult[]

/** 学历, high to low; '' is not said and comes last. */
export const educations = [
  'DOCTOR',
  'MASTER',
  'BACHELOR',
  'COLLEGE',
  'HIGH_SCHOOL',
  '',
] as const satisfies readonly Education[]

/** 用工方式 (domain.md 9.2). */
export const engagements = [
  'FULL_TIME_ESTABLISHED',
  'FULL_TIME_CONTRACT',
  'PART_TIME',
  'PURCHASED_SERVICE',
  'VOLUNTEER',
  'INTERN',
] as const satisfies readonly Engagement[]

/** Whether `held` is `least` or better, in a list that goes from high to low; anything is at least ''. */
export function isAtLeast<T>(order: readonly T[], held: T, least: T): boolean {
  return order.indexOf(held) <= order.indexOf(least)
}

/** Only established posts go the long way of public recruitment (domain.md 9.3). */
export function goesLongWay(engagement: Engagement): boolean {
  return engagement === 'FULL_TIME_ESTABLISHED'
}

/** 教练员职称, high to low, of the system in force since 2020 (人社部发〔2020〕76号); '' is none. */
const coachTitles = ['NATIONAL', 'SENIOR', 'INTERMEDIATE', 'JUNIOR', ''] as const

export type CoachTitle = (typeof coachTitles)[number]

const titleWords: readonly [CoachTitle, readonly string[]][] = [
  ['NATIONAL', ['国家级教练', '国家级', '正高级教练', '正高']],
  ['SENIOR', ['高级教练', '高级', '副高']],
  ['INTERMEDIATE', ['中级教练', '中级', '一级教练', '一级']],
  ['JUNIOR', ['初级教练', '初级', '二级教练', '二级', '三级教练', '三级']],
]

/** The title that a paper of the old or the new system names ('一级教练' is INTERMEDIATE); null for none known. */
export function coachTitleOf(literal: string): CoachTitle | null {
  const word = literal.trim().replace(/员$/, '')
  return titleWords.find(([, words]) => words.includes(word))?.[0] ?? null
}
