import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import type { Db } from '#db/tables.ts'
import { confirmsReports } from './decide-report.server.ts'
import { practiceNow } from './practice-now.server.ts'
import { actionsOn } from './reevaluation-way.rule.ts'
import { reportDue, reportWay, reportYears } from './report.rule.ts'
import { listReports, type TitleReport } from './reports.queries.server.ts'
import { standingIn } from './review-title.server.ts'
import { handoversOf } from './reviews.queries.server.ts'
import { titleLife } from './title-life.server.ts'

export type ReportState = TitleReport['state'] | 'missing' | 'late'

/** The life of a title after it was named: its reports year by year, its re-evaluations, and what is due. */
export async function readTitleLife(db: Db, scope: Scope, asked: { id: string; today: Day }) {
  const life = await titleLife(db, scope, asked)
  if (life === null) return null
  const { title, stage, review, reviews, standing, others } = life
  const { today } = asked
  const reports = await listReports(db, scope, { asOf: today, designationId: title.id })
  const confirms = await confirmsReports(db, scope, title)
  const open = reportYears(title, today)
  const years = [...new Set([...open, ...reports.map(one => one.year)])].sort((one, other) => other - one)
  const next = others
    .filter(one => one.validFrom > title.validFrom)
    .sort((one, other) => (one.validFrom < other.validFrom ? -1 : 1))[0]
  return {
    ...{ stage, review, reviews },
    actions: actionsOn(standingIn(life), standing),
    isSchool: standing === 'school',
    successor: next === undefined ? null : { id: next.id, validFrom: next.validFrom, validTo: next.validTo },
    handovers: await handoversOf(db, title.id, today),
    reports: years.map(year => {
      const report = reports.find(one => one.year === year)
      return {
        year,
        due: reportDue(year),
        state: stateOf(report, year, today),
        report: report === undefined || isHidden(report, scope) ? null : report,
        mayWrite:
          standing === 'school' &&
          open.includes(year) &&
          reportWay(report?.state ?? 'none', 'save', 'school').ok,
        mayDecide: confirms && report?.state === 'submitted',
      }
    }),
  }
}

function stateOf(report: TitleReport | undefined, year: number, today: Day): ReportState {
  if (report !== undefined) return report.state
  return today > reportDue(year) ? 'late' : 'missing'
}

/** What a school has not handed in is its own. */
function isHidden({ state }: TitleReport, scope: Scope): boolean {
  return state === 'draft' && scope.kind !== 'school'
}

/** One report with its title, as somebody of the scope may read, write or decide on it; null where there is none. */
export async function readReport(db: Db, scope: Scope, asked: { id: string; year: number; today: Day }) {
  const { id, year, today } = asked
  const life = await readTitleLife(db, scope, { id, today })
  const line = life?.reports.find(one => one.year === year)
  const title = (await titleLife(db, scope, { id, today }))?.title
  if (line === undefined || title === undefined) return null
  if (line.report === null && !line.mayWrite) return null
  const figures = line.report?.figures ?? null
  return {
    ...line,
    title: {
      id,
      schoolName: title.schoolName,
      sport: title.sport,
      level: title.level,
      validFrom: title.validFrom,
      validTo: title.validTo,
    },
    /** As kept when it was handed in, or as the logs say today. */
    figures: line.mayWrite || figures === null ? await practiceNow(db, title, today) : figures,
  }
}
