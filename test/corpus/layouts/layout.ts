import { type Day, weekdayOf } from '#app/calendar-day.ts'
import type { SchoolClass } from '../ink/classes.ts'
import { kinds as allKinds, type Kind } from '../ink/kinds.ts'
import type { Content, Paper } from '../paper.ts'
import type { Scribe } from '../scribe.ts'

/** What a workbook is about; the layout decides how it lies on paper. */
export interface Subject {
  school: string
  classes: SchoolClass[]
  days: Day[]
  kinds: Kind[]
  /** A column and a row of sums hold a slip, which must be shown. */
  isMiscounted?: boolean
}

export type Layout = (scribe: Scribe, subject: Subject) => Paper[]

export const footer = '填表人：王芳    审核人：李建国    联系电话：0518-87210000    校长签字：'

export const weekdayName = (day: Day, word = '周') => `${word}${'一二三四五六日'[weekdayOf(day) - 1]}`

export const monthDay = (day: Day) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

export const lesson = allKinds.lesson
export const morningBreak = allKinds.morningBreak

/** Puts a text over several columns. */
export function banner(sheet: Paper, row: number, text: Content, right: number, left = 0): void {
  sheet.put(row, left, text)
  sheet.merge(row, left, row, right)
}

/** The classes of each grade, in order. */
export function byGrade(classes: readonly SchoolClass[]): { grade: number; classes: SchoolClass[] }[] {
  return [...new Set(classes.map(({ grade }) => grade))].map(grade => ({
    grade,
    classes: classes.filter(of => of.grade === grade),
  }))
}
