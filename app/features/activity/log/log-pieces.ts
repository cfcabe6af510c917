import type { Day } from '#app/calendar-day.ts'
import type { WrittenTexts } from '#db/even-rows.ts'
import type { Stage } from '#db/tables.ts'
import { type ClassDay, classDaysOf } from '../activity-compare.rule.ts'
import type { ActivityEntry } from '../activity-entry.ts'
import { printOf } from '../class-day-print.rule.ts'
import { countedMinutes, countingKindsOf, type KindSetting } from '../daily-hour.rule.ts'
import { type SportDay, sportDaysOf } from '../roll-up.rule.ts'
import { type ClassDayTotal, type LogLayout, textOf } from './log-text.ts'
import type { LogSchool, SchoolLog } from './school-log.ts'

/** Activities of one school on some days, all that the log says of these days. */
export interface LogPiece {
  count: number
  /** Letters of the column of minutes. */
  column: string
  /** Its header. */
  header: string
  /** See `textOf`. */
  text: Uint8Array
  layout: LogLayout | null
  digest: LogDigest
}

/** What will stand beside the ledger once a piece is committed, where nothing stands on its days; its text has the rest. */
export interface LogDigest {
  schoolId: string
  days: Day[]
  sportDays: SportDay[]
}

/** Rows from which a piece is full; the day that fills it belongs to it whole. */
const enough = 1_000

/**
 * What a log says of a school in pieces: day by day, and within a day as the file has it. `remembered` may be the same
 * for all schools of a log.
 */
export function* piecesOf(
  { school, entries }: Pick<SchoolLog, 'school' | 'entries'>,
  kinds: readonly KindSetting[],
  remembered: WrittenTexts = new Map(),
): Generator<LogPiece> {
  if (school === null || entries.length === 0) return
  const inOrder = inOrderOfDays(entries)
  const sums = summingOf(school, kinds)
  let from = 0
  for (let at = 1; at <= inOrder.length; at += 1) {
    const isDayOver = inOrder[at]?.day !== inOrder[at - 1]?.day
    if (at < inOrder.length && !(isDayOver && at - from >= enough)) continue
    yield pieceOf(school.id, inOrder.slice(from, at), sums, remembered)
    from = at
  }
}

type Sums = (classDays: readonly ClassDay<ActivityEntry>[]) => {
  totals: ClassDayTotal[]
  sportDays: SportDay[]
}

function summingOf(school: LogSchool, kinds: readonly KindSetting[]): Sums {
  const counting = countingKindsOf(kinds)
  const never = new Set(kinds.filter(one => one.never).map(one => one.kind))
  const stages = new Map<string, Stage>(school.context.classes.map(({ id, stage }) => [id, stage]))
  return given => ({
    totals: given.map(entries => ({ minutes: countedMinutes(entries, counting), print: printOf(entries) })),
    sportDays: sportDaysOf(given.flat(), { stageOf: id => stages.get(id), never }),
  })
}

function inOrderOfDays(entries: readonly ActivityEntry[]): readonly ActivityEntry[] {
  const comesAfter = (one: ActivityEntry, other: ActivityEntry) =>
    one.day === other.day ? one.row - other.row : one.day < other.day ? -1 : 1
  const isInOrder = entries.every((entry, at) => at === 0 || comesAfter(entries[at - 1]!, entry) < 0)
  return isInOrder ? entries : [...entries].sort(comesAfter)
}

function pieceOf(
  schoolId: string,
  entries: readonly ActivityEntry[],
  sumsOf: Sums,
  remembered: WrittenTexts,
): LogPiece {
  const [first] = entries
  const classDays = classDaysOf(entries)
  const days = [...new Set(classDays.map(([one]) => one.day))]
  const { totals, sportDays } = sumsOf(classDays)
  return {
    count: entries.length,
    column: first?.cell.replace(/\d+$/, '') ?? '',
    header: first?.header ?? '',
    ...textOf(schoolId, classDays, totals, remembered),
    digest: { schoolId, days, sportDays },
  }
}
