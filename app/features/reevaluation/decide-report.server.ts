import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { holdsPersonalNumber } from '#app/features/coaching/personal-number.rule.ts'
import { notify } from '#app/features/notices/notify.server.ts'
import { findUnit } from '#app/features/regions/units.queries.server.ts'
import type { Db } from '#db/tables.ts'
import { reportWay } from './report.rule.ts'
import { decideOnReport, listReports } from './reports.queries.server.ts'
import { onTitle } from './title-life.server.ts'
import { titleNoticesText as notices } from './title-notices.text.ts'
import { noticesTo, readersOf, titleReaders } from './title-readers.server.ts'
import { schoolYearText, spokenOf } from './title-words.server.ts'

export type DecideReportRefusal =
  | 'not-found'
  | 'not-allowed'
  | 'decided-already'
  | 'changed-meanwhile'
  | 'opinion-needed'
  | 'holds-number'

export type DecideReportResult = { ok: true } | { ok: false; refusal: DecideReportRefusal }

/** Whether somebody of the scope confirms a school's reports: its unit, or the city where the city is the unit. */
export async function confirmsReports(db: Db, scope: Scope, school: { unitCode: string }): Promise<boolean> {
  if (scope.kind === 'unit') return scope.unitCode === school.unitCode
  return scope.kind === 'city' && (await findUnit(db, school.unitCode))?.kind === 'city_direct'
}

/** Confirms a report with an opinion, or returns it with the reason; either way the school is told. */
export async function decideReport(
  db: Db,
  scope: Scope,
  by: { id: string | null; name: string },
  input: {
    id: string
    year: number
    decision: 'confirm' | 'return'
    opinion: string
    /** That of the report as it was read. */
    updatedAt: string
    today: Day
    now: string
  },
): Promise<DecideReportResult> {
  const { year, decision, today, now } = input
  const opinion = input.opinion.trim()
  const result = await onTitle<DecideReportResult>(db, scope, input, async (tx, { title }) => {
    const [report] = await listReports(tx, scope, { asOf: today, designationId: title.id, year })
    if (report === undefined) return { ok: false, refusal: 'not-found' }
    const standing = (await confirmsReports(tx, scope, title)) ? 'confirmer' : 'none'
    const way = reportWay(report.state, decision, standing)
    if (!way.ok)
      return { ok: false, refusal: way.refusal === 'not-allowed' ? way.refusal : 'decided-already' }
    if (report.updatedAt !== input.updatedAt) return { ok: false, refusal: 'changed-meanwhile' }
    if (opinion === '') return { ok: false, refusal: 'opinion-needed' }
    if (holdsPersonalNumber(opinion)) return { ok: false, refusal: 'holds-number' }
    await decideOnReport(tx, report.id, { state: way.to, opinion, by: by.name, at: now })
    const told = noticesTo(readersOf(await titleReaders(tx), title, ['school']), {
      key: `title-report ${report.id} ${now}`,
      ...(decision === 'confirm' ? notices.reportConfirmed : notices.reportReturned),
      values: { ...(await spokenOf(tx, title)), year: schoolYearText(year), opinion },
      link: `/titles/${title.id}/reports/${year}`,
    })
    await notify(tx, told, now)
    await recordAudit(tx, by, {
      action: `title-report.${decision}`,
      subjectKind: 'designation',
      subjectId: title.id,
      unitCode: title.unitCode,
      schoolId: title.schoolId,
      detail: { year, opinion },
    })
    return { ok: true }
  })
  return result ?? { ok: false, refusal: 'not-found' }
}
