import { chineseNumber } from './numerals.ts'
import { gradeOf, gradeOfGraduation, gradesOf, type Stage } from './stage.ts'

/** A grade number in digits, in Chinese (一 to 十二) or as a capital numeral. */
export const gradeNumber = '1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九壹贰叁肆伍陆柒捌玖]'

/** Words before a grade that name its stage. */
export const stageWord = '小学部|小学段|小学|初中部|初中段|初中|高中部|高中段|高中|小|初|高'

export function stageOfWord(word: string | undefined): Stage | null {
  if (!word) return null
  return word.startsWith('小') ? 'primary' : word.startsWith('初') ? 'junior' : 'senior'
}

export function numberOf(text: string): number | null {
  return /^\d+$/.test(text) ? Number(text) : chineseNumber(text)
}

/**
 * Grade 1–12 of a number after a stage word: 初一 is 7, 高中十年级 is 10, 初四 is none. Without a stage word the number
 * itself.
 */
export function gradeWithin(stage: Stage | null, number: number): number | null {
  if (stage === null) return number >= 1 && number <= 12 ? number : null
  const grades = gradesOf(stage)
  if (grades.includes(number)) return number
  return grades[number - 1] ?? null
}

export interface Cohort {
  grades: number[]
  /** The way of writing leaves room for a slip: two digits, or a graduation year. */
  odd: boolean
}

/** The grades that a cohort can be: 2023级 by entry, 2028届 by graduation, in the given stage or any of the school's. */
export function gradesOfCohort(
  year: string,
  kind: '级' | '届',
  stage: Stage | null,
  context: { schoolYear: number; stages: readonly Stage[] },
): Cohort {
  const full = year.length === 2 ? 2000 + Number(year) : Number(year)
  const among = stage === null ? context.stages : [stage]
  const of = kind === '级' ? gradeOf : gradeOfGraduation
  const grades = among.flatMap(one => of(one, full, context.schoolYear) ?? [])
  return { grades, odd: year.length === 2 }
}

/** 届 up to the present school year is often meant as the year of entry. */
export function isDoubtfulGraduation(year: string, schoolYear: number): boolean {
  const full = year.length === 2 ? 2000 + Number(year) : Number(year)
  return full <= schoolYear
}
