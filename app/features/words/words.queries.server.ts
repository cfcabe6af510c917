import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { profileOn } from '#app/features/schools/schools.queries.server.ts'
import type { Db, Tx, WordKind } from '#db/tables.ts'
import { insertAll, newId } from '#db/write.server.ts'
import type { Owner, Word, WordPlace } from './word.rule.ts'
import type { PlacedOwner } from './word-permission.rule.ts'

/** A word with whose it is. */
export interface KeptWord extends Word {
  owner: PlacedOwner
  /** Name of the school or the unit; '' for the city. */
  ownerName: string
  /** 标识码 of the school, code of the unit, '' for the city; null for a school without a code. */
  ownerCode: string | null
  addedBy: string
  updatedAt: string
}

/**
 * Whose words somebody sees: what applies to the uploads of the scope (a school's own, its unit's, the city's), and
 * for a unit those of the schools it administers.
 */
function visibleWord(scope: Scope, asOf: Day): RawBuilder<SqlBool> {
  switch (scope.kind) {
    case 'city':
      return sql<SqlBool>`1 = 1`
    case 'unit':
      return sql<SqlBool>`(w.owner_kind = 'city' or (w.owner_kind = 'unit' and w.owner_id = ${scope.unitCode})
        or (w.owner_kind = 'school' and p.unit_code = ${scope.unitCode}))`
    case 'school':
      return sql<SqlBool>`(w.owner_kind = 'city' or (w.owner_kind = 'school' and w.owner_id = ${scope.schoolId})
        or (w.owner_kind = 'unit' and exists (select 1 from school_profile v where v.school_id = ${scope.schoolId}
          and v.valid_from <= ${asOf} and v.valid_to >= ${asOf} and v.unit_code = w.owner_id)))`
    case 'applicant':
    case 'nothing':
      return sql<SqlBool>`1 = 0`
  }
}

interface WordFilter {
  asOf: Day
  id?: string
  kind?: WordKind
}

/** The words of the scope: the city's first, then units', then schools', by kind and key. */
export async function listWords(db: Db, scope: Scope, filter: WordFilter): Promise<KeptWord[]> {
  const { asOf, id, kind } = filter
  const rows = await db
    .selectFrom('value_word as w')
    .leftJoin('unit as u', join => join.on('w.owner_kind', '=', 'unit').onRef('u.code', '=', 'w.owner_id'))
    .leftJoin('school_profile as p', join =>
      join.on('w.owner_kind', '=', 'school').onRef('p.school_id', '=', 'w.owner_id').on(profileOn(asOf)),
    )
    .where(visibleWord(scope, asOf))
    .$if(id !== undefined, q => q.where('w.id', '=', id ?? ''))
    .$if(kind !== undefined, q => q.where('w.kind', '=', kind ?? 'sport'))
    .select([
      'w.id as id',
      'w.owner_kind as ownerKind',
      'w.owner_id as ownerId',
      'u.name as unitName',
      'p.name as schoolName',
      'p.code as schoolCode',
      'p.unit_code as schoolUnit',
      'w.kind as kind',
      'w.word as word',
      'w.word_key as key',
      'w.meaning as meaning',
      'w.added_by as addedBy',
      'w.updated_at as updatedAt',
    ])
    .orderBy('w.owner_kind')
    .orderBy('w.owner_id')
    .orderBy('w.kind')
    .orderBy('w.word_key')
    .execute()
  const width = { city: 0, unit: 1, school: 2 }
  return rows
    .map(({ ownerKind, ownerId, unitName, schoolName, schoolCode, schoolUnit, ...word }) => ({
      ...word,
      owner: { kind: ownerKind, id: ownerId, unitCode: ownerKind === 'unit' ? ownerId : schoolUnit },
      ownerName: schoolName ?? unitName ?? '',
      ownerCode: ownerKind === 'school' ? schoolCode : ownerId,
    }))
    .sort((one, other) => width[one.owner.kind] - width[other.owner.kind])
}

/** A word of the scope; undefined for one that it does not see. */
export async function findWord(db: Db, scope: Scope, id: string, asOf: Day): Promise<KeptWord | undefined> {
  return (await listWords(db, scope, { asOf, id }))[0]
}

/** The words of some kinds that apply at any of the places: schools' own, their units' and the city's. */
export async function wordsAt(
  db: Db,
  kinds: readonly WordKind[],
  places: readonly WordPlace[],
): Promise<Word[]> {
  const known = (ids: readonly (string | null)[]) => ['', ...new Set(ids.filter(id => id !== null))]
  const rows = await db
    .selectFrom('value_word as w')
    .where('w.kind', 'in', kinds)
    .where(eb =>
      eb.or([
        eb('w.owner_kind', '=', 'city'),
        eb.and([
          eb('w.owner_kind', '=', 'unit'),
          eb('w.owner_id', 'in', known(places.map(place => place.unitCode))),
        ]),
        eb.and([
          eb('w.owner_kind', '=', 'school'),
          eb('w.owner_id', 'in', known(places.map(place => place.schoolId))),
        ]),
      ]),
    )
    .select([
      'w.id as id',
      'w.owner_kind as ownerKind',
      'w.owner_id as ownerId',
      'w.kind as kind',
      'w.word as word',
      'w.word_key as key',
      'w.meaning as meaning',
    ])
    .orderBy('w.word_key')
    .orderBy('w.owner_id')
    .execute()
  return rows.map(({ ownerKind, ownerId, ...word }) => ({ ...word, owner: { kind: ownerKind, id: ownerId } }))
}

/** What the owner's own words say of a key. */
export async function wordOf(
  db: Db,
  owner: Owner,
  kind: WordKind,
  key: string,
): Promise<{ id: string; word: string; meaning: string } | undefined> {
  return db
    .selectFrom('value_word')
    .where('owner_kind', '=', owner.kind)
    .where('owner_id', '=', owner.id)
    .where('kind', '=', kind)
    .where('word_key', '=', key)
    .select(['id', 'word', 'meaning'])
    .executeTakeFirst()
}

export interface NewWord extends Omit<Word, 'id'> {
  addedBy: string
}

export async function insertWords(tx: Tx, words: readonly NewWord[], at: string): Promise<string[]> {
  const rows = words.map(({ owner, kind, word, key, meaning, addedBy }) => ({
    id: newId(),
    owner_kind: owner.kind,
    owner_id: owner.id,
    kind,
    word_key: key,
    word,
    meaning,
    added_by: addedBy,
    updated_at: at,
  }))
  await insertAll(tx, 'value_word', rows)
  return rows.map(row => row.id)
}

/** Gives a word another meaning while it still has the one that was seen; false where it has not. */
export async function updateMeaning(
  tx: Tx,
  id: string,
  change: { seen: string; meaning: string; by: string; at: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('value_word')
    .set({ meaning: change.meaning, added_by: change.by, updated_at: change.at })
    .where('id', '=', id)
    .where('meaning', '=', change.seen)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Removes a word while it still has the meaning that was seen; false where it has not. */
export async function deleteWord(tx: Tx, id: string, seen: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('value_word')
    .where('id', '=', id)
    .where('meaning', '=', seen)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
