import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { officersOf } from '#app/features/notices/notices.queries.server.ts'
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
import { standingOf } from '#app/features/posts/post-state.rule.ts'
import { findPost, findPublishedPost } from '#app/features/posts/posts.queries.server.ts'
import type { Db, Tx } from '#db/tables.ts'
import { inTransaction, lockRow, newId } from '#db/write.server.ts'
import { applicationNotices } from './application-notices.text.ts'
import { recruitingOf } from './candidates.queries.server.ts'
import {
  answerObjectionRow,
  insertObjection,
  sealedContact,
  sealedObjectionsTo,
} from './objections.queries.server.ts'

export type ObjectionRefusal = 'not-found' | 'no-notice' | 'client-busy' | SaidRefusal

/**
 * An objection to a public notice, from anybody who says who they are; the contact is sealed. The same words of the same
 * person sent again, as by a second click, are one objection until it is answered. A network address (`client`) sends so
 * many an hour at most.
 */
export async function receiveObjection(
  db: Db,
  input: Said & { postNumber: string; client: string; today: Day; now: string },
): Promise<{ ok: true } | { ok: false; refusal: ObjectionRefusal }> {
  const said = { name: input.name.trim(), contact: input.contact.trim(), text: input.text.trim() }
  const post = await findPublishedPost(db, input.postNumber)
  if (post === undefined) return { ok: false, refusal: 'not-found' }
  const { publicityFrom, publicityTo } = await recruitingOf(db, post.id)
  if (publicityFrom === null || publicityTo === null) return { ok: false, refusal: 'no-notice' }
  if (input.today < publicityFrom || input.today > publicityTo) return { ok: false, refusal: 'no-notice' }
  const refusal = whyNotReceived(said)
  if (refusal !== null) return { ok: false, refusal }
  const id = newId()
  return inTransaction(db, async tx => {
    await lockRow(tx, 'coach_post', post.id)
    if (isSaidAlready(said, await sealedObjectionsTo(tx, post.id))) return { ok: true }
    if (!(await countSending(tx, input.client, input.now))) return { ok: false, refusal: 'client-busy' }
    const { name, contact, text } = said
    const contactSealed = sealContact(id, contact)
    await insertObjection(tx, { id, postId: post.id, name, contactSealed, text, at: input.now })
    await tellOfficers(tx, id, post, input.now)
    await recordAudit(
      tx,
      { id: null, name: '公众' },
      {
        action: 'objection.receive',
        subjectKind: 'objection',
        subjectId: id,
        unitCode: post.unitCode,
        schoolId: post.schoolId,
        detail: { post: post.number },
      },
    )
    return { ok: true }
  })
}

async function tellOfficers(
  tx: Tx,
  id: string,
  post: { id: string; title: string; unitCode: string },
  at: string,
): Promise<void> {
  const { title, text } = applicationNotices.objection
  const notice = {
    key: `objection ${id}`,
    title: inBoth(title),
    text: inBoth(text, { post: post.title }),
    link: `/recruitment/posts/${post.id}/candidates`,
    isSent: false,
  }
  const officers = await officersOf(tx, post.unitCode)
  await notify(
    tx,
    officers.map(accountId => ({ ...notice, accountId })),
    at,
  )
}

export type AnswerRefusal = 'not-found' | 'not-allowed' | AnswerProblem | 'answered-already'

/** The unit's answer to an objection, once. */
export async function answerObjection(
  db: Db,
  scope: Scope,
  by: { id: string | null; name: string },
  input: { postId: string; id: string; status: Verdict; answer: string; now: string },
): Promise<{ ok: true } | { ok: false; refusal: AnswerRefusal }> {
  const { postId, id, status, now: at } = input
  const answer = input.answer.trim()
  return inTransaction(db, async tx => {
    const post = await findPost(tx, scope, postId)
    if (post === undefined) return { ok: false, refusal: 'not-found' }
    if (standingOf(scope, post) !== 'reviewer') return { ok: false, refusal: 'not-allowed' }
    const refusal = whyNotAnswered(answer)
    if (refusal !== null) return { ok: false, refusal }
    const answered = await answerObjectionRow(tx, { id, postId, status, answer, by: by.name, at })
    if (!answered) return { ok: false, refusal: 'answered-already' }
    await recordAudit(tx, by, {
      action: 'objection.answer',
      subjectKind: 'objection',
      subjectId: id,
      unitCode: post.unitCode,
      schoolId: post.schoolId,
      detail: { post: post.number, status },
    })
    return { ok: true }
  })
}

export type ContactRefusal = 'not-found' | 'not-allowed' | LookRefusal

/** How to reach somebody who objects, in clear, once, for whoever looks into it and says why; the look is audited. */
export async function readContact(
  db: Db,
  scope: Scope,
  by: { id: string | null; name: string },
  asked: { postId: string; id: string; reason: string },
): Promise<{ ok: true; value: string } | { ok: false; refusal: ContactRefusal }> {
  const { postId, id } = asked
  const reason = asked.reason.trim()
  return inTransaction(db, async tx => {
    const post = await findPost(tx, scope, postId)
    const sealed = post === undefined ? undefined : await sealedContact(tx, { postId, id })
    if (post === undefined || sealed === undefined) return { ok: false, refusal: 'not-found' }
    if (standingOf(scope, post) !== 'reviewer') return { ok: false, refusal: 'not-allowed' }
    const opened = openContact({ id, sealed }, reason)
    if (!opened.ok) return opened
    await recordAudit(tx, by, {
      action: 'objection.contact',
      subjectKind: 'objection',
      subjectId: id,
      unitCode: post.unitCode,
      schoolId: post.schoolId,
      detail: { post: post.number, reason },
    })
    return opened
  })
}
