import type { Day } from '#app/calendar-day.ts'
import type { Grid } from '#app/spreadsheet/grid.ts'
import type { Content, SheetSketch } from './sketch-grid.ts'
import {
  badMinutes,
  blanks,
  type Class,
  className,
  dayName,
  minutesContent,
  someMinutes,
  type Truth,
} from './truth.ts'

export interface Book {
  truth: Truth
  /** Rows that must be read: 'G3#2 2025-09-08 PE_LESSON 40'. */
  expected: Set<string>
  /** Cells that must be asked about or refused: 'Sheet1!C5'. */
  flagged: Set<string>
  /** Writes minutes, good, missing or bad, and keeps what must come of them; answers what was written. */
  minutes: (sketch: SheetSketch, row: number, column: number, meant: Meant) => number
  /** Writes a class; false when it is one that the school does not have. */
  class: (sketch: SheetSketch, row: number, column: number, meant: Class) => boolean
  /** Writes a day; false when it is none. */
  day: (sketch: SheetSketch, row: number, column: number, day: Day) => boolean
}

export interface Meant {
  classes: Class[]
  day: Day
  kind: string
  /** The line cannot be taken, whatever its minutes. */
  isLost?: boolean
  spelling?: (minutes: number) => Content
}

export function openBook(truth: Truth, share: { blank: number; bad: number }): Book {
  const { random } = truth
  const expected = new Set<string>()
  const flagged = new Set<string>()
  return {
    truth,
    expected,
    flagged,
    minutes(sketch, row, column, { classes, day, kind, isLost = false, spelling }) {
      if (!isLost && random.chance(share.blank)) {
        sketch.put(row, column, random.pick(blanks))
        return 0
      }
      if (!isLost && random.chance(share.bad)) {
        flagged.add(`${sketch.grid.name}!${sketch.put(row, column, random.pick(badMinutes))}`)
        return 0
      }
      const minutes = spelling || !random.chance(0.08) ? random.pick(someMinutes) : 0
      sketch.put(row, column, spelling ? spelling(minutes) : minutesContent(minutes, random))
      if (isLost) return 0
      for (const { grade, classNo } of classes) expected.add(`G${grade}#${classNo} ${day} ${kind} ${minutes}`)
      return minutes
    },
    class(sketch, row, column, meant) {
      const isWrong = random.chance(share.bad / 3)
      const content = isWrong
        ? className({ ...meant, classNo: 4 }, random).replace(/[4⑷]/, '9')
        : className(meant, random)
      const cell = sketch.put(row, column, content)
      if (isWrong) flagged.add(`${sketch.grid.name}!${cell}`)
      return !isWrong
    },
    day(sketch, row, column, day) {
      const isWrong = random.chance(share.bad / 3)
      const wrong = random.pick<Content>(['2025-09-31', '9月31日', '1/9/2025', '2052-09-01', '开学那天'])
      const cell = sketch.put(row, column, isWrong ? wrong : dayName(day, random))
      if (isWrong) flagged.add(`${sketch.grid.name}!${cell}`)
      return !isWrong
    },
  }
}

export type Layout = (book: Book) => Grid[]

export const footer = '填表人：王芳    审核人：李建国    联系电话：0518-87210000    校长签字：'
