import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { holdsPersonalNumber } from '#app/features/coaching/personal-number.rule.ts'
import { findBatch } from '#app/features/designation/batches.queries.server.ts'
import { indicatorsOf } from '#app/features/designation/indicators.queries.server.ts'
import { findSchool } from '#app/features/schools/schools.queries.server.ts'
import { listSports } from '#app/features/sports/sports.queries.server.ts'
import type { Db, Tx } from '#db/tables.ts'
import { inTransaction, isUniqueViolation, lockRow } from '#db/write.server.ts'
import { type DraftProblemAt, type DraftTerms, type TitleDraft, wrongInDraft } from './self-score.rule.ts'
import { insertTitleApplication, replaceTitleDraft } from './title-application-writes.queries.server.ts'
import {
  findOwnTitleApplication,
  findTitleApplication,
  selfScoresOf,
  type TitleApplication,
} from './title-applications.queries.server.ts'
import { appendTitleStep } from './title-steps.queries.server.ts'
import { isInTime, isWritable } from './title-way.rule.ts'

interface Actor {
  id: string | null
  name: string
}

export type BeginRefusal = 'not-found' | 'not-allowed' | 'not-open' | 'applied-already' | 'school-not-open'

/** Begins the application of a school in a batch; one is all that it has there. */
export async function beginTitleApplication(
  db: Db,
  scope: Scope,
  by: Actor,
  { batchId, today, now }: { batchId: string; today: Day; now: string },
): Promise<{ ok: true; id: string } | { ok: false; refusal: BeginRefusal; id?: string }> {
  if (scope.kind !== 'school') return { ok: false, refusal: 'not-allowed' }
  const batch = await findBatch(db, batchId, { announcedOnly: true })
  if (batch === undefined) return { ok: false, refusal: 'not-found' }
  if (!isInTime({ ...batch, mendUntil: null }, now)) return { ok: false, refusal: 'not-open' }
  const { schoolId } = scope
  const school = await findSchool(db, scope, schoolId, today)
  if (school === undefined || school.closedOn <= today) return { ok: false, refusal: 'school-not-open' }
  try {
    return await inTransaction(db, async tx => {
      const id = await insertTitleApplication(tx, { batchId, schoolId, at: now })
      await appendTitleStep(tx, id, { from: '', to: 'DRAFT', action: 'begin', by, at: now })
      await recordAudit(tx, by, {
        ...{ action: 'title-application.begin', subjectKind: 'title-application', subjectId: id },
        ...{ unitCode: school.unitCode, schoolId, detail: { batch: batch.name } },
      })
      return { ok: true, id }
    })
  } catch (error) {
    // Two clicks race: the unique key, not a prior read, decides.
    if (!isUniqueViolation(error)) throw error
    const standing = await findOwnTitleApplication(db, scope, batchId, today)
    return { ok: false, refusal: 'applied-already', ...(standing && { id: standing.id }) }
  }
}

export type SaveDraftResult =
  | { ok: true; updatedAt: string }
  | { ok: false; refusal: 'not-found' | 'not-allowed' | 'not-writable' | 'changed-meanwhile' }
  | { ok: false; refusal: 'problems'; problems: DraftProblemAt[] }

/**
 * Keeps what a school has written so far, whatever is still missing; a value that nobody could mean is answered, and
 * then nothing is kept. `seenAt` is the draft that the writer had before them.
 */
export async function saveTitleDraft(
  db: Db,
  scope: Scope,
  by: Actor,
  input: { id: string; draft: TitleDraft; seenAt: string; today: Day; now: string },
): Promise<SaveDraftResult> {
  const { id, draft, seenAt, today, now } = input
  if (scope.kind !== 'school') return { ok: false, refusal: 'not-allowed' }
  return inTransaction(db, async tx => {
    await lockRow(tx, 'title_application', id)
    const standing = await findTitleApplication(tx, scope, id, today)
    if (standing === undefined) return { ok: false, refusal: 'not-found' }
    if (!isWritable(standing.state)) return { ok: false, refusal: 'not-writable' }
    if (standing.updatedAt !== seenAt) return { ok: false, refusal: 'changed-meanwhile' }
    const problems = wrongInDraft(draft, await draftTerms(tx, standing))
    if (problems.length > 0) return { ok: false, refusal: 'problems', problems }
    await writeTitleDraft(tx, id, draft, now)
    await recordAudit(tx, by, {
      ...{ action: 'title-application.save', subjectKind: 'title-application', subjectId: id },
      ...{ unitCode: standing.unitCode, schoolId: standing.schoolId },
      detail: {
        sports: [...draft.sports],
        points: draft.scores.map(({ code, points }) => ({ code, points })),
      },
    })
    return { ok: true, updatedAt: now }
  })
}

/** Writes a draft whole; the figures that the school was shown stay beside its points. */
export async function writeTitleDraft(tx: Tx, id: string, draft: TitleDraft, at: string): Promise<void> {
  const shown = await selfScoresOf(tx, id)
  const scores = draft.scores.map(entry => ({
    ...(shown.find(one => one.code === entry.code) ?? withoutFigure),
    ...entry,
    evidence: entry.evidence.trim(),
  }))
  await replaceTitleDraft(tx, id, { statement: draft.statement.trim(), sports: draft.sports, scores, at })
}

const withoutFigure = {
  figure: '',
  figureMissing: '',
  figureValue: null,
  figureOf: null,
  figureFrom: null,
  figureDay: null,
}

/** By what a draft of the application is judged. */
export async function draftTerms(
  db: Db | Tx,
  { setId, mostSports }: Pick<TitleApplication, 'setId' | 'mostSports'>,
): Promise<DraftTerms> {
  const sports = await listSports(db)
  return {
    mostSports,
    knownSports: new Set(sports.map(one => one.code)),
    indicators: await indicatorsOf(db, setId),
    holdsNumber: holdsPersonalNumber,
  }
}
