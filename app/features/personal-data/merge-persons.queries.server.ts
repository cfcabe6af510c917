import { deleteDraft, freeSlot } from '#app/features/applications/application-writes.queries.server.ts'
import type { ApplicationState, Db, Tx } from '#db/tables.ts'
import { insertAll, upsertAll } from '#db/write.server.ts'
import { forgetAccount, withoutAnything } from './retention.queries.server.ts'
import { unfinished } from './retention.rule.ts'

/** Whether both profiles say the same ID number: what was asked about one was asked about the other. */
export async function sayOneNumber(db: Db, one: string, other: string): Promise<boolean> {
  const rows = await db
    .selectFrom('applicant')
    .where('id', 'in', [one, other])
    .where('id_number_lookup', 'is not', null)
    .select('id_number_lookup as number')
    .execute()
  const [first, second] = rows
  return first !== undefined && second !== undefined && first.number === second.number
}

interface Placed {
  id: string
  state: ApplicationState
  /** Since when it stands so; of a draft, when it was last written. */
  stateAt: string
}

/** Applications of both that hold one place, in a round or at a post. */
export interface SharedSlot {
  kept: Placed
  merged: Placed
}

export async function sharedSlots(db: Db, keptId: string, mergedId: string): Promise<SharedSlot[]> {
  const rows = await db
    .selectFrom('application as a')
    .innerJoin('application as b', 'b.slot', 'a.slot')
    .where('a.applicant_id', '=', keptId)
    .where('b.applicant_id', '=', mergedId)
    .select([
      'a.id as id',
      'a.state as state',
      'a.state_at as stateAt',
      'b.id as otherId',
      'b.state as otherState',
      'b.state_at as otherStateAt',
    ])
    .orderBy('a.id')
    .execute()
  return rows.map(({ otherId, otherState, otherStateAt, ...kept }) => ({
    kept,
    merged: { id: otherId, state: otherState, stateAt: otherStateAt },
  }))
}

/**
 * Leaves each place to one of two applications that are not both under way. Of two drafts the newer stays; a draft, or
 * what is over, stands beside the other and holds no place.
 */
export async function settleSlots(tx: Tx, shared: readonly SharedSlot[]): Promise<void> {
  for (const { kept, merged } of shared) {
    const [lesser, other] = weightOf(kept) < weightOf(merged) ? [kept, merged] : [merged, kept]
    const areDrafts = lesser.state === 'DRAFT' && other.state === 'DRAFT'
    if (areDrafts) await deleteDraft(tx, kept.stateAt > merged.stateAt ? merged.id : kept.id)
    else await freeSlot(tx, lesser.id)
  }
}

function weightOf({ state }: Placed): number {
  if (state === 'DRAFT') return 0
  return unfinished.includes(state) ? 2 : 1
}

/** Everything that hangs on one person goes to the other, and what only the one says of themselves. */
export async function moveToPerson(tx: Tx, from: string, to: string, at: string): Promise<void> {
  for (const table of [
    'application',
    'applicant_certificate',
    'applicant_document',
    'consent',
    'personal_access',
    'person_request',
  ] as const)
    await tx.updateTable(table).set({ applicant_id: to }).where('applicant_id', '=', from).execute()
  for (const table of ['instructor', 'entry_check', 'coach_training'] as const)
    await tx.updateTable(table).set({ person_id: to }).where('person_id', '=', from).execute()
  await endOlderConsents(tx, to)
  await moveSports(tx, from, to)
  await moveUnits(tx, from, to)
  await moveBackground(tx, from, to)
  await moveAccount(tx, from, to, at)
  await tx
    .updateTable('applicant')
    .set({ ...withoutAnything(at), merged_into: to })
    .where('id', '=', from)
    .execute()
}

/** The latest act decides: what was taken back in one account is not agreed to by what the other agreed to before. */
async function endOlderConsents(tx: Tx, personId: string): Promise<void> {
  const takenBack = await tx
    .selectFrom('consent')
    .where('applicant_id', '=', personId)
    .where('withdrawn_at', 'is not', null)
    .groupBy('purpose')
    .select(eb => ['purpose', eb.fn.max('withdrawn_at').$notNull().as('at')])
    .execute()
  for (const { purpose, at } of takenBack)
    await tx
      .updateTable('consent')
      .set({ withdrawn_at: at })
      .where('applicant_id', '=', personId)
      .where('purpose', '=', purpose)
      .where('withdrawn_at', 'is', null)
      .where('given_at', '<', at)
      .execute()
}

