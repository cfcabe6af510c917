import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Indicator } from '#app/features/designation/indicator.rule.ts'
import { indicatorsOf } from '#app/features/designation/indicators.queries.server.ts'
import { readSchoolFigures } from '#app/features/designation/read-school-figures.server.ts'
import { suggestedPoints } from '#app/features/designation/school-figures.rule.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction, lockRow } from '#db/write.server.ts'
import { replaceSelfScores } from './title-application-writes.queries.server.ts'
import { findTitleApplication, type SelfScore, selfScoresOf } from './title-applications.queries.server.ts'
import { isWritable } from './title-way.rule.ts'

export type RefreshRefusal = 'not-found' | 'not-allowed' | 'not-writable'

/**
 * Puts the live figures of the day beside the school's points, and fills in what they suggest where it has given none;
 * what it has entered stays as it is.
 */
export async function refreshFigures(
  db: Db,
  scope: Scope,
  by: { id: string | null; name: string },
  { id, today }: { id: string; today: Day },
): Promise<{ ok: true } | { ok: false; refusal: RefreshRefusal }> {
  if (scope.kind !== 'school') return { ok: false, refusal: 'not-allowed' }
  return inTransaction(db, async tx => {
    await lockRow(tx, 'title_application', id)
    const standing = await findTitleApplication(tx, scope, id, today)
    if (standing === undefined) return { ok: false, refusal: 'not-found' }
    if (!isWritable(standing.state)) return { ok: false, refusal: 'not-writable' }
    const { schoolId, sports } = standing
    const figures = await readSchoolFigures(tx, { schoolId, sports, asOf: today })
    const before = await selfScoresOf(tx, id)
    const scores = (await indicatorsOf(tx, standing.setId)).map(indicator =>
      withFigure(
        indicator,
        before.find(one => one.code === indicator.code),
        figures,
        today,
      ),
    )
    await replaceSelfScores(tx, id, scores)
    await recordAudit(tx, by, {
      ...{ action: 'title-application.figures', subjectKind: 'title-application', subjectId: id },
      ...{ unitCode: standing.unitCode, schoolId },
      detail: {
        day: today,
        figures: scores
          .filter(one => one.figure !== '')
          .map(({ code, figureValue, figureOf }) => ({ code, value: figureValue, of: figureOf })),
      },
    })
    return { ok: true }
  })
}

function withFigure(
  { code, kind, most, figure: name }: Indicator,
  before: SelfScore | undefined,
  figures: Awaited<ReturnType<typeof readSchoolFigures>>,
  today: Day,
): SelfScore {
  const entered = { code, points: before?.points ?? null, evidence: before?.evidence ?? '' }
  const none = { figureMissing: '', figureValue: null, figureOf: null, figureFrom: null, figureDay: null }
  const found = figures.get(name)
  if (found === undefined) return { ...entered, ...none, figure: '' }
  if ('missing' in found)
    return { ...entered, ...none, figure: name, figureMissing: found.missing, figureDay: today }
  const isPrefilled = kind === 'score' && entered.points === null
  return {
    ...entered,
    ...(isPrefilled && { points: suggestedPoints(found, most) }),
    ...{ figure: name, figureMissing: '', figureValue: found.value, figureOf: found.of },
    ...{ figureFrom: found.from, figureDay: found.asOf },
  }
}
