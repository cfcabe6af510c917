import type { Day } from '#app/calendar-day.ts'
import type { ClassRef } from '#app/spreadsheet/cells/class.ts'
import type { ActivityKind } from '#app/spreadsheet/cells/kind.ts'
import type { Cell } from '#app/spreadsheet/grid.ts'
import type { Reading } from '#app/spreadsheet/reading.ts'
import type { ActivityContext, TermDays } from '../activity-entry.ts'

/** Readings of one sheet: the same few dates, classes and minutes stand in it a thousand times. */
export interface Memory {
  days: Map<string, Reading<Day[]>>
  classes: Map<string, Reading<ClassRef[]>>
  minutes: Map<string, Reading<number>>
  counts: Map<string, Reading<number>>
  kinds: Map<string, Reading<ActivityKind>>
  clocks: Map<string, Reading<string>>
  /** The earlier term of each cell with a date. */
  terms: Map<string, TermDays | null>
  /** What is told and remembered in an earlier term, by its first day. */
  earlier: Map<Day, { context: ActivityContext; memory: Memory }>
}

export function emptyMemory(): Memory {
  return {
    days: new Map(),
    classes: new Map(),
    minutes: new Map(),
    counts: new Map(),
    kinds: new Map(),
    clocks: new Map(),
    terms: new Map(),
    earlier: new Map(),
  }
}

/** What was read of an equal cell before, or else what is read now; `among` is all else that the reader is told. */
export function recalled<T>(
  known: Map<string, Reading<T>>,
  cell: Cell | undefined,
  among: string | number,
  read: () => Reading<T>,
): Reading<T> {
  const key = `${among} ${cell === undefined ? '' : JSON.stringify(cell)}`
  const before = known.get(key)
  if (before !== undefined) return before
  const reading = read()
  known.set(key, reading)
  return reading
}

/** A function of a text that keeps its last few thousand answers. */
export function rememberingTexts<T>(answer: (text: string) => T): (text: string) => T {
  const most = 4_000
  const known = new Map<string, T>()
  return text => {
    const before = known.get(text)
    if (before !== undefined) return before
    if (known.size >= most) known.clear()
    const fresh = answer(text)
    known.set(text, fresh)
    return fresh
  }
}
