import type { Scope } from '#app/auth/scope.ts'
import { addDays, type Day } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { loadWorkingWeek } from '#app/features/calendar/calendar.queries.server.ts'
import { workingDaysAfter } from '#app/features/calendar/working-days.rule.ts'
import { type BatchRow, findBatch } from '#app/features/designation/batches.queries.server.ts'
import { listSports } from '#app/features/sports/sports.queries.server.ts'
import type { Db, Tx } from '#db/tables.ts'
import { inTransaction, lockRow } from '#db/write.server.ts'
import { type NoticeProblem, type NoticeWords, whyNotPutUp } from './notice.rule.ts'
import { insertNotice } from './notices.queries.server.ts'
import { standingsOf } from './standing.rule.ts'
import { tellMoved } from './tell-schools.server.ts'
import { setNotice } from './title-application-writes.queries.server.ts'
import { listTitleApplications, type TitleApplication } from './title-applications.queries.server.ts'
import { appendTitleStep } from './title-steps.queries.server.ts'
import { titleWayOf } from './title-way.rule.ts'

export type PutUpRefusal =
  | NoticeProblem
  | 'not-found'
  | 'not-allowed'
  | 'nobody-chosen'
  | 'moved-meanwhile'
  | 'holidays-unknown'

export type PutUpResult = { ok: true; id: string } | { ok: false; refusal: PutUpRefusal }

/**
 * Puts short-listed schools of a batch before the public: the notice keeps their names as they are on the day, runs the
 * whole working days of the batch from the next one on, and all of them move, or none.
 */
export async function putUpNotice(
  db: Db,
  scope: Scope,
  by: { id: string | null; name: string },
  input: NoticeWords & { batchId: string; applicationIds: readonly string[]; today: Day; now: string },
): Promise<PutUpResult> {
  const { batchId, today, now: at } = input
  if (scope.kind !== 'city') return { ok: false, refusal: 'not-allowed' }
  return inTransaction(db, async tx => {
    await lockRow(tx, 'designation_batch', batchId)
    const batch = await findBatch(tx, batchId, { announcedOnly: true })
    if (batch === undefined) return { ok: false, refusal: 'not-found' }
    const wanted = new Set(input.applicationIds)
    if (wanted.size === 0) return { ok: false, refusal: 'nobody-chosen' }
    const problem = whyNotPutUp(input)
    if (problem !== null) return { ok: false, refusal: problem }
    const chosen = (await listTitleApplications(tx, scope, { asOf: today, batchId })).filter(
      one => wanted.has(one.id) && titleWayOf(one.state, 'put-up', standingsOf(scope, one)).ok,
    )
    if (chosen.length !== wanted.size) return { ok: false, refusal: 'moved-meanwhile' }
    const week = await loadWorkingWeek(tx, { from: today, to: addDays(today, mostDaysAhead) })
    const days = workingDaysAfter(today, batch.publicityDays, week)
    if (!days.ok) return days
    const id = await writeNotice(tx, batch, chosen, { ...input, startsOn: days.from, endsOn: days.to })
    for (const application of chosen) {
      const step = { from: application.state, to: 'PUBLICITY', action: 'put-up', by, at } as const
      // Nobody can have moved it: its batch is held.
      if (!(await appendTitleStep(tx, application.id, step)))
        throw new Error(`Application ${application.id} was moved although its batch is held`)
      await tellMoved(tx, { application, to: 'PUBLICITY', reason: `${days.from}—${days.to}` }, at)
    }
    await recordAudit(tx, by, {
      action: 'title-notice.put-up',
      subjectKind: 'title-notice',
      subjectId: id,
      detail: {
        ...{ batch: batch.name, startsOn: days.from, endsOn: days.to },
        ...{ channel: input.channel.trim(), contact: input.contact.trim() },
        schools: chosen.map(one => ({ application: one.id, school: one.schoolName })),
      },
    })
    return { ok: true, id }
  })
}

/** Thirty working days, with the longest holidays between them, lie within so many days. */
const mostDaysAhead = 90

async function writeNotice(
  tx: Tx,
  batch: BatchRow,
  chosen: readonly TitleApplication[],
  given: NoticeWords & { startsOn: Day; endsOn: Day; now: string },
): Promise<string> {
  const sports = new Map((await listSports(tx)).map(sport => [sport.code, sport.name]))
  const lines = chosen.map((one, at) => ({
    applicationId: one.id,
    position: at + 1,
    schoolName: one.schoolName,
    unitName: one.unitName,
    sports: one.sports.map(code => sports.get(code) ?? code).join('、'),
  }))
  const { startsOn, endsOn, now: publishedAt } = given
  const [channel, contact] = [given.channel.trim(), given.contact.trim()]
  const notice = { batchId: batch.id, startsOn, endsOn, channel, contact, publishedAt }
  const id = await insertNotice(tx, notice, lines)
  await setNotice(
    tx,
    chosen.map(one => one.id),
    id,
  )
  return id
}
