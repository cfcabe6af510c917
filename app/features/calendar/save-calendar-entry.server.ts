import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { type AuditActor, recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction } from '#db/write.server.ts'
import { deleteEntry, entryAt, layerNamed, layerOf, upsertEntries } from './calendar.queries.server.ts'
import type { CalendarEntry } from './calendar.rule.ts'
import { mayChangeLayer } from './calendar-permission.rule.ts'

export type EntryRefusal = 'scope-unknown' | 'not-yours' | 'not-found'

type Saved = { ok: true } | { ok: false; refusal: EntryRefusal }

/** Says what a day is on one layer, in place of what the layer said before. `place` is '', a unit or a school code. */
export async function saveCalendarEntry(
  db: Db,
  scope: Scope,
  by: AuditActor,
  given: Omit<CalendarEntry, 'scope'> & { place: string; today: Day },
): Promise<Saved> {
  const { place, today, ...values } = given
  const layer = await layerNamed(db, scope, place, today)
  if (layer === null) return { ok: false, refusal: 'scope-unknown' }
  if (!mayChangeLayer(scope, layer.layer)) return { ok: false, refusal: 'not-yours' }
  const entry = { ...values, scope: layer.scope }
  await inTransaction(db, async tx => {
    const before = await entryAt(tx, entry)
    await upsertEntries(tx, [entry])
    await recordAudit(tx, by, {
      action: before === undefined ? 'calendar.add' : 'calendar.change',
      subjectKind: 'calendar',
      subjectId: `${entry.scope} ${entry.day} ${entry.stage}`.trim(),
      unitCode: 'unitCode' in layer.layer ? layer.layer.unitCode : null,
      schoolId: layer.layer.kind === 'school' ? layer.layer.schoolId : null,
      detail: { before: before === undefined ? null : { ...before }, after: { ...entry } },
    })
  })
  return { ok: true }
}

/** Takes a day back to what the earlier layers say. */
export async function removeCalendarEntry(
  db: Db,
  scope: Scope,
  by: AuditActor,
  given: Pick<CalendarEntry, 'scope' | 'stage' | 'day'> & { today: Day },
): Promise<Saved> {
  const layer = await layerOf(db, scope, given.scope, given.today)
  if (layer === null) return { ok: false, refusal: 'not-found' }
  if (!mayChangeLayer(scope, layer)) return { ok: false, refusal: 'not-yours' }
  return inTransaction(db, async tx => {
    const before = await entryAt(tx, given)
    if (before === undefined) return { ok: false, refusal: 'not-found' }
    await deleteEntry(tx, before)
    await recordAudit(tx, by, {
      action: 'calendar.remove',
      subjectKind: 'calendar',
      subjectId: `${before.scope} ${before.day} ${before.stage}`.trim(),
      unitCode: 'unitCode' in layer ? layer.unitCode : null,
      schoolId: layer.kind === 'school' ? layer.schoolId : null,
      detail: { before: { ...before }, after: null },
    })
    return { ok: true }
  })
}
