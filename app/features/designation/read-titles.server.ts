import type { z } from 'zod'
import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { remember } from '#app/features/audit/remember.server.ts'
import { listUnits } from '#app/features/regions/units.queries.server.ts'
import { listSports } from '#app/features/sports/sports.queries.server.ts'
import type { Locale } from '#app/i18n/text.ts'
import type { Db } from '#db/tables.ts'
import { mayDesignate } from './plan-designation.rule.ts'
import { type Progress, readProgress, type StandingTitle } from './read-progress.server.ts'
import type { TitleSearch } from './title-search.ts'
import { stateOf } from './title-state.rule.ts'
import type { TitleLine } from './titles-table.tsx'

export const titlesAPage = 50
/** Of the titles that run out so many stand on the page; the list shows all of them. */
const mostLeaving = 10

/** The names of units and sports in the reader's language. */
async function namesFor(db: Db, locale: Locale) {
  const named = ({ name, nameEn }: { name: string; nameEn: string }) => (locale === 'en' ? nameEn : name)
  const units = new Map((await listUnits(db)).map(unit => [unit.code, named(unit)]))
  const sports = new Map((await listSports(db)).map(sport => [sport.code, named(sport)]))
  return { units, sports }
}

interface TitlesAsked {
  asOf: Day
  search: z.infer<typeof TitleSearch>
  locale: Locale
}

/** The count with its tables, and a page of the titles that the search asks for; null where no rule says what counts. */
export async function readTitles(db: Db, scope: Scope, asked: TitlesAsked) {
  return remember(db, `titles ${JSON.stringify([scope, asked])}`, () => workOut(db, scope, asked))
}

async function workOut(db: Db, scope: Scope, asked: TitlesAsked) {
  const { asOf, search } = asked
  const progress = await readProgress(db, scope, asOf)
  if (progress === null) return null
  const names = await namesFor(db, asked.locale)
  const { units, sports } = names
  const line = (title: StandingTitle) => lineOf(title, asOf, names)
  const chosen = chosenOf(progress, search)
  const shares = (rows: Progress['byUnit'], names: ReadonlyMap<string, string>) =>
    rows.map(row => ({ ...row, name: names.get(row.key) ?? row.key }))
  return {
    ...{ rule: progress.rule, living: progress.living, trajectory: progress.trajectory },
    ...{ schools: progress.schools, livingSchools: progress.livingSchools, byStage: progress.byStage },
    byUnit: shares(progress.byUnit, units),
    bySport: shares(progress.bySport, sports),
    leaving: progress.leaving.slice(0, mostLeaving).map(line),
    leavingCount: progress.leaving.length,
    total: chosen.length,
    lines: chosen.slice((search.page - 1) * titlesAPage, search.page * titlesAPage).map(line),
    sports: shares(progress.bySport, sports).map(({ key, name }) => ({ code: key, name })),
  }
}

/** The titles that the search asks for, all of them; none where no rule says what counts. */
export async function titleLines(db: Db, scope: Scope, asked: TitlesAsked): Promise<TitleLine[]> {
  const { asOf, search, locale } = asked
  const progress = await readProgress(db, scope, asOf)
  if (progress === null) return []
  const names = await namesFor(db, locale)
  return chosenOf(progress, search).map(title => lineOf(title, asOf, names))
}

type Names = Awaited<ReturnType<typeof namesFor>>

function lineOf(title: StandingTitle, asOf: Day, { units, sports }: Names): TitleLine {
  const { id, schoolName, level, batch, document, validFrom, validTo } = title
  return {
    ...{ id, schoolName, level, batch, document, validFrom, validTo },
    why: title.counts ? title.why : [],
    unitName: units.get(title.countsUnitCode) ?? title.countsUnitCode,
    sportName: sports.get(title.sport) ?? title.sport,
    state: stateOf(title, asOf),
  }
}

function chosenOf(progress: Progress, search: z.infer<typeof TitleSearch>): StandingTitle[] {
  const among = search.which === 'leaving' ? progress.leaving : progress.titles
  return among.filter(
    title =>
      (search.which !== 'valid' || title.holds) &&
      (search.unit === undefined || search.unit === '' || title.countsUnitCode === search.unit) &&
      (search.sport === undefined || search.sport === '' || title.sport === search.sport) &&
      (search.level === undefined || title.level === search.level),
  )
}

const stepsWhere = {
  ended: [],
  closed: ['end'],
  suspended: ['end', 'resume'],
  running: ['end', 'suspend'],
} as const

/** One title with how it stands today and what somebody of the scope may decide about it; null outside the scope. */
export async function readTitle(db: Db, scope: Scope, asked: { id: string; asOf: Day; locale: Locale }) {
  const { id, asOf, locale } = asked
  const progress = await readProgress(db, scope, asOf)
  const title = progress?.titles.find(one => one.id === id)
  if (title === undefined) return null
  const line = lineOf(title, asOf, await namesFor(db, locale))
  const mayChange = mayDesignate(scope, title.level, title)
  const steps: readonly ('end' | 'suspend' | 'resume')[] = mayChange
    ? stepsWhere[whereOf(title, line.state)]
    : []
  return {
    line,
    certificate: title.certificate,
    end: title.endKind === '' ? null : { reason: title.endReason, document: title.endDocument },
    suspensions: title.suspensions,
    steps,
  }
}

function whereOf({ endKind }: StandingTitle, state: TitleLine['state']): keyof typeof stepsWhere {
  if (endKind !== '') return 'ended'
  return state === 'closed' || state === 'suspended' ? state : 'running'
}
