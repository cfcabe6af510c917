import type { Day } from '#app/calendar-day.ts'
import type { Db, Tx } from '#db/tables.ts'
import { insertAll, newId } from '#db/write.server.ts'
import type { ActivityPolicy, KindSetting } from './daily-hour.rule.ts'
import type { PolicyVersion } from './policy-version.rule.ts'

/** Every version of the floor and of the target, by stage and first day. */
export async function listPolicyVersions(db: Db): Promise<PolicyVersion[]> {
  return db
    .selectFrom('activity_policy')
    .select(['id', 'stage', 'purpose', 'minutes', 'valid_from as validFrom', 'valid_to as validTo', 'source'])
    .orderBy('purpose')
    .orderBy('stage')
    .orderBy('valid_from')
    .execute()
}

/** Throws a unique violation when a version of the stage and purpose begins on that day already. */
export async function insertPolicy(tx: Tx, policy: Omit<PolicyVersion, 'id'>): Promise<string> {
  const id = newId()
  const { stage, purpose, minutes, validFrom, validTo, source } = policy
  await insertAll(tx, 'activity_policy', [
    { id, stage, purpose, minutes, valid_from: validFrom, valid_to: validTo, source },
  ])
  return id
}

export async function endPolicy(tx: Tx, id: string, on: Day): Promise<void> {
  await tx.updateTable('activity_policy').set({ valid_to: on }).where('id', '=', id).execute()
}

export async function setKindCounts(tx: Tx, kind: string, counts: boolean): Promise<void> {
  await tx
    .updateTable('activity_kind')
    .set({ counts: counts ? 1 : 0 })
    .where('kind', '=', kind)
    .where('never', '=', 0)
    .execute()
}

/** The schools that ever reported an activity of one of the kinds. */
export async function schoolsWithKinds(db: Db, kinds: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('activity')
    .select('school_id as schoolId')
    .distinct()
    .where('kind', 'in', kinds)
    .orderBy('school_id')
    .execute()
  return rows.map(row => row.schoolId)
}

export async function listKindSettings(db: Db): Promise<KindSetting[]> {
  const rows = await db
    .selectFrom('activity_kind')
    .select(['kind', 'counts', 'never'])
    .orderBy('position')
    .execute()
  return rows.map(row => ({ kind: row.kind, counts: row.counts === 1, never: row.never === 1 }))
}

export async function listPolicies(db: Db): Promise<ActivityPolicy[]> {
  return db
    .selectFrom('activity_policy')
    .select(['stage', 'purpose', 'minutes', 'valid_from as validFrom', 'valid_to as validTo'])
    .execute()
}
