import type { Scope } from '#app/auth/scope.ts'
import { addDays, type Day } from '#app/calendar-day.ts'
import {
  designationsOfSchools,
  endDesignation,
  insertDesignations,
  type SchoolTitle,
} from '#app/features/designation/designations.queries.server.ts'
import { whyNotGrounded } from '#app/features/designation/end-title.server.ts'
import { mayDesignate, slotOf } from '#app/features/designation/plan-designation.rule.ts'
import { notify } from '#app/features/notices/notify.server.ts'
import {
  findSchoolByCode,
  type SchoolRow,
  stagesOfSchools,
} from '#app/features/schools/schools.queries.server.ts'
import type { Db, Tx } from '#db/tables.ts'
import { lockRow } from '#db/write.server.ts'
import { type TitleWayRefusal, whyNoAction } from './reevaluation-way.rule.ts'
import { noteOf, standingIn } from './review-title.server.ts'
import { insertTransfer } from './reviews.queries.server.ts'
import { onTitle } from './title-life.server.ts'
import { titleNoticesText as notices } from './title-notices.text.ts'
import { noticesTo, readersOf, titleReaders } from './title-readers.server.ts'
import { spokenOf } from './title-words.server.ts'
import { type TransferRefusal, whyNoTransfer } from './transfer.rule.ts'

export type TransferTitleRefusal =
  | 'not-found'
  | TitleWayRefusal
  | TransferRefusal
  | NonNullable<ReturnType<typeof whyNotGrounded>>
  | 'school-unknown'
  | 'not-yours-there'

export type TransferResult = { ok: true; successorId: string } | { ok: false; refusal: TransferTitleRefusal }

interface Actor {
  id: string | null
  name: string
}

/**
 * Hands the title of a school that closes on to the one that goes on with it, from a day to the same last day: a title of
 * its own there, and the old one ended on the eve. Both schools and their units are told.
 */
export async function transferTitle(
  db: Db,
  scope: Scope,
  by: Actor,
  input: {
    id: string
    code: string
    from: Day
    reason: string
    document: string
    today: Day
    now: string
  },
): Promise<TransferResult> {
  const { from, today, now } = input
  const grounds = { reason: input.reason.trim(), document: input.document.trim() }
  const result = await onTitle<TransferResult>(db, scope, input, async (tx, life) => {
    const { title } = life
    const refusal = whyNoAction(standingIn(life), 'transfer', life.standing) ?? whyNotGrounded(grounds)
    if (refusal !== null) return { ok: false, refusal }
    const found = await findSchoolByCode(tx, scope, input.code.trim(), today)
    if (found === undefined) return { ok: false, refusal: 'school-unknown' }
    await lockRow(tx, 'school', found.id)
    const to = (await findSchoolByCode(tx, scope, input.code.trim(), today)) ?? found
    if (!mayDesignate(scope, title.level, to)) return { ok: false, refusal: 'not-yours-there' }
    const unfit = await whyNotThere(tx, scope, title, to, input)
    if (unfit !== null) return { ok: false, refusal: unfit }
    const successorId = await handOn(tx, title, to, { ...grounds, from, by: by.name, now })
    await tell(tx, title, to, { ...grounds, from, successorId, now })
    const detail = { ...grounds, from, toSchool: to.id, successorId }
    await noteOf(tx, by, title, 'designation.transfer', detail)
    return { ok: true, successorId }
  })
  return result ?? { ok: false, refusal: 'not-found' }
}

/** Each side reads on at its own title; an office of both is told once. */
async function tell(
  tx: Tx,
  title: SchoolTitle,
  to: SchoolRow,
  given: { from: Day; reason: string; document: string; successorId: string; now: string },
): Promise<void> {
  const { successorId, now, ...rest } = given
  const readers = await titleReaders(tx)
  const here = readersOf(readers, title, ['school', 'unit'])
  const there = readersOf(readers, { schoolId: to.id, unitCode: to.unitCode }, ['school', 'unit'])
  const words = {
    key: `title-transfer ${title.id}`,
    ...notices.transferred,
    values: { ...(await spokenOf(tx, title)), ...rest, to: to.name },
  }
  const told = [
    ...noticesTo(here, { ...words, link: `/titles/${title.id}` }),
    ...noticesTo(
      there.filter(one => !here.includes(one)),
      { ...words, link: `/titles/${successorId}` },
    ),
  ]
  await notify(tx, told, now)
}

async function whyNotThere(
  tx: Tx,
  scope: Scope,
  title: SchoolTitle,
  to: SchoolRow,
  { from, today }: { from: Day; today: Day },
): Promise<TransferRefusal | null> {
  const eve = addDays(title.closedOn, -1)
  const closing = await stagesOfSchools(tx, scope, eve < today ? eve : today)
  const receiving = await stagesOfSchools(tx, scope, from > today ? from : today)
  const slot = slotOf({ ...title, schoolId: to.id })
  const titles = (await designationsOfSchools(tx, [to.id])).filter(one => slotOf(one) === slot)
  return whyNoTransfer(
    { ...title, stages: closing.get(title.schoolId) ?? [] },
    { ...to, stages: receiving.get(to.id) ?? [], titles },
    from,
  )
}

async function handOn(
  tx: Tx,
  title: SchoolTitle,
  to: SchoolRow,
  given: { from: Day; reason: string; document: string; by: string; now: string },
): Promise<string> {
  const { from, reason, document, by, now } = given
  const { level, sport, batch, certificate, validTo } = title
  const [successorId = ''] = await insertDesignations(
    tx,
    [
      {
        ...{ schoolId: to.id, level, sport, batch, certificate, validTo },
        document: title.document,
        validFrom: from,
      },
    ],
    now,
  )
  await endDesignation(tx, title.id, {
    ...{ validTo: addDays(from, -1), kind: 'TRANSFERRED', reason, document },
  })
  await insertTransfer(tx, { designationId: title.id, successorId, from, by, at: now })
  return successorId
}
