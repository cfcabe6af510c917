import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import type { Db, Tx } from '#db/tables.ts'
import type { Round } from './round.rule.ts'

export interface RoundRow extends Round {
  id: string
  unitName: string
  unitNameEn: string
  isOfCity: boolean
  endedAt: string | null
  createdAt: string
}

/** The city sees every round, a unit its own, a school those of the unit that administers it on the day. */
function visibleRound(scope: Scope, asOf: Day): RawBuilder<SqlBool> {
  switch (scope.kind) {
    case 'city':
      return sql<SqlBool>`1 = 1`
    case 'unit':
      return sql<SqlBool>`round.unit_code = ${scope.unitCode}`
    case 'school':
      return sql<SqlBool>`exists (select 1 from school_profile p where p.school_id = ${scope.schoolId}
        and p.unit_code = round.unit_code and p.valid_from <= ${asOf} and p.valid_to >= ${asOf})`
    case 'applicant':
    case 'nothing':
      return sql<SqlBool>`1 = 0`
  }
}

/** Rounds of the scope, those that close last first. */
export async function listRounds(
  db: Db,
  scope: Scope,
  filter: { asOf: Day; unitCode?: string },
): Promise<RoundRow[]> {
  const rows = await selectRounds(db)
    .where(visibleRound(scope, filter.asOf))
    .$if(filter.unitCode !== undefined, q => q.where('round.unit_code', '=', filter.unitCode!))
    .orderBy('round.closes_at', 'desc')
    .orderBy('round.id', 'desc')
    .execute()
  return rows.map(rowOf)
}

export async function findRound(db: Db, scope: Scope, id: string, asOf: Day): Promise<RoundRow | undefined> {
  const row = await selectRounds(db)
    .where('round.id', '=', id)
    .where(visibleRound(scope, asOf))
    .executeTakeFirst()
  return row === undefined ? undefined : rowOf(row)
}

/** How many posts of the round stand in each state. */
export async function countPosts(
  db: Db,
  roundId: string,
): Promise<{ published: number; unfinished: number }> {
  const rows = await db
    .selectFrom('coach_post')
    .where('round_id', '=', roundId)
    .select(['status', 'published_at as publishedAt'])
    .execute()
  return {
    published: rows.filter(row => row.publishedAt !== null).length,
    unfinished: rows.filter(row => row.status !== 'cancelled' && row.status !== 'completed').length,
  }
}

/** Throws a unique violation when the unit has a round of this name. */
export async function insertRound(tx: Tx, id: string, round: Round, now: string): Promise<void> {
  await tx
    .insertInto('coach_round')
    .values({ id, ...columnsOf(round), ended_at: null, created_at: now })
    .execute()
}

export async function updateRound(tx: Tx, id: string, round: Round): Promise<void> {
  await tx.updateTable('coach_round').set(columnsOf(round)).where('id', '=', id).execute()
}

export async function setRoundEnded(tx: Tx, id: string, now: string): Promise<void> {
  await tx.updateTable('coach_round').set({ ended_at: now }).where('id', '=', id).execute()
}

function columnsOf(round: Round) {
  return {
    unit_code: round.unitCode,
    name: round.name,
    document: round.document,
    opens_at: round.opensAt,
    closes_at: round.closesAt,
    one_post_each: round.onePostEach ? 1 : 0,
  }
}

function selectRounds(db: Db) {
  return db
    .selectFrom('coach_round as round')
    .innerJoin('unit', 'unit.code', 'round.unit_code')
    .select([
      'round.id as id',
      'round.unit_code as unitCode',
      'unit.name as unitName',
      'unit.name_en as unitNameEn',
      'unit.kind as unitKind',
      'round.name as name',
      'round.document as document',
      'round.opens_at as opensAt',
      'round.closes_at as closesAt',
      'round.one_post_each as onePostEach',
      'round.ended_at as endedAt',
      'round.created_at as createdAt',
    ])
}

type Selected = Awaited<ReturnType<ReturnType<typeof selectRounds>['execute']>>[number]

function rowOf({ unitKind, onePostEach, ...row }: Selected): RoundRow {
  return { ...row, isOfCity: unitKind === 'city_direct', onePostEach: onePostEach === 1 }
}