/** Of a sport that both name, the kept one lacks a grade or a result at most; each goes with what belongs to it. */
async function moveSports(tx: Tx, from: string, to: string): Promise<void> {
  const rows = await tx
    .selectFrom('applicant_sport')
    .where('applicant_id', 'in', [from, to])
    .selectAll()
    .execute()
  const kept = new Map(rows.filter(row => row.applicant_id === to).map(row => [row.sport_code, row]))
  const joined = rows
    .filter(row => row.applicant_id === from)
    .map(row => {
      const own = kept.get(row.sport_code)
      if (own === undefined) return { ...row, applicant_id: to }
      const graded = own.grade === '' ? row : own
      const result = own.result === '' && own.result_text === '' ? row : own
      return {
        ...own,
        grade: graded.grade,
        grade_number: graded.grade_number,
        graded_on: graded.graded_on,
        result: result.result,
        result_text: result.result_text,
        years_trained: own.years_trained || row.years_trained,
      }
    })
  await upsertAll(tx, 'applicant_sport', joined, ['applicant_id', 'sport_code'])
  await tx.deleteFrom('applicant_sport').where('applicant_id', '=', from).execute()
}

/** Units that only the merged profile names come after those of the kept one. */
async function moveUnits(tx: Tx, from: string, to: string): Promise<void> {
  const rows = await tx
    .selectFrom('applicant_unit')
    .where('applicant_id', 'in', [from, to])
    .select(['applicant_id as personId', 'unit_code as unit', 'position'])
    .orderBy('position')
    .execute()
  const kept = rows.filter(row => row.personId === to)
  const next = Math.max(-1, ...kept.map(row => row.position)) + 1
  const fresh = rows.filter(row => row.personId === from && !kept.some(own => own.unit === row.unit))
  await tx.deleteFrom('applicant_unit').where('applicant_id', '=', from).execute()
  await insertAll(
    tx,
    'applicant_unit',
    fresh.map(({ unit }, at) => ({ applicant_id: to, unit_code: unit, position: next + at })),
  )
}

/** A school goes with its degree, a day and a team with the career, a place whole. */
async function moveBackground(tx: Tx, from: string, to: string): Promise<void> {
  const rows = await tx
    .selectFrom('applicant')
    .where('id', 'in', [from, to])
    .select([
      'id',
      'education',
      'graduated_from',
      'experience_years',
      'is_retired_athlete',
      'retired_on',
      'team',
      'hours_week',
      'longitude',
      'latitude',
      'statement',
    ])
    .execute()
  const [own, other] = [to, from].map(id => rows.find(row => row.id === id))
  if (own === undefined || other === undefined) return
  const isOfOneDegree = own.education === '' || own.education === other.education
  const placed = own.longitude === null || own.latitude === null ? other : own
  await tx
    .updateTable('applicant')
    .set({
      education: own.education || other.education,
      graduated_from: own.graduated_from || (isOfOneDegree ? other.graduated_from : ''),
      experience_years: own.experience_years || other.experience_years,
      is_retired_athlete: own.is_retired_athlete || other.is_retired_athlete,
      retired_on: own.retired_on ?? other.retired_on,
      team: own.team || other.team,
      hours_week: own.hours_week ?? other.hours_week,
      longitude: placed.longitude,
      latitude: placed.latitude,
      statement: own.statement || other.statement,
    })
    .where('id', '=', to)
    .execute()
}

/** Notices and steps of the account that ends go to the one that stays, under its name; nobody signs in with it again. */
async function moveAccount(tx: Tx, from: string, to: string, at: string): Promise<void> {
  const accounts = await tx
    .selectFrom('applicant as w')
    .innerJoin('account as a', 'a.id', 'w.account_id')
    .where('w.id', 'in', [from, to])
    .select(['w.id as personId', 'a.id as id', 'a.name as name'])
    .execute()
  const [ending, staying] = [from, to].map(id => accounts.find(account => account.personId === id))
  if (ending === undefined) return
  if (staying !== undefined) {
    await tx
      .updateTable('notice')
      .set({ account_id: staying.id })
      .where('account_id', '=', ending.id)
      .execute()
    await tx
      .updateTable('application_step')
      .set({ actor: staying.name, actor_id: staying.id })
      .where('actor_id', '=', ending.id)
      .execute()
  }
  await forgetAccount(tx, ending.id, at)
}
