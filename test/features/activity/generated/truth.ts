import { type Day, numberOfDay, weekdayOf } from '#app/calendar-day.ts'
import type { ActivityKind } from '#app/spreadsheet/cells/kind.ts'
import type { Random } from './random.ts'
import type { Content } from './sketch-grid.ts'

export interface Class {
  grade: number
  classNo: number
}

/** What really happened, and how the school would write it. */
export interface Truth {
  classes: Class[]
  days: Day[]
  kinds: Kind[]
  random: Random
}

export interface Kind {
  kind: ActivityKind
  names: string[]
}

export const kindsInUse: Kind[] = [
  { kind: 'PE_LESSON', names: ['体育课', '体育与健康课', '体育课（分钟）'] },
  { kind: 'BIG_BREAK_AM', names: ['上午大课间', '大课间', '大课间活动'] },
  { kind: 'AFTER_SCHOOL_SPORT', names: ['课后服务', '课后服务体育活动'] },
  { kind: 'EYE_EXERCISE', names: ['眼保健操', '眼操'] },
  { kind: 'MORNING_EXERCISE', names: ['早操', '晨跑'] },
]

export const weeks: Day[][] = [
  ['2025-09-08', '2025-09-09', '2025-09-10', '2025-09-11', '2025-09-12'],
  ['2025-09-15', '2025-09-16', '2025-09-17', '2025-09-18', '2025-09-19'],
  ['2025-09-22', '2025-09-23', '2025-09-24', '2025-09-25', '2025-09-26'],
]

const digits = '零一二三四五六七八九'

export function gradeName(grade: number): string {
  return `${digits[grade]}年级`
}

export function className({ grade, classNo }: Class, random: Random): string {
  const spellings = [
    `${digits[grade]}(${classNo})班`,
    `${digits[grade]}（${classNo}）班`,
    `${digits[grade]}年级${classNo}班`,
    `${grade}年级（${classNo}）班`,
    `${digits[grade]}${classNo}班`,
    `${digits[grade]}${'⑴⑵⑶⑷'[classNo - 1]}班`,
    `${2025 - grade + 1}级${classNo}班`,
  ]
  return random.pick(spellings)
}

export function dayName(day: Day, random: Random): Content {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const sign = '一二三四五六日'[weekdayOf(day) - 1]
  return random.pick<Content>([
    day,
    `${year}/${month}/${date}`,
    `${year}.${month}.${date}`,
    `${year}年${month}月${date}日`,
    `${month}月${date}日`,
    `${month}月${date}日（周${sign}）`,
    `${month}.${date}`,
    { type: 'number', value: numberOfDay(day) + 25_569, format: 'yyyy"年"m"月"d"日"' },
    { type: 'number', value: numberOfDay(day) + 25_569, format: 'm/d/yy' },
  ])
}

export function weekdayName(day: Day): string {
  return `周${'一二三四五六日'[weekdayOf(day) - 1]}`
}

export function minutesContent(minutes: number, random: Random): Content {
  if (minutes === 0) return random.pick<Content>(['无', 0, '0', '没有'])
  const wide = [...String(minutes)].map(digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('')
  return random.pick<Content>([
    minutes,
    minutes,
    minutes,
    String(minutes),
    `${minutes}分钟`,
    `${minutes} 分钟`,
    `${minutes}′`,
    wide,
    `${minutes - 10}+10`,
    { type: 'number', value: minutes / 1440, format: 'h:mm' },
  ])
}

export const someMinutes = [20, 25, 30, 35, 40, 45, 60]
export const blanks: Content[] = ['/', '—', '-', null, '']
export const badMinutes: Content[] = ['达标', '6O', '√', '30/40', '考试', 600, '若干']
