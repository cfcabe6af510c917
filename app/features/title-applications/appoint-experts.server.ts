import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { inBoth, notify } from '#app/features/notices/notify.server.ts'
import type { Db, Tx } from '#db/tables.ts'
import { inTransaction, lockRow, newId } from '#db/write.server.ts'
import { type AppointmentRefusal, whyNotAppointed } from './expert.rule.ts'
import { reviewNotices } from './review-notices.text.ts'
import { insertReviews } from './review-writes.queries.server.ts'
import { type Expert, listExperts, reviewStatesOf } from './reviews.queries.server.ts'
import { listTitleApplications, type TitleApplication } from './title-applications.queries.server.ts'

/** Of one expert for one application. */
interface RefusedPair {
  applicationId: string
  accountId: string
  refusal: AppointmentRefusal
}

export type AppointResult =
  | { ok: true; count: number }
  | { ok: false; refusal: 'not-allowed' | 'nobody-chosen' }
  | { ok: false; refusal: 'pairs'; pairs: RefusedPair[] }

interface Chosen {
  batchId: string
  applicationIds: readonly string[]
  accountIds: readonly string[]
  today: Day
  now: string
}

/** Asks each of the experts to score each of the applications: all of them or none. */
export async function appointExperts(
  db: Db,
  scope: Scope,
  by: { id: string | null; name: string },
  { batchId, today, now: at, ...chosen }: Chosen,
): Promise<AppointResult> {
  if (scope.kind !== 'city') return { ok: false, refusal: 'not-allowed' }
  const applicationIds = [...new Set(chosen.applicationIds)].sort()
  const accountIds = [...new Set(chosen.accountIds)]
  if (applicationIds.length === 0 || accountIds.length === 0) return { ok: false, refusal: 'nobody-chosen' }
  return inTransaction(db, async tx => {
    for (const id of applicationIds) await lockRow(tx, 'title_application', id)
    const all = await listTitleApplications(tx, scope, { batchId, asOf: today })
    const applications = new Map(all.map(one => [one.id, one]))
    const experts = new Map((await listExperts(tx, accountIds)).map(one => [one.id, one]))
    const asked = await reviewStatesOf(tx, applicationIds)
    const pairs = applicationIds.flatMap(applicationId =>
      accountIds.map(accountId => ({ applicationId, accountId })),
    )
    const refused = pairs.flatMap(pair => {
      const refusal = whyNotAppointed({
        application: applications.get(pair.applicationId),
        expert: experts.get(pair.accountId),
        asked: asked.filter(one => one.applicationId === pair.applicationId),
        accountId: pair.accountId,
      })
      return refusal === null ? [] : [{ ...pair, refusal }]
    })
    if (refused.length > 0) return { ok: false, refusal: 'pairs', pairs: refused }
    await insertReviews(tx, pairs, at)
    const chosenOnes = applicationIds.flatMap(id => applications.get(id) ?? [])
    await tellAppointed(tx, { accountIds, applications: chosenOnes }, at)
    for (const application of chosenOnes)
      await recordAppointment(tx, by, { application, experts: [...experts.values()] })
    return { ok: true, count: pairs.length }
  })
}

async function tellAppointed(
  tx: Tx,
  { accountIds, applications }: { accountIds: readonly string[]; applications: readonly TitleApplication[] },
  at: string,
): Promise<void> {
  const { title, text } = reviewNotices.appointed
  const values = { batch: applications[0]?.batchName ?? '', count: applications.length }
  const key = `title-review appointed ${newId()}`
  await notify(
    tx,
    accountIds.map(accountId => ({
      ...{ accountId, key, title: inBoth(title), text: inBoth(text, values) },
      ...{ link: '/titles/reviews', isSent: false },
    })),
    at,
  )
}

async function recordAppointment(
  tx: Tx,
  by: { id: string | null; name: string },
  { application, experts }: { application: TitleApplication; experts: readonly Expert[] },
): Promise<void> {
  await recordAudit(tx, by, {
    ...{ action: 'title-review.appoint', subjectKind: 'title-application', subjectId: application.id },
    ...{ unitCode: application.unitCode, schoolId: application.schoolId },
    detail: { batch: application.batchName, experts: experts.map(({ id, name }) => ({ id, name })) },
  })
}
