import { type Day, openEnd } from '#app/calendar-day.ts'
import type { Db, Tx } from '#db/tables.ts'
import { inTransaction, lockRow } from '#db/write.server.ts'
import type { DayRange } from './class-roster.rule.ts'
import { countingKindsOf } from './daily-hour.rule.ts'
import { ledgerRowsOn } from './ledger.queries.server.ts'
import { listKindSettings, listPolicies } from './policies.queries.server.ts'
import { recomputeSchoolDays } from './recompute-school-days.server.ts'
import {
  type ClassMinutes,
  classMinutesOf,
  type SchoolDayTotal,
  type SportDay,
  schoolDayTotalsOf,
} from './roll-up.rule.ts'
import {
  classMinutesOn,
  replaceClassMinutes,
  replaceSportDays,
  schoolDayTotals,
  sportDays,
  sportDaysOfLedger,
  touchedDays,
} from './roll-ups.queries.server.ts'
import { allSchoolIds, approvedExemptionsOf, rosterOf } from './roster.queries.server.ts'

const always: DayRange = { from: '0000-01-01', to: openEnd }

/** A roll-up row that is not what the activities say; null where the row is missing or should not be. */
export interface RollupDifference {
  rollup: 'class-day' | 'school-day' | 'sport-day'
  schoolId: string
  day: Day
  /** The class's id, the stage, or the stage with the sport. */
  of: string
  stands: string | null
  should: string | null
}

/** Recomputes every roll-up from the activities and answers where they differ; changes nothing. */
export async function verifyRollups(db: Db): Promise<RollupDifference[]> {
  const counting = countingKindsOf(await listKindSettings(db))
  const policies = await listPolicies(db)
  const differences: RollupDifference[] = []
  for (const schoolId of await allSchoolIds(db)) {
    const roster = await rosterOf(db, schoolId)
    if (roster === undefined) continue
    const exemptions = await approvedExemptionsOf(db, schoolId, always)
    const minutes = classMinutesOf(await ledgerRowsOn(db, schoolId, always), counting)
    const totals = schoolDayTotalsOf(minutes, { ...roster, exemptions, policies })
    differences.push(
      ...differencesOf(
        'class-day',
        schoolId,
        classDayTexts(await classMinutesOn(db, schoolId, always)),
        classDayTexts(minutes),
      ),
      ...differencesOf(
        'school-day',
        schoolId,
        schoolDayTexts(await schoolDayTotals(db, schoolId, always)),
        schoolDayTexts(totals),
      ),
      ...differencesOf(
        'sport-day',
        schoolId,
        sportDayTexts(await sportDays(db, schoolId)),
        sportDayTexts(await sportDaysOfLedger(db, schoolId)),
      ),
    )
  }
  return differences
}

/**
 * Builds the roll-ups anew from the activities, a transaction a school: after the roster, a policy or the kinds that
 * count were changed. Without `schoolIds` for every school.
 */
export async function recomputeRollups(
  db: Db,
  given: { schoolIds?: readonly string[]; range?: DayRange } = {},
): Promise<void> {
  for (const schoolId of given.schoolIds ?? (await allSchoolIds(db))) {
    await inTransaction(db, tx => recomputeSchoolRollups(tx, schoolId, given.range))
  }
}

/** Builds the roll-ups of one school anew from its activities. */
export async function recomputeSchoolRollups(
  tx: Tx,
  schoolId: string,
  range: DayRange = always,
): Promise<void> {
  await lockRow(tx, 'school', schoolId)
  const counting = countingKindsOf(await listKindSettings(tx))
  const rows = await ledgerRowsOn(tx, schoolId, range)
  await replaceClassMinutes(tx, schoolId, range, classMinutesOf(rows, counting))
  const days = await touchedDays(tx, schoolId, range)
  await recomputeSchoolDays(tx, schoolId, days)
  if (days.length > 0) await replaceSportDays(tx, schoolId, days)
}

type Texts = Map<string, { day: Day; of: string; text: string }>

function classDayTexts(rows: readonly ClassMinutes[]): Texts {
  return new Map(
    rows.map(row => [row.day + row.classId, { day: row.day, of: row.classId, text: `${row.minutes} min` }]),
  )
}

function schoolDayTexts(rows: readonly SchoolDayTotal[]): Texts {
  return new Map(
    rows.map(row => [
      row.day + row.stage,
      { day: row.day, of: row.stage, text: `${row.reported}/${row.floorMet}/${row.targetMet}` },
    ]),
  )
}

function sportDayTexts(rows: readonly SportDay[]): Texts {
  return new Map(
    rows.map(({ day, stage, sport, classes, minutes, team }) => {
      const of = `${stage} ${sport}`
      return [day + of, { day, of, text: `${classes} classes, ${minutes} min, ${team} team` }]
    }),
  )
}

function differencesOf(
  rollup: RollupDifference['rollup'],
  schoolId: string,
  stands: Texts,
  should: Texts,
): RollupDifference[] {
  const all = new Map([...stands, ...should])
  return [...all].flatMap(([key, { day, of }]) => {
    const [one, other] = [stands.get(key)?.text ?? null, should.get(key)?.text ?? null]
    return one === other ? [] : [{ rollup, schoolId, day, of, stands: one, should: other }]
  })
}
