import type { Db, Tx } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'

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
