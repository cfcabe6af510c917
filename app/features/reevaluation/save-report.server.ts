import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { SchoolTitle } from '#app/features/designation/designations.queries.server.ts'
import { notify } from '#app/features/notices/notify.server.ts'
import type { Db, Tx } from '#db/tables.ts'
import { practiceNow } from './practice-now.server.ts'
import {
  type ReportPart,
  type ReportRefusal,
  type ReportWords,
  reportParts,
  reportProblems,
  reportWay,
  reportYears,
} from './report.rule.ts'
import { insertReport, listReports, rewriteReport, submitReport } from './reports.queries.server.ts'
import { onTitle } from './title-life.server.ts'
import { titleNoticesText as notices } from './title-notices.text.ts'
import { noticesTo, readersOf, titleReaders } from './title-readers.server.ts'
import { schoolYearText, spokenOf } from './title-words.server.ts'

export type SaveReportRefusal = 'not-found' | 'not-allowed' | 'not-open' | 'locked' | 'changed-meanwhile'
export type SaveReportResult =
  | { ok: true }
  | { ok: false; refusal: SaveReportRefusal }
  | { ok: false; refusal: 'problems'; problems: Partial<Record<ReportPart, ReportRefusal>> }

interface Actor {
  id: string | null
  name: string
}

/**
 * Keeps a school's report on its title for a school year, as a draft, or hands it in: then it is locked, with what the
 * logs say on the day. `updatedAt` is that of the report as it was read, '' where there was none.
 */
export async function saveReport(
  db: Db,
  scope: Scope,
  by: Actor,
  input: {
    id: string
    year: number
    words: ReportWords
    intent: 'save' | 'submit'
    updatedAt: string
    today: Day
    now: string
  },
): Promise<SaveReportResult> {
  const { year, intent, today, now } = input
  const words = trimmed(input.words)
  const result = await onTitle<SaveReportResult>(db, scope, input, async (tx, { title }) => {
    const standing = scope.kind === 'school' && scope.schoolId === title.schoolId ? 'school' : 'none'
    const asked = { asOf: today, designationId: title.id, year }
    const [report] = await listReports(tx, scope, asked)
    const way = reportWay(report?.state ?? 'none', intent, standing)
    if (!way.ok) return { ok: false, refusal: way.refusal === 'not-allowed' ? way.refusal : 'locked' }
    if (!reportYears(title, today).includes(year)) return { ok: false, refusal: 'not-open' }
    if ((report?.updatedAt ?? '') !== input.updatedAt) return { ok: false, refusal: 'changed-meanwhile' }
    const problems = reportProblems(words, intent === 'save')
    if (Object.keys(problems).length > 0) return { ok: false, refusal: 'problems', problems }
    const of = { designationId: title.id, year, words, at: now }
    const reportId = report?.id ?? (await insertReport(tx, of))
    if (report !== undefined) await rewriteReport(tx, reportId, words, now)
    if (intent === 'submit') await handIn(tx, title, { reportId, year, by: by.name, today, now })
    await recordAudit(tx, by, {
      action: intent === 'save' ? 'title-report.save' : 'title-report.submit',
      subjectKind: 'designation',
      subjectId: title.id,
      unitCode: title.unitCode,
      schoolId: title.schoolId,
      detail: { year, ...words },
    })
    return { ok: true }
  })
  return result ?? { ok: false, refusal: 'not-found' }
}

function trimmed(words: ReportWords): ReportWords {
  return Object.fromEntries(reportParts.map(part => [part, words[part].trim()])) as ReportWords
}

async function handIn(
  tx: Tx,
  title: SchoolTitle,
  given: { reportId: string; year: number; by: string; today: Day; now: string },
): Promise<void> {
  const { reportId, year, by, today, now } = given
  await submitReport(tx, reportId, { figures: await practiceNow(tx, title, today), by, at: now })
  const told = noticesTo(readersOf(await titleReaders(tx), title, ['unit']), {
    key: `title-report ${reportId} ${now}`,
    ...notices.reportSubmitted,
    values: { ...(await spokenOf(tx, title)), year: schoolYearText(year) },
    link: `/titles/${title.id}/reports/${year}/decide`,
  })
  await notify(tx, told, now)
}
