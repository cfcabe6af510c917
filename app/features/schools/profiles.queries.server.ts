import { addDays, type Day, openEnd } from '#app/calendar-day.ts'
import type { Db, Stage, Tx } from '#db/tables.ts'
import { aliasKey, insertAll, newId } from '#db/write.server.ts'
import type { Profile, ProfileFacts, TimelineChange } from './profile-timeline.rule.ts'

/** Everything a school was called, oldest first. */
export async function profilesOf(db: Db, schoolId: string): Promise<Profile[]> {
  return db
    .selectFrom('school_profile')
    .where('school_id', '=', schoolId)
    .select([
      'id',
      'code',
      'name',
      'short_name as shortName',
      'type',
      'unit_code as unitCode',
      'counts_unit_code as countsUnitCode',
      'valid_from as validFrom',
      'valid_to as validTo',
    ])
    .orderBy('valid_from')
    .execute()
}

/** The school to which a code was ever issued; a voided code is never given to another. */
export async function ownerOfCode(db: Db, code: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('school_code')
    .where('code', '=', code)
    .select('school_id as id')
    .executeTakeFirst()
  return row?.id
}

/** Whether another school of the unit bears the name on the day and is open then. */
export async function isNameTaken(
  db: Db,
  name: string,
  unitCode: string,
  asOf: Day,
  except?: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('school_profile as p')
    .innerJoin('school as s', 's.id', 'p.school_id')
    .where('p.name', '=', name)
    .where('p.unit_code', '=', unitCode)
    .where('p.valid_from', '<=', asOf)
    .where('p.valid_to', '>=', asOf)
    .where('s.closed_on', '>', asOf)
    .$if(except !== undefined, q => q.where('s.id', '!=', except!))
    .select('s.id')
    .executeTakeFirst()
  return row !== undefined
}

export interface SchoolDetails {
  pupils: number | null
  address: string
  longitude: number | null
  latitude: number | null
  openedOn: Day
  closedOn: Day
}

/** A new school with its first profile and its stages; throws a unique violation when the code is another's. */
export async function insertSchoolRow(
  tx: Tx,
  facts: ProfileFacts,
  details: SchoolDetails & {
    parentId?: string | null
    campusName?: string | null
    stages: readonly Stage[]
    /** A school that opens later is known, though not open, from today. */
    today: Day
  },
): Promise<string> {
  const id = newId()
  const opensLater = details.openedOn > details.today
  const knownFrom = opensLater ? details.today : details.openedOn
  await insertAll(tx, 'school', [
    {
      id,
      parent_id: details.parentId ?? null,
      campus_name: details.campusName ?? null,
      pupils: details.pupils,
      address: details.address,
      longitude: details.longitude,
      latitude: details.latitude,
      opened_on: details.openedOn,
      closed_on: details.closedOn,
    },
  ])
  await insertAll(tx, 'school_profile', [profileRow(id, facts, knownFrom, openEnd)])
  await claimCode(tx, facts.code, id)
  await insertAll(
    tx,
    'school_stage',
    details.stages.map(stage => ({
      school_id: id,
      stage,
      valid_from: details.openedOn,
      valid_to: openEnd,
    })),
  )
  return id
}

export async function applyTimelineChange(tx: Tx, schoolId: string, change: TimelineChange): Promise<void> {
  if (change.kind === 'none' || change.kind === 'before-first') return
  await claimCode(tx, change.facts.code, schoolId)
  if (change.kind === 'replace') {
    await tx
      .updateTable('school_profile')
      .set({ ...columnsOf(change.facts) })
      .where('id', '=', change.id)
      .execute()
    return
  }
  await tx
    .updateTable('school_profile')
    .set({ valid_to: change.endsOn })
    .where('id', '=', change.id)
    .execute()
  await insertAll(tx, 'school_profile', [profileRow(schoolId, change.facts, change.from, change.to)])
}

