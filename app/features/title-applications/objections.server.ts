import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { managersOf, officersOfCity } from '#app/features/notices/notices.queries.server.ts'
import { inBoth, notify } from '#app/features/notices/notify.server.ts'
import { countSending } from '#app/features/objections/count-sending.server.ts'
import {
  type AnswerProblem,
  type Said,
  type SaidRefusal,
  type Verdict,
  whyNotAnswered,
  whyNotReceived,
} from '#app/features/objections/objection.rule.ts'
import {
  isSaidAlready,
  type LookRefusal,
  openContact,
  sealContact,
} from '#app/features/objections/sealed-contact.server.ts'
import type { Db, Tx } from '#db/tables.ts'
import { inTransaction, lockRow, newId } from '#db/write.server.ts'
import { isRunning } from './notice.rule.ts'
import { findNotice, noticeLinesOf } from './notices.queries.server.ts'
import { objectionNotices } from './objection-notices.text.ts'
import {
  answerTitleObjectionRow,
  findTitleObjection,
  insertTitleObjection,
  sealedTitleContact,
  sealedTitleObjections,
  type TitleObjection,
} from './objections.queries.server.ts'
import { standingsOf } from './standing.rule.ts'
import { tellMoved } from './tell-schools.server.ts'
import { findTitleApplication } from './title-applications.queries.server.ts'
import { appendTitleStep } from './title-steps.queries.server.ts'
import { titleWayOf } from './title-way.rule.ts'

interface Actor {
  id: string | null
  name: string
}

export type ReceiveRefusal = SaidRefusal | 'not-found' | 'not-on-the-notice' | 'notice-over' | 'client-busy'

/**
 * An objection to a notice or to one school of it, from anybody who says who they are, until the last day. The contact is
 * sealed; the same words of the same person sent again, as by a second click, are one objection until it is answered. A
 * network address (`client`) sends so many an hour at most.
 */
export async function receiveTitleObjection(
  db: Db,
  input: Said & { noticeId: string; position: number | null; client: string; today: Day; now: string },
): Promise<{ ok: true } | { ok: false; refusal: ReceiveRefusal }> {
  const { noticeId, position, now: at } = input
  const said = { name: input.name.trim(), contact: input.contact.trim(), text: input.text.trim() }
  const notice = await findNotice(db, noticeId)
  if (notice === undefined) return { ok: false, refusal: 'not-found' }
  if (!isRunning(notice, input.today)) return { ok: false, refusal: 'notice-over' }
  const line = (await noticeLinesOf(db, noticeId)).find(one => one.position === position)
  if (position !== null && line === undefined) return { ok: false, refusal: 'not-on-the-notice' }
  const refusal = whyNotReceived(said)
  if (refusal !== null) return { ok: false, refusal }
  const applicationId = line?.applicationId ?? null
  const id = newId()
  return inTransaction(db, async tx => {
    await lockRow(tx, 'designation_batch', notice.batchId)
    if (isSaidAlready(said, await sealedTitleObjections(tx, { noticeId, applicationId }))) return { ok: true }
    if (!(await countSending(tx, input.client, at))) return { ok: false, refusal: 'client-busy' }
    const { name, contact, text } = said
    await insertTitleObjection(tx, {
      ...{ id, noticeId, applicationId, name, text, at },
      sealed: sealContact(id, contact),
    })
    await tellReceived(tx, { id, batchId: notice.batchId, batch: notice.batchName, line, at })
    await recordAudit(
      tx,
      { id: null, name: '公众' },
      {
        action: 'title-objection.receive',
        subjectKind: 'title-objection',
        subjectId: id,
        schoolId: line?.schoolId ?? null,
        detail: { notice: noticeId, batch: notice.batchName },
      },
    )
    return { ok: true }
  })
}

async function tellReceived(
  tx: Tx,
  given: {
    id: string
    batchId: string
    batch: string
    line: { applicationId: string; schoolId: string; schoolName: string } | undefined
    at: string
  },
): Promise<void> {
  const { id, batchId, batch, line, at } = given
  const facts = { batch, school: line?.schoolName ?? '' }
  const notice = { key: `title-objection ${id}`, title: inBoth(objectionNotices.title), isSent: false }
  const toCity = (await officersOfCity(tx)).map(accountId => ({
    ...{ ...notice, accountId, text: inBoth(objectionNotices.toCity, facts) },
    link: `/titles/batches/${batchId}/notice`,
  }))
  const managers =
    line === undefined ? [] : ((await managersOf(tx, [line.schoolId])).get(line.schoolId) ?? [])
  const toSchool = managers.map(accountId => ({
    ...{ ...notice, accountId, text: inBoth(objectionNotices.toSchool, facts) },
    link: `/titles/applications/${line?.applicationId}`,
  }))
  await notify(tx, [...toCity, ...toSchool], at)
}

