import type { ClassRef } from '#app/spreadsheet/cells/class-ref.ts'
import type { Stage } from '#db/tables.ts'

const firstGrade: Record<Stage, number> = { primary: 1, junior: 7, senior: 10 }
const years: Record<Stage, number> = { primary: 6, junior: 3, senior: 3 }
const names = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '高一', '高二', '高三']

/** The grade 1–12 of a class in a school year; null before it entered and after it left the stage (6-3-3). */
export function gradeOfClass(stage: Stage, entryYear: number, schoolYear: number): number | null {
  const year = schoolYear - entryYear
  return year >= 0 && year < years[stage] ? firstGrade[stage] + year : null
}

/** '三年级', '七年级', '高一'. */
export function gradeName(grade: number): string {
  const name = names[grade - 1] ?? String(grade)
  return grade < 10 ? `${name}年级` : name
}

/**
 * What a class is called in a school year: 三(2)班, 七(1)班, 高一(5)班. Outside the years of its stage the official
 * name 小学2023级2班 stands, since it never changes.
 */
export function className(
  one: { stage: Stage; entryYear: number; classNo: number },
  schoolYear: number,
): string {
  const grade = gradeOfClass(one.stage, one.entryYear, schoolYear)
  if (grade === null) return `${stageNames[one.stage]}${one.entryYear}级${one.classNo}班`
  return `${names[grade - 1] ?? grade}(${one.classNo})班`
}

/** 'G3#2', the key by which contracts name a class; null outside the years of its stage. */
export function classKeyOf(
  one: { stage: Stage; entryYear: number; classNo: number },
  schoolYear: number,
): string | null {
  const grade = gradeOfClass(one.stage, one.entryYear, schoolYear)
  return grade === null ? null : `G${grade}#${one.classNo}`
}

/** 'G3#2' as people say it: 三(2)班. */
export function nameOfClassKey(key: string): string {
  const [, grade, number] = /^G(\d+)#(\d+)$/.exec(key) ?? []
  return grade === undefined ? key : `${names[Number(grade) - 1] ?? grade}(${number})班`
}

/** What a class, a whole grade or the whole school is called, as a cell may name it. */
export function nameOfClassRef({ grade, classNo }: ClassRef): string {
  if (grade === 'ALL') return '全校'
  return classNo === '*' ? gradeName(grade) : `${names[grade - 1] ?? grade}(${classNo})班`
}

const stageNames: Record<Stage, string> = { primary: '小学', junior: '初中', senior: '高中' }
