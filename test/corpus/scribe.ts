import type { Day } from '#app/calendar-day.ts'
import { cellAddress } from '#app/spreadsheet/grid.ts'
import type { Flag } from './expectation.ts'
import { classKey, messyClass, type SchoolClass, tidyClass } from './ink/classes.ts'
import { messyCount, tidyCount } from './ink/counts.ts'
import { messyDay, tidyDay } from './ink/days.ts'
import { allowedIn, type Ink, type Mess } from './ink/ink.ts'
import { type Kind, messyKind, tidyKind } from './ink/kinds.ts'
import { type Minutes, messyMinutes, tidyMinutes } from './ink/minutes.ts'
import { type Content, isTyped, type Paper } from './paper.ts'

/** What a line of the log says beside its minutes. */
export interface Beside {
  sport?: string | null
  startsAt?: string | null
  participants?: number | null
  teacher?: string | null
  note?: string | null
}

export interface Meant extends Beside {
  /** The classes that the cell speaks of: one, those of a grade, all. */
  classes: SchoolClass[]
  days: Day[]
  kind: string
}

/** Where to write; `null` when what was written there cannot be taken, so that the line yields nothing. */
export interface Scribe {
  rows: Record<string, string | number>[]
  problems: Flag[]
  minutes: (sheet: Paper, row: number, column: number, meant: Meant | null) => number
  day: (sheet: Paper, row: number, column: number, day: Day) => boolean
  class: (sheet: Paper, row: number, column: number, of: SchoolClass) => boolean
  kind: (sheet: Paper, row: number, column: number, kind: Kind) => boolean
  /** The participants; `'bad'` when they cannot be taken. */
  count: (sheet: Paper, row: number, column: number) => number | null | 'bad'
  /** A row that must be read, told by the layout itself. */
  expect: (meant: Meant, minutes: number) => void
  flag: (sheet: Paper, cell: string, reading: Flag['reading'], code: string) => void
}

/** Which cells of a workbook are written in a mess; the others are tidy. */
export interface Ways {
  minutes?: Mess
  days?: Mess
  classes?: Mess
  kinds?: Mess
  counts?: Mess
  /** The format keeps numbers and texts apart. */
  isTyped: boolean
  /** Where in each list of spellings this workbook begins, so that all of them are used by some workbook. */
  from: number
}

/** Writes a declared workbook cell by cell and keeps what must come of each. */
export function scribeOf(ways: Ways): Scribe {
  const rows: Scribe['rows'] = []
  const problems: Flag[] = []
  const turns = new Map<string, number>()
  const flag: Scribe['flag'] = (sheet, cell, reading, code) => {
    const isTold = problems.some(one => one.sheet === sheet.name && one.cell === cell && one.code === code)
    if (!isTold) problems.push({ sheet: sheet.name, cell, reading, code })
  }
  /** The next spelling of its list that the mess and the format allow: a list is gone through to its end. */
  const next = <Value>(list: string, tidy: Ink<Value>[], messy: Ink<Value>[], mess: Mess): Ink<Value> => {
    const turn = (turns.get(list) ?? ways.from * 7) + 1
    turns.set(list, turn)
    const all = (mess === 'tidy' ? tidy : messy).filter(
      ink => allowedIn(mess, ink) && (ways.isTyped || !isTyped(ink.written)),
    )
    return all[turn % all.length]!
  }
  const write = <Value>(sheet: Paper, row: number, column: number, ink: Ink<Value>): Value | null | 'bad' => {
    if (ink.written !== null) sheet.put(row, column, ink.written)
    if (ink.reading === 'accept') return ink.value
    if (ink.reading === 'blank') return null
    flag(sheet, cellAddress(row, column), ink.reading, ink.code)
    return ink.reading === 'warn' ? ink.value : 'bad'
  }
  const expect: Scribe['expect'] = (meant, minutes) => {
    for (const day of meant.days)
      for (const of of meant.classes)
        rows.push(
          saidOf({
            class: classKey(of),
            date: day,
            kind: meant.kind,
            sport: meant.sport,
            startsAt: meant.startsAt,
            minutes,
            participants: meant.participants,
            teacher: meant.teacher,
            note: meant.note,
          }),
        )
  }
  const mess = (of: Mess | undefined): Mess => of ?? 'tidy'
  return {
    rows,
    problems,
    expect,
    flag,
    minutes(sheet, row, column, meant) {
      const messy = meant === null ? [] : messyMinutes
      const ink = next<Minutes>(
        meant === null ? 'lost' : 'minutes',
        tidyMinutes,
        messy,
        meant === null ? 'tidy' : mess(ways.minutes),
      )
      const read = write(sheet, row, column, ink)
      if (read === null || read === 'bad' || meant === null) return 0
      const lessonMinutes = meant.classes.some(({ grade }) => grade > 6) ? 45 : 40
      const minutes = read.lessons === undefined ? read.minutes : read.lessons * lessonMinutes
      expect({ ...meant, startsAt: read.startsAt ?? meant.startsAt ?? null }, minutes)
      return minutes
    },
    day: (sheet, row, column, day) =>
      write(
        sheet,
        row,
        column,
        next('day', tidyOf(tidyDay(day), day, ways), messyDay(day), mess(ways.days)),
      ) !== 'bad',
    class: (sheet, row, column, of) =>
      write(sheet, row, column, next('class', tidyClass(of), messyClass(of), mess(ways.classes))) !== 'bad',
    kind: (sheet, row, column, kind) =>
      write(sheet, row, column, next('kind', tidyKind(kind), messyKind(kind), mess(ways.kinds))) !== 'bad',
    count: (sheet, row, column) =>
      write(sheet, row, column, next('count', tidyCount, messyCount, mess(ways.counts))),
  }
}

/** Of a row's values those of which the workbook says something. */
function saidOf(values: Record<string, string | number | null | undefined>): Record<string, string | number> {
  const said = Object.entries(values).flatMap(([key, value]): [string, string | number][] =>
    value === null || value === undefined ? [] : [[key, value]],
  )
  return Object.fromEntries(said)
}

/** Text shows a date as its day. */
function tidyOf(typed: Ink<Day>[], day: Day, ways: Ways): Ink<Day>[] {
  const plain: Content = day
  return ways.isTyped ? typed : [{ written: plain, reading: 'accept', value: day }]
}
