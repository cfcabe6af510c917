import type { Scope } from '#app/auth/scope.ts'
import { inCity } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { goesLongWay } from '#app/features/coaching/grades.rule.ts'
import { holdsPersonalNumber } from '#app/features/coaching/personal-number.rule.ts'
import { accountsOfApplications } from '#app/features/notices/notices.queries.server.ts'
import { inBoth, notify } from '#app/features/notices/notify.server.ts'
import { type PostStatus, standingOf } from '#app/features/posts/post-state.rule.ts'
import { findPost, type Post, statusOf } from '#app/features/posts/posts.queries.server.ts'
import type { Db, Tx } from '#db/tables.ts'
import { inTransaction, lockRow, newId } from '#db/write.server.ts'
import { applicationNotices } from './application-notices.text.ts'
import { assignSlots, clashOf, overlap, slotBounds, slotsInARow } from './interview.rule.ts'
import {
  busyTimes,
  deleteFreeSlot,
  giveSlot,
  type InterviewSlot,
  insertSlots,
  roundsOfUnit,
  slotsOfPost,
  slotsOfUnit,
  withoutSlot,
} from './interviews.queries.server.ts'

interface Actor {
  id: string | null
  name: string
}

export type InterviewRefusal =
  | 'not-found'
  | 'not-allowed'
  /** The post is cancelled or completed: nobody is tested any more. */
  | 'post-over'
  | 'panel-missing'
  | 'place-missing'
  | 'holds-number'
  | 'in-the-past'
  | 'too-far-ahead'
  | 'out-of-bounds'
  /** The panel sits for somebody else then. */
  | 'panel-busy'
  /** The candidate has another test then. */
  | 'person-busy'
  | 'slot-taken'
  /** Nobody is called to the test without a time. */
  | 'nobody-waits'
  | 'no-slot-left'

export type InterviewResult = { ok: true } | { ok: false; refusal: InterviewRefusal }

/** The reviewing unit plans the test; where the school engages by itself, the school does too. */
export function mayPlan(scope: Scope, post: Post): boolean {
  const standing = standingOf(scope, post)
  return standing === 'reviewer' || (standing === 'school' && !goesLongWay(post.engagement))
}

/** Adds slots of a panel one after the other; refused where the panel sits elsewhere in the unit at one of them. */
export async function addSlots(
  db: Db,
  scope: Scope,
  by: Actor,
  input: {
    postId: string
    panel: string
    place: string
    first: string
    minutes: number
    count: number
    now: string
  },
): Promise<InterviewResult> {
  const [panel, place] = [input.panel.trim(), input.place.trim()]
  if (panel === '') return { ok: false, refusal: 'panel-missing' }
  if (place === '') return { ok: false, refusal: 'place-missing' }
  if (holdsPersonalNumber(`${panel}\n${place}`)) return { ok: false, refusal: 'holds-number' }
  const { minutes, count, first, now } = input
  const isBounded =
    Number.isInteger(minutes) &&
    Number.isInteger(count) &&
    minutes >= slotBounds.leastMinutes &&
    minutes <= slotBounds.mostMinutes &&
    count >= 1 &&
    count <= slotBounds.most
  if (!isBounded) return { ok: false, refusal: 'out-of-bounds' }
  if (first <= now) return { ok: false, refusal: 'in-the-past' }
  if (first > yearsAfter(now, slotBounds.mostYearsAhead)) return { ok: false, refusal: 'too-far-ahead' }
  return ofPost(db, scope, by, input.postId, 'interview.add', async (tx, post) => {
    if (isDone(await statusOf(tx, post.id))) return 'post-over'
    const fresh = slotsInARow({ panel, first, minutes, count })
    if (clashOf(fresh, await slotsOfUnit(tx, post.unitCode, now)) !== undefined) return 'panel-busy'
    await insertSlots(tx, post.id, place, fresh)
    return null
  })
}

function isDone(status: PostStatus): boolean {
  return status === 'cancelled' || status === 'completed'
}

/** Gives everybody who waits the earliest slot that suits; who finds none is told to the officer, and the rest stands. */
export async function assignAll(
  db: Db,
  scope: Scope,
  by: Actor,
  input: { postId: string; now: string },
): Promise<InterviewResult> {
  return ofPost(db, scope, by, input.postId, 'interview.assign', async (tx, post) => {
    const waiting = await withoutSlot(tx, post.id)
    if (waiting.length === 0) return 'nobody-waits'
    const busy = await heldTimes(
      tx,
      waiting.map(one => one.applicantId),
    )
    const people = waiting.map(({ id, applicantId }) => ({
      id,
      busy: busy.filter(time => time.applicantId === applicantId),
    }))
    const free = (await slotsOfPost(tx, post.id)).filter(
      slot => slot.applicationId === null && slot.startsAt > input.now,
    )
    const { given } = assignSlots(people, free)
    if (given.length === 0) return 'no-slot-left'
    for (const { personId, slot } of given) await give(tx, post, slot, personId, input.now)
    return null
  })
}

