import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { listTerms } from '#app/features/calendar/calendar.queries.server.ts'
import { listSchools } from '#app/features/schools/schools.queries.server.ts'
import { findSport, listSports } from '#app/features/sports/sports.queries.server.ts'
import type { Locale } from '#app/i18n/text.ts'
import type { Db } from '#db/tables.ts'
import type { WorkJudgement } from './coach-placement.rule.ts'
import { type CoachPlacementRow, listCoachPlacements } from './coach-work.queries.server.ts'
import type { ToldWork } from './coach-work.text.ts'
import { mayWork } from './entry-check.rule.ts'
import { evaluationState, workedDays } from './evaluation.rule.ts'
import { evaluationsOf, loggedWork } from './evaluations.queries.server.ts'
import { mayKeep } from './instructor-permission.rule.ts'
import {
  contractsOfPerson,
  findInstructor,
  type InstructorFilter,
  type InstructorRow,
  listInstructors,
} from './instructors.queries.server.ts'
import { checkStatesOf } from './standing-instructors.server.ts'
import { trainingsOfPerson } from './trainings.queries.server.ts'
import { mostHours } from './work-under-contract.rule.ts'

export type InstructorState = 'working' | 'suspended' | 'ended' | 'later'

/** The register's rows with the hours placed and how each stands on the day. */
export async function readRegister(db: Db, scope: Scope, filter: InstructorFilter) {
  const rows = await listInstructors(db, scope, filter)
  const ids = rows.map(row => row.id)
  const work = await listCoachPlacements(db, scope, { asOf: filter.asOf, instructorIds: ids })
  const states = await statesOn(db, rows, filter.asOf)
  return rows.map(row => ({
    ...row,
    state: states.get(row.id) ?? 'working',
    hoursPlaced: mostHours(
      work.filter(one => one.instructorId === row.id && one.validTo >= filter.asOf),
      filter.asOf,
    ),
  }))
}

/** Somebody's contracts, work, training and evaluations, as far as the scope sees them; null where it does not. */
export async function readInstructor(db: Db, scope: Scope, asked: { id: string; today: Day }) {
  const { id, today } = asked
  const instructor = await findInstructor(db, scope, id, today)
  if (instructor === undefined) return null
  const contracts = await contractsOfPerson(db, scope, instructor.personId, today)
  const work = await listCoachPlacements(db, scope, {
    asOf: today,
    instructorIds: contracts.map(one => one.id),
  })
  const renewed = new Set(work.map(one => one.renews))
  const states = await statesOn(db, [instructor], today)
  const evaluations = await evaluationsOf(
    db,
    work.map(one => one.id),
  )
  return {
    instructor: { ...instructor, state: states.get(id) ?? 'working' },
    contracts,
    work: work.map(one => ({ ...one, isRenewed: renewed.has(one.id) })),
    trainings: await trainingsOfPerson(db, instructor.personId),
    evaluations: evaluations.flatMap(one => {
      const of = work.find(each => each.id === one.placementId)
      return of === undefined ? [] : [{ ...one, schoolName: of.schoolName, sport: of.sport }]
    }),
    isKept: mayKeep(scope, instructor),
  }
}

/** One placement with its coach, for whoever renews, ends or evaluates it; null outside the scope. */
export async function readCoachPlacement(
  db: Db,
  scope: Scope,
  asked: { id: string; today: Day; locale: Locale },
) {
  const [placement] = await listCoachPlacements(db, scope, { asOf: asked.today, id: asked.id })
  if (placement === undefined) return null
  const instructor = await findInstructor(db, scope, placement.instructorId, asked.today)
  if (instructor === undefined) return null
  const sport = await findSport(db, placement.sport)
  const sportName = (asked.locale === 'en' ? sport?.nameEn : sport?.name) ?? placement.sport
  return { placement, instructor, sportName, isKept: mayKeep(scope, instructor) }
}

/** The terms for which a placement may be evaluated by the day and has not been, each with what the logs say. */
export async function termsToEvaluate(db: Db, placement: CoachPlacementRow, today: Day) {
  const done = new Set((await evaluationsOf(db, [placement.id])).map(one => one.termId))
  const open = (await listTerms(db))
    .filter(term => !done.has(term.id) && evaluationState(term, placement, today) === 'open')
    .reverse()
  return Promise.all(
    open.map(async term => {
      const { validFrom: from, validTo: to } = workedDays(term, placement) ?? placement
      return { id: term.id, logged: { from, to, ...(await loggedWork(db, { ...placement, from, to })) } }
    }),
  )
}

/** What forms offer for choosing: the open schools of the scope, and the sports. */
export async function instructorOptions(db: Db, scope: Scope, asked: { today: Day; locale: Locale }) {
  const schools = await listSchools(db, scope, { asOf: asked.today, openOnly: true })
  const sports = await listSports(db)
  return {
    schools: schools.flatMap(({ code, name }) => (code === null ? [] : [{ code, name }])),
    sports: sports.map(({ code, name, nameEn }) => ({ code, name: asked.locale === 'en' ? nameEn : name })),
  }
}

/** A judgement with the other schools by name, as far as the scope sees them. */
export async function tellJudgement(
  db: Db,
  scope: Scope,
  judged: WorkJudgement,
  today: Day,
): Promise<{ refusals: ToldWork[]; warnings: ToldWork[] }> {
  const names = new Map((await listSchools(db, scope, { asOf: today })).map(one => [one.id, one.name]))
  const tell = (one: WorkJudgement['refusals'][number] | WorkJudgement['warnings'][number]): ToldWork =>
    'schoolId' in one ? { ...one, schoolId: '', school: names.get(one.schoolId) ?? null } : one
  return { refusals: judged.refusals.map(tell), warnings: judged.warnings.map(tell) }
}

async function statesOn(
  db: Db,
  rows: readonly InstructorRow[],
  day: Day,
): Promise<Map<string, InstructorState>> {
  const persons = [...new Set(rows.map(row => row.personId))]
  const checks = await checkStatesOf(db, persons, day)
  const stateOf = (row: InstructorRow): InstructorState => {
    if (day < row.validFrom) return 'later'
    if (day > row.validTo) return 'ended'
    return mayWork(row.kind, checks.get(row.personId) ?? { state: 'none' }) ? 'working' : 'suspended'
  }
  return new Map(rows.map(row => [row.id, stateOf(row)]))
}
