import type { Day } from '#app/calendar-day.ts'
import { className, type Diary, dayText, type Fact, type SchoolClass } from './diary.ts'
import type { Page } from './pages.ts'

/** Copies the diary onto pages and knows what must come of each cell. */
export interface Clerk {
  /** 'G3#2 2025-09-08 PE_LESSON 40', of lines that are wholly right. */
  rows: Set<string>
  /** 'Sheet1!C5', each of which must be asked about or refused. */
  flagged: Set<string>
  minutes: (page: Page, row: number, column: number, fact: Fact, isLost?: boolean) => void
  /** False when the class written is none of the school's. */
  class: (page: Page, row: number, column: number, of: SchoolClass) => boolean
  /** False when the day written is none. */
  day: (page: Page, row: number, column: number, day: Day) => boolean
}

export function clerkOf({ random }: Diary, bad: number): Clerk {
  const rows = new Set<string>()
  const flagged = new Set<string>()
  const flag = (page: Page, address: string) => void flagged.add(`${page.name}!${address}`)
  return {
    rows,
    flagged,
    minutes(page, row, column, { of, day, kind, minutes, written }, isLost = false) {
      const address = page.put(row, column, isLost && minutes === 'bad' ? 40 : written)
      if (isLost || minutes === null) return
      if (minutes === 'bad') flag(page, address)
      else rows.add(`G${of.grade}#${of.no} ${day} ${kind.kind.replace(/_(AM|PM)$/, '')} ${minutes}`)
    },
    class(page, row, column, of) {
      const isWrong = random.chance(bad / 2)
      const wrong = () => className({ ...of, no: 2 }, random).replace(/[2②⑵二](?=[^\d]*$)/, '8')
      const address = page.put(row, column, isWrong ? wrong() : className(of, random))
      if (isWrong) flag(page, address)
      return !isWrong
    },
    day(page, row, column, day) {
      const isWrong = random.chance(bad / 2)
      const address = page.put(
        row,
        column,
        isWrong ? random.pick(['9月31日', '2025-09-31', '1/9/2025', '2025.13.1']) : dayText(day, random),
      )
      if (isWrong) flag(page, address)
      return !isWrong
    },
  }
}