/** Gives a slot to a candidate who has none, takes it back (null), or removes a free one. */
export async function changeSlot(
  db: Db,
  scope: Scope,
  by: Actor,
  input: { postId: string; slotId: string; applicationId: string | null; remove: boolean; now: string },
): Promise<InterviewResult> {
  const { slotId: id, postId, applicationId, now } = input
  return ofPost(db, scope, by, postId, 'interview.change', async (tx, post) => {
    const slot = (await slotsOfPost(tx, postId)).find(one => one.id === id)
    if (slot === undefined) return 'not-found'
    if (input.remove) return (await deleteFreeSlot(tx, { id, postId })) ? null : 'slot-taken'
    if (applicationId === null) return takeBack(tx, post, slot, now)
    if (slot.applicationId !== null) return 'slot-taken'
    if (slot.startsAt <= now) return 'in-the-past'
    const person = (await withoutSlot(tx, postId)).find(one => one.id === applicationId)
    if (person === undefined) return 'not-found'
    const busy = await heldTimes(tx, [person.applicantId])
    if (busy.some(time => overlap(time, slot))) return 'person-busy'
    await give(tx, post, slot, applicationId, now)
    return null
  })
}

/** The times that people have; another unit that gives one of them a time waits until this one is done. */
async function heldTimes(tx: Tx, applicantIds: readonly string[]) {
  for (const id of [...new Set(applicantIds)].sort()) await lockRow(tx, 'applicant', id)
  return busyTimes(tx, applicantIds)
}

function yearsAfter(instant: string, years: number): string {
  return `${Number(instant.slice(0, 4)) + years}${instant.slice(4)}`
}

async function give(
  tx: Tx,
  post: Post,
  slot: InterviewSlot,
  applicationId: string,
  now: string,
): Promise<void> {
  await giveSlot(tx, slot, applicationId)
  await tell(tx, applicationNotices.interview, { post, slot, applicationId, now })
}

async function takeBack(tx: Tx, post: Post, slot: InterviewSlot, now: string): Promise<null> {
  const { applicationId } = slot
  if (applicationId === null) return null
  await giveSlot(tx, slot, null)
  if (slot.startsAt > now) await tell(tx, applicationNotices.interviewOff, { post, slot, applicationId, now })
  return null
}

async function tell(
  tx: Tx,
  { title, text }: (typeof applicationNotices)['interview' | 'interviewOff'],
  about: { post: Post; slot: InterviewSlot; applicationId: string; now: string },
): Promise<void> {
  const { post, slot, applicationId, now } = about
  const accountId = (await accountsOfApplications(tx, [applicationId])).get(applicationId)
  if (accountId === undefined) return
  const words = {
    title: inBoth(title),
    text: inBoth(text, { post: post.title, at: inCity(slot.startsAt), place: slot.place }),
  }
  const key = `interview ${applicationId} ${newId()}`
  await notify(tx, [{ ...words, accountId, key, link: `/applications/${applicationId}`, isSent: true }], now)
}

async function ofPost(
  db: Db,
  scope: Scope,
  by: Actor,
  postId: string,
  action: string,
  work: (tx: Tx, post: Post) => Promise<InterviewRefusal | null>,
): Promise<InterviewResult> {
  return inTransaction(db, async tx => {
    const post = await findPost(tx, scope, postId)
    if (post === undefined) return { ok: false, refusal: 'not-found' }
    if (!mayPlan(scope, post)) return { ok: false, refusal: 'not-allowed' }
    // A panel sits for the whole unit: two officers who plan at once take turns.
    for (const id of await roundsOfUnit(tx, post.unitCode)) await lockRow(tx, 'coach_round', id)
    await lockRow(tx, 'coach_post', postId)
    const refusal = await work(tx, post)
    if (refusal !== null) return { ok: false, refusal }
    await recordAudit(tx, by, {
      action,
      subjectKind: 'coach-post',
      subjectId: postId,
      unitCode: post.unitCode,
      schoolId: post.schoolId,
      detail: { number: post.number },
    })
    return { ok: true }
  })
}
