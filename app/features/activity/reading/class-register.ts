import type { Day } from '#app/calendar-day.ts'
import type { ClassRef } from '#app/spreadsheet/cells/class.ts'
import { gradeOf } from '#app/spreadsheet/cells/stage.ts'
import type { ActivityContext, RegisteredClass } from '../activity-entry.ts'

/** A class of the register with its grade of the school year. */
export interface KnownClass {
  entry: RegisteredClass
  grade: number
}

export function knownClasses(context: ActivityContext): KnownClass[] {
  return context.classes.flatMap(entry => {
    const grade = gradeOf(entry.stage, entry.entryYear, context.schoolYear)
    return grade === null ? [] : [{ entry, grade }]
  })
}

/** The classes that a reference means, whenever they are open. */
export function meantBy(ref: ClassRef, known: readonly KnownClass[]): KnownClass[] {
  return known.filter(
    ({ entry, grade }) =>
      (ref.grade === 'ALL' || ref.grade === grade) &&
      (ref.classNo === '*' || ref.classNo === entry.classNo) &&
      (ref.campus === undefined || entry.campus === null || sameCampus(ref.campus, entry.campus)),
  )
}

export function isOpenOn(entry: RegisteredClass, day: Day): boolean {
  return entry.validFrom <= day && day <= entry.validTo
}

const numerals = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '高一', '高二', '高三']

/** A reference as a school writes it: 三(2)班, 三年级, 全校. */
export function wordedClass(ref: ClassRef): string {
  if (ref.grade === 'ALL') return '全校'
  const grade = numerals[ref.grade] ?? String(ref.grade)
  if (ref.classNo !== '*') return `${ref.campus ?? ''}${grade}(${ref.classNo})班`
  return ref.grade > 9 ? grade : `${grade}年级`
}

/** Classes that may have been meant, those of the same grade first. */
export function likelyClasses(ref: ClassRef, known: readonly KnownClass[]): string[] {
  const near = known.filter(({ grade }) => grade === ref.grade)
  return near
    .map(({ entry, grade }) => wordedClass({ grade, classNo: entry.classNo }))
    .sort()
    .slice(0, 8)
}

function sameCampus(one: string, other: string): boolean {
  const bare = (name: string) => name.replace(/(校区|校|区)$/, '')
  return bare(one) === bare(other) || one.includes(bare(other)) || other.includes(bare(one))
}