export type TitleAnswerRefusal = AnswerProblem | 'not-found' | 'not-allowed' | 'answered-already'

/**
 * The city's answer to an objection, once; the school hears of the outcome. An objection to a school that is upheld ends
 * its application in the same transaction, for the reason given.
 */
export async function answerTitleObjection(
  db: Db,
  scope: Scope,
  by: Actor,
  input: { id: string; status: Verdict; answer: string; today: Day; now: string },
): Promise<{ ok: true; objection: TitleObjection } | { ok: false; refusal: TitleAnswerRefusal }> {
  const { id, status, now: at } = input
  const answer = input.answer.trim()
  if (scope.kind !== 'city') return { ok: false, refusal: 'not-allowed' }
  const objection = await findTitleObjection(db, id)
  if (objection === undefined) return { ok: false, refusal: 'not-found' }
  const problem = whyNotAnswered(answer)
  if (problem !== null) return { ok: false, refusal: problem }
  return inTransaction(db, async tx => {
    await lockRow(tx, 'designation_batch', objection.batchId)
    const answered = await answerTitleObjectionRow(tx, { id, status, answer, by: by.name, at })
    if (!answered) return { ok: false, refusal: 'answered-already' }
    const schoolId = await tellAnswered(tx, scope, by, { ...input, answer, objection })
    await recordAudit(tx, by, {
      action: 'title-objection.answer',
      subjectKind: 'title-objection',
      subjectId: id,
      schoolId,
      detail: { notice: objection.noticeId, status },
    })
    return { ok: true, objection }
  })
}

/** Tells the school, and ends its application where the objection to it is upheld; answers which school it is. */
async function tellAnswered(
  tx: Tx,
  scope: Scope,
  by: Actor,
  given: { objection: TitleObjection; status: Verdict; answer: string; today: Day; now: string },
): Promise<string | null> {
  const { objection, status: verdict, answer: reason, today, now: at } = given
  if (objection.applicationId === null) return null
  const application = await findTitleApplication(tx, scope, objection.applicationId, today)
  if (application === undefined) return null
  const facts = { batch: application.batchName, school: objection.schoolName ?? '', verdict }
  const managers = (await managersOf(tx, [application.schoolId])).get(application.schoolId) ?? []
  const notices = managers.map(accountId => ({
    ...{ accountId, key: `title-objection ${objection.id} answered`, isSent: false },
    ...{ title: inBoth(objectionNotices.answered), text: inBoth(objectionNotices.outcome, facts) },
    link: `/titles/applications/${application.id}`,
  }))
  await notify(tx, notices, at)
  const way = titleWayOf(application.state, 'reject', standingsOf(scope, application))
  // One that was ended before, for another reason, stays as it is.
  if (verdict === 'upheld' && way.ok) {
    const step = { from: application.state, to: way.to, action: 'reject', by, at, reason }
    if (!(await appendTitleStep(tx, application.id, step)))
      throw new Error(`Application ${application.id} was moved although its batch is held`)
    await tellMoved(tx, { application, to: way.to, reason }, at)
    await recordAudit(tx, by, {
      ...{ action: 'title-application.move', subjectKind: 'title-application', subjectId: application.id },
      ...{ unitCode: application.unitCode, schoolId: application.schoolId },
      detail: { batch: application.batchName, move: 'reject', from: application.state, to: way.to, reason },
    })
  }
  return application.schoolId
}

export type TitleContactRefusal = LookRefusal | 'not-found' | 'not-allowed'

/** How to reach somebody who objects, in clear, once, for the city that looks into it and says why; the look is audited. */
export async function readTitleContact(
  db: Db,
  scope: Scope,
  by: Actor,
  asked: { id: string; reason: string },
): Promise<{ ok: true; value: string } | { ok: false; refusal: TitleContactRefusal }> {
  const { id } = asked
  const reason = asked.reason.trim()
  if (scope.kind !== 'city') return { ok: false, refusal: 'not-allowed' }
  return inTransaction(db, async tx => {
    const sealed = await sealedTitleContact(tx, id)
    if (sealed === undefined) return { ok: false, refusal: 'not-found' }
    const opened = openContact({ id, sealed }, reason)
    if (!opened.ok) return opened
    await recordAudit(tx, by, {
      action: 'title-objection.contact',
      subjectKind: 'title-objection',
      subjectId: id,
      detail: { reason },
    })
    return opened
  })
}
