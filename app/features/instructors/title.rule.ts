import { coachTitleOf } from '#app/features/coaching/grades.rule.ts'
import type { InstructorKind } from '#db/tables.ts'

/** 社会体育指导员 grades, high to low (domain.md 9.2); '' is none. */
export type InstructorGrade = 'NATIONAL' | 'LEVEL1' | 'LEVEL2' | 'LEVEL3' | ''

/** Titles of school teachers, high to low; '' is none. */
export type TeacherTitle = 'PROFESSOR' | 'SENIOR' | 'LEVEL1' | 'LEVEL2' | 'LEVEL3' | ''

const gradeWords: readonly [InstructorGrade, RegExp][] = [
  ['NATIONAL', /^国家级/],
  ['LEVEL1', /^一级/],
  ['LEVEL2', /^二级/],
  ['LEVEL3', /^三级/],
]

const teacherWords: readonly [TeacherTitle, RegExp][] = [
  ['PROFESSOR', /^正高/],
  ['SENIOR', /^(副高|高级)/],
  ['LEVEL1', /^(一级|中级|中学一级|小学高级)/],
  ['LEVEL2', /^(二级|中学二级|小学一级)/],
  ['LEVEL3', /^(三级|初级|员级)/],
]

/**
 * The title that a paper names, normalised within its kind: coach titles of the old and the new system, teachers' titles,
 * grades of social sports instructors. '' for none, null for one that nobody knows.
 */
export function titleOf(kind: InstructorKind, literal: string): string | null {
  const text = literal.replace(/\s+/g, '')
  if (['', '无', '无职称', '未评'].includes(text)) return ''
  if (kind === 'COACH') return coachTitleOf(text)
  const words = kind === 'PE_TEACHER' ? teacherWords : gradeWords
  return words.find(([, pattern]) => pattern.test(text))?.[0] ?? null
}
