import type { Day } from '#app/calendar-day.ts'
import type { Tx } from '#db/tables.ts'
import { countingKindsOf } from './daily-hour.rule.ts'
import {
  type ClassDayBlock,
  deleteClassDays,
  insertLedgerRows,
  type LedgerRow,
} from './ledger.queries.server.ts'
import { listKindSettings } from './policies.queries.server.ts'
import { recomputeSchoolDays } from './recompute-school-days.server.ts'
import { classMinutesOf } from './roll-up.rule.ts'
import { insertClassDays, replaceSportDays } from './roll-ups.queries.server.ts'

/** A class-day and all that shall stand on it; without rows it becomes missing. */
export interface ClassDay {
  classId: string
  day: Day
  rows: LedgerRow[]
  /** Nothing stands on it yet, so that there is nothing to delete. */
  isNew?: boolean
}

/**
 * Replaces exactly the class-days given and no others, and brings the roll-ups of their days up to date in the same
 * transaction. The caller holds the school's lock.
 */
export async function replaceClassDays(
  tx: Tx,
  schoolId: string,
  classDays: readonly ClassDay[],
): Promise<void> {
  if (classDays.length === 0) return
  const rows = classDays.flatMap(one => one.rows)
  const counting = countingKindsOf(await listKindSettings(tx))

  await deleteClassDays(tx, schoolId, blocksOf(classDays.filter(one => one.isNew !== true)))
  await insertLedgerRows(tx, schoolId, rows)
  const minutes = classMinutesOf(rows, counting)
  await insertClassDays(
    tx,
    minutes.map(one => ({ schoolId, ...one })),
  )
  const days = [...new Set(classDays.map(one => one.day))].sort()
  await recomputeSchoolDays(tx, schoolId, days)
  await replaceSportDays(tx, schoolId, days)
}

/** Days with the same classes go together, so that a whole month is a handful of statements. */
function blocksOf(classDays: readonly ClassDay[]): ClassDayBlock[] {
  const classesByDay = new Map<Day, string[]>()
  for (const { day, classId } of classDays) classesByDay.set(day, [...(classesByDay.get(day) ?? []), classId])
  const blocks = new Map<string, ClassDayBlock>()
  for (const [day, classIds] of classesByDay) {
    const key = classIds.sort().join()
    const block = blocks.get(key)
    if (block === undefined) blocks.set(key, { classIds, days: [day] })
    else block.days.push(day)
  }
  return [...blocks.values()]
}
