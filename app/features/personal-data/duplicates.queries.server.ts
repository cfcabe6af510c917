import type { Db, Tx } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'
import { forgetAccount, withoutAnything } from './retention.queries.server.ts'
import { ledNowhere } from './retention.rule.ts'

/** One of two profiles that look like one person's; no number of anybody. */
export interface LookAlike {
  id: string
  name: string
  birthDate: string | null
  createdAt: string
  applications: number
}

export interface DuplicatePair {
  one: LookAlike
  other: LookAlike
  /** The same ID number says it is one person; name and birth date only suggest it. */
  by: 'id-number' | 'name-and-birth'
}

/** Pairs of profiles with the same ID number, or the same name and birth date, of which nobody has decided. */
export async function duplicatePairs(db: Db, applicantId?: string): Promise<DuplicatePair[]> {
  const certain = await pairsBy(db, 'id_number_lookup', applicantId)
  const likely = await pairsBy(db, 'person_lookup', applicantId)
  const people = await lookAlikes(db, [
    ...new Set([...certain, ...likely].flatMap(pair => [pair.oneId, pair.otherId])),
  ])
  const named = (pairs: readonly IdPair[], by: DuplicatePair['by']) =>
    pairs.flatMap(({ oneId, otherId }) => {
      const [one, other] = [people.get(oneId), people.get(otherId)]
      return one === undefined || other === undefined ? [] : [{ one, other, by }]
    })
  return [...named(certain, 'id-number'), ...named(likely, 'name-and-birth')]
}

interface IdPair {
  oneId: string
  otherId: string
}

const mostPairs = 100

/** By one digest at a time: each has its index, both together have none. Pairs of one ID number are found by that alone. */
async function pairsBy(
  db: Db,
  column: 'id_number_lookup' | 'person_lookup',
  applicantId: string | undefined,
): Promise<IdPair[]> {
  return db
    .selectFrom('applicant as a')
    .innerJoin('applicant as b', join =>
      join.onRef(`a.${column}`, '=', `b.${column}`).onRef('a.id', '<', 'b.id'),
    )
    .leftJoin('distinct_persons as d', join =>
      join.onRef('d.one_id', '=', 'a.id').onRef('d.other_id', '=', 'b.id'),
    )
    .where('d.one_id', 'is', null)
    .$if(column === 'person_lookup', q =>
      q.where(eb =>
        eb.or([
          eb('a.id_number_lookup', 'is', null),
          eb('b.id_number_lookup', 'is', null),
          eb('a.id_number_lookup', '<>', eb.ref('b.id_number_lookup')),
        ]),
      ),
    )
    .$if(applicantId !== undefined, q =>
      q.where(eb => eb.or([eb('a.id', '=', applicantId ?? ''), eb('b.id', '=', applicantId ?? '')])),
    )
    .select(['a.id as oneId', 'b.id as otherId'])
    .orderBy('a.id')
    .orderBy('b.id')
    .limit(mostPairs)
    .execute()
}

async function lookAlikes(db: Db, ids: readonly string[]): Promise<Map<string, LookAlike>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('applicant as w')
    .where('w.id', 'in', ids)
    .select(eb => [
      'w.id as id',
      'w.name as name',
      'w.birth_date as birthDate',
      'w.created_at as createdAt',
      eb
        .selectFrom('application as p')
        .whereRef('p.applicant_id', '=', 'w.id')
        .select(inner => inner.fn.countAll<number>().as('count'))
        .as('applications'),
    ])
    .execute()
  return new Map(rows.map(row => [row.id, { ...row, applications: Number(row.applications ?? 0) }]))
}

export async function insertDistinct(
  tx: Tx,
  pair: readonly [string, string],
  by: { name: string; at: string },
): Promise<void> {
  const [one_id = '', other_id = ''] = [...pair].sort()
  await insertAll(tx, 'distinct_persons', [{ one_id, other_id, decided_by: by.name, decided_at: by.at }])
}

/** Rounds, or posts, in which both have something that is not decided: the two cannot be one before one is withdrawn. */
export async function sharedSlots(db: Db, one: string, other: string): Promise<number> {
  const row = await db
    .selectFrom('application as a')
    .innerJoin('application as b', 'b.slot', 'a.slot')
    .where('a.applicant_id', '=', one)
    .where('b.applicant_id', '=', other)
    .where('a.state', 'not in', ledNowhere)
    .where('b.state', 'not in', ledNowhere)
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Everything that hangs on one person goes to the other; what both say of a sport stays as the kept one says it. */
export async function moveToPerson(tx: Tx, from: string, to: string, at: string): Promise<void> {
  // What is decided holds no place in its round any more, so that both may stand side by side.
  await tx
    .updateTable('application')
    .set(eb => ({ slot: eb.ref('id') }))
    .where('applicant_id', 'in', [from, to])
    .where('state', 'in', ledNowhere)
    .execute()
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
  await moveSports(tx, from, to)
  await tx.deleteFrom('applicant_unit').where('applicant_id', '=', from).execute()
  await moveAccount(tx, from, to, at)
  await tx
    .updateTable('applicant')
    .set({ ...withoutAnything(at), merged_into: to })
    .where('id', '=', from)
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

async function moveSports(tx: Tx, from: string, to: string): Promise<void> {
  const kept = await tx
    .selectFrom('applicant_sport')
    .where('applicant_id', '=', to)
    .select('sport_code as sport')
    .execute()
  const sports = kept.map(row => row.sport)
  await tx
    .deleteFrom('applicant_sport')
    .where('applicant_id', '=', from)
    .where('sport_code', 'in', [...sports, ''])
    .execute()
  await tx.updateTable('applicant_sport').set({ applicant_id: to }).where('applicant_id', '=', from).execute()
}
