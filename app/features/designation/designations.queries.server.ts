import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { profileOn, visibleSchool } from '#app/features/schools/schools.queries.server.ts'
import type { Database, Db, Tx } from '#db/tables.ts'
import { insertAll, newId } from '#db/write.server.ts'
import type { CountRule, Title } from './count.rule.ts'

/** How a title ended before its time; '' where it runs, or ran out. */
export type EndKind = Database['designation']['end_kind']

/** A title as it was named. */
export interface Designation extends Omit<Title, 'suspensions' | 'openedOn' | 'closedOn'> {
  batch: string
  /** 文号 */
  document: string
  /** 证书编号 */
  certificate: string
  endKind: EndKind
  endReason: string
  endDocument: string
}

/** A title with its school as it is on the day that was asked for. */
export interface SchoolTitle extends Designation, Title {
  suspensions: readonly Suspension[]
  code: string | null
  schoolName: string
  unitCode: string
  countsUnitCode: string
}

export interface Suspension {
  id: string
  designationId: string
  validFrom: Day
  validTo: Day
  reason: string
  document: string
}

/** Every title, ever, of the scope's schools, the latest first; `sport` and `schoolId` narrow it. */
export async function listTitles(
  db: Db,
  scope: Scope,
  asked: { asOf: Day; schoolId?: string; sport?: string; id?: string },
): Promise<SchoolTitle[]> {
  const { asOf, schoolId, sport, id } = asked
  const rows = await selectDesignations(db)
    .innerJoin('school as s', 's.id', 'd.school_id')
    .innerJoin('school_profile as p', 'p.school_id', 'd.school_id')
    .where(profileOn(asOf))
    .where(visibleSchool(scope))
    .$if(schoolId !== undefined, q => q.where('d.school_id', '=', schoolId ?? ''))
    .$if(sport !== undefined, q => q.where('d.sport_code', '=', sport ?? ''))
    .$if(id !== undefined, q => q.where('d.id', '=', id ?? ''))
    .select([
      's.opened_on as openedOn',
      's.closed_on as closedOn',
      'p.code as code',
      'p.name as schoolName',
      'p.unit_code as unitCode',
      'p.counts_unit_code as countsUnitCode',
    ])
    .orderBy('d.valid_from', 'desc')
    .orderBy('p.code')
    .orderBy('d.level')
    .orderBy('d.sport_code')
    .execute()
  const suspensions = new Map<string, Suspension[]>()
  for (const one of await suspensionsOf(db, id))
    suspensions.set(one.designationId, [...(suspensions.get(one.designationId) ?? []), one])
  return rows.map(row => ({ ...row, suspensions: suspensions.get(row.id) ?? [] }))
}

/** A title of a school that the scope sees on the day. */
export async function findTitle(
  db: Db,
  scope: Scope,
  id: string,
  asOf: Day,
): Promise<SchoolTitle | undefined> {
  return (await listTitles(db, scope, { asOf, id }))[0]
}

/** Every suspension, of one title where it is named; the earliest first. */
async function suspensionsOf(db: Db, designationId?: string): Promise<Suspension[]> {
  return db
    .selectFrom('designation_suspension')
    .$if(designationId !== undefined, q => q.where('designation_id', '=', designationId ?? ''))
    .select([
      'id',
      'designation_id as designationId',
      'valid_from as validFrom',
      'valid_to as validTo',
      'reason',
      'document',
    ])
    .orderBy('valid_from')
    .orderBy('id')
    .execute()
}

/** Every title, ever, of the given schools. */
export async function designationsOfSchools(db: Db, schoolIds: readonly string[]): Promise<Designation[]> {
  if (schoolIds.length === 0) return []
  return selectDesignations(db)
    .where('d.school_id', 'in', schoolIds)
    .orderBy('d.valid_from')
    .orderBy('d.id')
    .execute()
}

function selectDesignations(db: Db) {
  return db
    .selectFrom('designation as d')
    .select([
      'd.id as id',
      'd.school_id as schoolId',
      'd.level as level',
      'd.sport_code as sport',
      'd.batch as batch',
      'd.document as document',
      'd.certificate as certificate',
      'd.valid_from as validFrom',
      'd.valid_to as validTo',
      'd.end_kind as endKind',
      'd.end_reason as endReason',
      'd.end_document as endDocument',
    ])
}

export type NewDesignation = Pick<
  Designation,
  'schoolId' | 'level' | 'sport' | 'batch' | 'document' | 'certificate' | 'validFrom' | 'validTo'
>

/** Throws a unique violation when the school has a title of the level and sport that begins on the same day. */
export async function insertDesignations(
  tx: Tx,
  titles: readonly NewDesignation[],
  at: string,
): Promise<string[]> {
  const rows = titles.map(one => ({
    id: newId(),
    school_id: one.schoolId,
    level: one.level,
    sport_code: one.sport,
    batch: one.batch,
    document: one.document,
    certificate: one.certificate,
    valid_from: one.validFrom,
    valid_to: one.validTo,
    end_kind: '' as const,
    end_reason: '',
    end_document: '',
    created_at: at,
  }))
  await insertAll(tx, 'designation', rows)
  return rows.map(row => row.id)
}

/** What may be put right of a title without naming it anew. */
export type DesignationValues = Pick<Designation, 'validTo' | 'batch' | 'document'>

export async function updateDesignation(tx: Tx, id: string, values: DesignationValues): Promise<void> {
  const { validTo: valid_to, batch, document } = values
  await tx.updateTable('designation').set({ valid_to, batch, document }).where('id', '=', id).execute()
}

export async function endDesignation(
  tx: Tx,
  id: string,
  end: { validTo: Day; kind: EndKind; reason: string; document: string },
): Promise<void> {
  await tx
    .updateTable('designation')
    .set({
      valid_to: end.validTo,
      end_kind: end.kind,
      end_reason: end.reason,
      end_document: end.document,
    })
    .where('id', '=', id)
    .execute()
}

/** For titles that an import added and that were never meant to be: those that end are updated. */
export async function deleteDesignations(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.deleteFrom('designation').where('id', 'in', ids).execute()
}

export async function insertSuspension(tx: Tx, given: Omit<Suspension, 'id'>, at: string): Promise<string> {
  const id = newId()
  await insertAll(tx, 'designation_suspension', [
    {
      id,
      designation_id: given.designationId,
      valid_from: given.validFrom,
      valid_to: given.validTo,
      reason: given.reason,
      document: given.document,
      created_at: at,
    },
  ])
  return id
}

export async function updateSuspensionEnd(tx: Tx, id: string, validTo: Day): Promise<void> {
  await tx.updateTable('designation_suspension').set({ valid_to: validTo }).where('id', '=', id).execute()
}

export async function listCountRules(db: Db): Promise<CountRule[]> {
  return db
    .selectFrom('designation_rule')
    .select([
      'valid_from as validFrom',
      'least_level as leastLevel',
      'target',
      'team_days as teamDays',
      'source',
    ])
    .orderBy('valid_from')
    .execute()
}

/** Throws a unique violation when a version begins on that day already. */
export async function insertCountRule(tx: Tx, rule: CountRule): Promise<string> {
  const id = newId()
  await insertAll(tx, 'designation_rule', [
    {
      id,
      valid_from: rule.validFrom,
      least_level: rule.leastLevel,
      target: rule.target,
      team_days: rule.teamDays,
      source: rule.source,
    },
  ])
  return id
}
