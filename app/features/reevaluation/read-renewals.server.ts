import type { z } from 'zod'
import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { remember } from '#app/features/audit/remember.server.ts'
import { listTitles, type SchoolTitle } from '#app/features/designation/designations.queries.server.ts'
import { slotOf } from '#app/features/designation/plan-designation.rule.ts'
import { listUnits } from '#app/features/regions/units.queries.server.ts'
import { listSports } from '#app/features/sports/sports.queries.server.ts'
import { groupBy } from '#app/group-by.ts'
import type { Locale } from '#app/i18n/text.ts'
import type { Db } from '#db/tables.ts'
import { actionsOn, standingOf } from './reevaluation-way.rule.ts'
import type { RenewalSearch } from './renewal-search.ts'
import { owesReport, reportDue, reportYearOn } from './report.rule.ts'
import { listReports, type TitleReport } from './reports.queries.server.ts'
import { standingIn } from './review-title.server.ts'
import { listReviews, type TitleReview } from './reviews.queries.server.ts'
import { dueStages, type TitleStage } from './title-life.rule.ts'
import { standOf } from './title-life.server.ts'

/** Where all kinds stand on one page, so many lines of each; one kind alone by pages. */
const mostOfEach = 10
export const renewalsAPage = 50

/** A title about which somebody has to do something. */
interface DueTitle {
  title: SchoolTitle
  stage: TitleStage
  review: TitleReview | null
  report: TitleReport | undefined
}

/** What is due about the titles of the scope on a day, by what is to be done. */
export async function dueTitles(db: Db, scope: Scope, today: Day) {
  const titles = await listTitles(db, scope, { asOf: today })
  const reviews = groupBy(await listReviews(db, scope, { asOf: today }), one => one.designationId)
  const year = reportYearOn(today)
  const reports = new Map(
    (await listReports(db, scope, { asOf: today, year })).map(one => [one.designationId, one]),
  )
  const slots = groupBy(titles, slotOf)
  const all: DueTitle[] = titles.map(title => {
    const others = (slots.get(slotOf(title)) ?? []).filter(one => one.id !== title.id)
    const stand = standOf(title, others, reviews.get(title.id) ?? [], today)
    return { title, ...stand, report: reports.get(title.id) }
  })
  const byEnd = (one: DueTitle, other: DueTitle) => (one.title.validTo < other.title.validTo ? -1 : 1)
  return {
    year,
    reportsDue: reportDue(year),
    /** Schools to be decided on: transfer or end. */
    schools: all.filter(one => one.stage === 'ORPHANED').sort(byEnd),
    renewals: all.filter(one => dueStages.includes(one.stage)).sort(byEnd),
    /** Not handed in, or to be handed in again. */
    reports: all.filter(
      one =>
        owesReport(one.title, year) && !['submitted', 'confirmed'].includes(one.report?.state ?? 'draft'),
    ),
    /** Handed in, and waiting for the unit. */
    waiting: all.filter(one => one.report?.state === 'submitted'),
  }
}

export type DueKind = Exclude<z.infer<typeof RenewalSearch>['which'], 'all'>
const kinds: readonly DueKind[] = ['schools', 'renewals', 'reports', 'waiting']

interface Asked {
  today: Day
  search: z.infer<typeof RenewalSearch>
  locale: Locale
  /** Every line instead of a page of them. */
  isWhole?: boolean
}

/** What is due, with how much of it there is; the lines of each kind, or a page of the one that is asked for. */
export async function readRenewals(db: Db, scope: Scope, asked: Asked) {
  return remember(db, `renewals ${JSON.stringify([scope, asked])}`, () => workOut(db, scope, asked))
}

async function workOut(db: Db, scope: Scope, { today, search, locale, isWhole = false }: Asked) {
  const due = await dueTitles(db, scope, today)
  const named = ({ name, nameEn }: { name: string; nameEn: string }) => (locale === 'en' ? nameEn : name)
  const allUnits = await listUnits(db)
  const direct = new Set(allUnits.filter(unit => unit.kind === 'city_direct').map(unit => unit.code))
  const units = new Map(allUnits.map(unit => [unit.code, named(unit)]))
  const sports = new Map((await listSports(db)).map(sport => [sport.code, named(sport)]))
  const lineOf = ({ title, stage, review, report }: DueTitle) => ({
    ...{ id: title.id, schoolName: title.schoolName, level: title.level, validTo: title.validTo },
    unitName: units.get(title.countsUnitCode) ?? title.countsUnitCode,
    sportName: sports.get(title.sport) ?? title.sport,
    ...{ closedOn: title.closedOn, stage, isReviewed: review !== null },
    mayConfirm:
      scope.kind === 'unit'
        ? scope.unitCode === title.unitCode
        : scope.kind === 'city' && direct.has(title.unitCode),
    reportState: report?.state ?? ('none' as const),
    actions: actionsOn(standingIn({ stage, review }), standingOf(scope, title)),
  })
  const isChosen = ({ title }: DueTitle) =>
    search.unit === undefined || search.unit === '' || title.countsUnitCode === search.unit
  const shown = kinds.filter(kind => search.which === 'all' || search.which === kind)
  return {
    year: due.year,
    reportsDue: due.reportsDue,
    counts: countsOf(due, isChosen),
    units: [...units].map(([code, name]) => ({ code, name })),
    lists: shown.map(kind => {
      const lines = due[kind].filter(isChosen)
      const from = search.which === 'all' ? 0 : (search.page - 1) * renewalsAPage
      const most = search.which === 'all' ? mostOfEach : renewalsAPage
      const shown = isWhole ? lines : lines.slice(from, from + most)
      return { kind, total: lines.length, lines: shown.map(lineOf) }
    }),
  }
}

function countsOf(
  due: Awaited<ReturnType<typeof dueTitles>>,
  isChosen: (one: DueTitle) => boolean,
): Record<DueKind, number> {
  return {
    schools: due.schools.filter(isChosen).length,
    renewals: due.renewals.filter(isChosen).length,
    reports: due.reports.filter(isChosen).length,
    waiting: due.waiting.filter(isChosen).length,
  }
}

/** How much is due in the scope, for its home page. */
export async function countDue(db: Db, scope: Scope, today: Day): Promise<Record<DueKind, number>> {
  return remember(db, `titles due ${JSON.stringify([scope, today])}`, async () =>
    countsOf(await dueTitles(db, scope, today), () => true),
  )
}

/** The titles of a school that are in force, or to come: whoever closes it is told of them. */
export async function titlesAtStake(
  db: Db,
  scope: Scope,
  { schoolId, today, locale }: { schoolId: string; today: Day; locale: Locale },
) {
  const titles = await listTitles(db, scope, { asOf: today, schoolId })
  const sports = new Map((await listSports(db)).map(sport => [sport.code, sport]))
  return titles
    .filter(one => one.endKind === '' && one.validTo >= today)
    .map(({ id, level, sport, validTo }) => {
      const named = sports.get(sport)
      return { id, level, validTo, sportName: (locale === 'en' ? named?.nameEn : named?.name) ?? sport }
    })
}
