import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { profileOn, visibleSchool } from '#app/features/schools/schools.queries.server.ts'
import type { Db, TitleReportState, Tx } from '#db/tables.ts'
import { insertAll, newId } from '#db/write.server.ts'
import type { ReportWords } from './report.rule.ts'

export interface Figures {
  loggedDays: number
  teamDays: number
  window: number
  on: Day
}

export interface TitleReport extends ReportWords {
  id: string
  designationId: string
  year: number
  state: TitleReportState
  /** What the logs said when it was handed in; null before. */
  figures: Figures | null
  submittedAt: string | null
  submittedBy: string
  decidedAt: string | null
  decidedBy: string
  opinion: string
  updatedAt: string
}

/** The reports of one title, or of a school year, of the scope's schools; the newest year first. */
export async function listReports(
  db: Db,
  scope: Scope,
  asked: { asOf: Day; designationId?: string; year?: number },
): Promise<TitleReport[]> {
  const { asOf, designationId, year } = asked
  const rows = await db
    .selectFrom('title_report as r')
    .innerJoin('designation as d', 'd.id', 'r.designation_id')
    .innerJoin('school_profile as p', 'p.school_id', 'd.school_id')
    .where(profileOn(asOf))
    .where(visibleSchool(scope))
    .$if(designationId !== undefined, q => q.where('r.designation_id', '=', designationId ?? ''))
    .$if(year !== undefined, q => q.where('r.school_year', '=', year ?? 0))
    .select([
      'r.id as id',
      'r.designation_id as designationId',
      'r.school_year as year',
      'r.state as state',
      'r.training as training',
      'r.competitions as competitions',
      'r.participation as participation',
      'r.problems as problems',
      'r.plan as plan',
      'r.logged_days as loggedDays',
      'r.team_days as teamDays',
      'r.figure_window as window',
      'r.figures_on as figuresOn',
      'r.submitted_at as submittedAt',
      'r.submitted_by as submittedBy',
      'r.decided_at as decidedAt',
      'r.decided_by as decidedBy',
      'r.opinion as opinion',
      'r.updated_at as updatedAt',
    ])
    .orderBy('r.school_year', 'desc')
    .orderBy('r.designation_id')
    .execute()
  return rows.map(({ loggedDays, teamDays, window, figuresOn: on, ...row }) => ({
    ...row,
    figures:
      loggedDays === null || teamDays === null || window === null || on === null
        ? null
        : { loggedDays, teamDays, window, on },
  }))
}

/** Throws a unique violation when the title has a report of the year. */
export async function insertReport(
  tx: Tx,
  given: { designationId: string; year: number; words: ReportWords; at: string },
): Promise<string> {
  const id = newId()
  await insertAll(tx, 'title_report', [
    {
      id,
      designation_id: given.designationId,
      school_year: given.year,
      state: 'draft',
      ...given.words,
      logged_days: null,
      team_days: null,
      figure_window: null,
      figures_on: null,
      submitted_at: null,
      submitted_by: '',
      decided_at: null,
      decided_by: '',
      opinion: '',
      updated_at: given.at,
    },
  ])
  return id
}

export async function rewriteReport(tx: Tx, id: string, words: ReportWords, at: string): Promise<void> {
  await tx
    .updateTable('title_report')
    .set({ ...words, updated_at: at })
    .where('id', '=', id)
    .execute()
}

export async function submitReport(
  tx: Tx,
  id: string,
  given: { figures: Figures; by: string; at: string },
): Promise<void> {
  const { figures, by, at } = given
  await tx
    .updateTable('title_report')
    .set({
      state: 'submitted',
      logged_days: figures.loggedDays,
      team_days: figures.teamDays,
      figure_window: figures.window,
      figures_on: figures.on,
      submitted_at: at,
      submitted_by: by,
      updated_at: at,
    })
    .where('id', '=', id)
    .execute()
}

export async function decideOnReport(
  tx: Tx,
  id: string,
  given: { state: TitleReportState; opinion: string; by: string; at: string },
): Promise<void> {
  const { state, opinion, by, at } = given
  await tx
    .updateTable('title_report')
    .set({ state, opinion, decided_at: at, decided_by: by, updated_at: at })
    .where('id', '=', id)
    .execute()
}