export async function updateDetails(
  tx: Tx,
  schoolId: string,
  details: Partial<Omit<SchoolDetails, 'openedOn'>>,
): Promise<void> {
  await tx
    .updateTable('school')
    .set({
      ...(details.pupils !== undefined && { pupils: details.pupils }),
      ...(details.address !== undefined && { address: details.address }),
      ...(details.longitude !== undefined && { longitude: details.longitude }),
      ...(details.latitude !== undefined && { latitude: details.latitude }),
      ...(details.closedOn !== undefined && { closed_on: details.closedOn }),
    })
    .where('id', '=', schoolId)
    .execute()
}

export interface StagePeriod {
  stage: Stage
  validFrom: Day
  validTo: Day
}

export async function stagePeriodsOf(db: Db, schoolId: string): Promise<StagePeriod[]> {
  return db
    .selectFrom('school_stage')
    .where('school_id', '=', schoolId)
    .select(['stage', 'valid_from as validFrom', 'valid_to as validTo'])
    .orderBy('valid_from')
    .orderBy('stage')
    .execute()
}

/** From the day on the school runs exactly these stages; what was before stands. */
export async function setStagesFrom(
  tx: Tx,
  schoolId: string,
  stages: readonly Stage[],
  from: Day,
): Promise<void> {
  const periods = await stagePeriodsOf(tx, schoolId)
  const running = periods.filter(one => one.validTo >= from)
  const begins = stages.filter(stage => !running.some(one => one.stage === stage))
  const ends = running.filter(one => !stages.includes(one.stage))
  for (const period of ends) await endStage(tx, schoolId, period, from)
  await insertAll(
    tx,
    'school_stage',
    begins.map(stage => ({ school_id: schoolId, stage, valid_from: from, valid_to: openEnd })),
  )
}

async function endStage(tx: Tx, schoolId: string, period: StagePeriod, from: Day): Promise<void> {
  if (period.validFrom < from) {
    await tx
      .updateTable('school_stage')
      .set({ valid_to: addDays(from, -1) })
      .where('school_id', '=', schoolId)
      .where('stage', '=', period.stage)
      .where('valid_from', '=', period.validFrom)
      .execute()
    return
  }
  await tx
    .deleteFrom('school_stage')
    .where('school_id', '=', schoolId)
    .where('stage', '=', period.stage)
    .where('valid_from', '=', period.validFrom)
    .execute()
}

export async function aliasesOf(db: Db, schoolId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('school_alias')
    .where('school_id', '=', schoolId)
    .select('alias')
    .orderBy('alias_key')
    .execute()
  return rows.map(row => row.alias)
}

/** Adds the names that the school does not have yet; answers those added. */
export async function addAliases(tx: Tx, schoolId: string, aliases: readonly string[]): Promise<string[]> {
  const known = new Set((await aliasesOf(tx, schoolId)).map(aliasKey))
  const added = new Map<string, string>()
  for (const alias of aliases) if (!known.has(aliasKey(alias))) added.set(aliasKey(alias), alias.trim())
  await insertAll(
    tx,
    'school_alias',
    [...added].map(([key, alias]) => ({ school_id: schoolId, alias_key: key, alias })),
  )
  return [...added.values()]
}

async function claimCode(tx: Tx, code: string | null, schoolId: string): Promise<void> {
  if (code === null || (await ownerOfCode(tx, code)) === schoolId) return
  await insertAll(tx, 'school_code', [{ code, school_id: schoolId }])
}

function profileRow(schoolId: string, facts: ProfileFacts, from: Day, to: Day) {
  return { id: newId(), school_id: schoolId, valid_from: from, valid_to: to, ...columnsOf(facts) }
}

function columnsOf(facts: ProfileFacts) {
  return {
    code: facts.code,
    name: facts.name,
    short_name: facts.shortName,
    type: facts.type,
    unit_code: facts.unitCode,
    counts_unit_code: facts.countsUnitCode,
  }
}

export async function removeAlias(tx: Tx, schoolId: string, alias: string): Promise<void> {
  await tx
    .deleteFrom('school_alias')
    .where('school_id', '=', schoolId)
    .where('alias_key', '=', aliasKey(alias))
    .execute()
}
