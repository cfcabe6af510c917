import type { Day } from '#app/calendar-day.ts'
import { type DayRange, isWithin, openRangeOf } from '#app/features/activity/class-roster.rule.ts'
import { approvedExemptionsOf } from '#app/features/activity/roster.queries.server.ts'
import { loadCalendar } from '#app/features/calendar/calendar.queries.server.ts'
import { dayKindOf, schoolDaysOf } from '#app/features/calendar/calendar.rule.ts'
import { complianceBySchool } from '#app/features/compliance/ask-compliance.server.ts'
import { type ClassDayFigures, sumOf } from '#app/features/compliance/compliance.rule.ts'
import { mayWork } from '#app/features/instructors/entry-check.rule.ts'
import { countInstructors } from '#app/features/instructors/instructors.queries.server.ts'
import { standingInstructors } from '#app/features/instructors/standing-instructors.server.ts'
import { explainCoverage } from '#app/features/program/explain-coverage.server.ts'
import { ruleFor, stages } from '#app/features/program/program.rule.ts'
import { listRules } from '#app/features/program/rules.queries.server.ts'
import { type ClassRow, listClasses } from '#app/features/schools/classes.queries.server.ts'
import { findSchool, type SchoolRow } from '#app/features/schools/schools.queries.server.ts'
import type { Db, Stage } from '#db/tables.ts'
import { type IndicatorFigure, indicatorFigures, type LiveFigure } from './indicator.rule.ts'
import { peLessonsOf } from './pe-lessons.rule.ts'
import { classSports, peLessonsLogged, sportDaysLogged } from './school-figures.queries.server.ts'
import {
  lastTwelveMonths,
  type MissingFigure,
  mayTrainOn,
  perMille,
  pupilsIn,
  type SchoolFigure,
  trainingRange,
  type WhyMissing,
  weeksOf,
} from './school-figures.rule.ts'

/** A figure without its name, or why it cannot be had. */
type Found = Omit<SchoolFigure, 'figure'> | WhyMissing

interface Asked {
  school: SchoolRow
  /** Every class that the school ever had, */
  classes: readonly ClassRow[]
  /** and how many pupils those of the day have. */
  pupils: ReadonlyMap<string, number>
  enrolled: number
  sports: readonly string[]
  /** The twelve months that end with the day. */
  year: DayRange
  asOf: Day
}

/**
 * Every live figure of a school that applies with the sports, as it is on the day, or why it cannot be had. Daily hour,
 * PE lessons and participation are of the last twelve months, team training of a term, the others of the day itself.
 */
export async function readSchoolFigures(
  db: Db,
  given: { schoolId: string; sports: readonly string[]; asOf: Day },
): Promise<Map<IndicatorFigure, SchoolFigure | MissingFigure>> {
  const asked = await askedOf(db, given)
  const found: Record<LiveFigure, Found> =
    asked === null ? allMissing : { ...(await figuresOfLogs(db, asked)), ...(await figuresOfDay(db, asked)) }
  const named = indicatorFigures.filter(figure => figure !== '')
  return new Map(
    named.map(figure => {
      const one = found[figure]
      return [figure, typeof one === 'string' ? { figure, missing: one } : { figure, ...one }] as const
    }),
  )
}

const allMissing: Record<LiveFigure, Found> = {
  daily_hour: 'no-school',
  pe_lessons: 'no-school',
  participation: 'no-school',
  team_days: 'no-school',
  coaches: 'no-school',
  placements: 'no-school',
}

async function askedOf(
  db: Db,
  { schoolId, sports, asOf }: { schoolId: string; sports: readonly string[]; asOf: Day },
): Promise<Asked | null> {
  const school = await findSchool(db, { kind: 'school', schoolId }, schoolId, asOf)
  if (school === undefined || asOf < school.openedOn || asOf >= school.closedOn) return null
  const classes = await listClasses(db, { kind: 'school', schoolId }, { asOf, schoolId, all: true })
  const ofDay = classes.filter(one => isWithin(openRangeOf(one, school), asOf))
  return {
    ...{ school, classes, sports: [...new Set(sports)], asOf },
    pupils: new Map(ofDay.map(one => [one.id, one.pupils])),
    enrolled: ofDay.reduce((sum, one) => sum + one.pupils, 0),
    year: lastTwelveMonths(asOf, school.openedOn),
  }
}

async function figuresOfLogs(db: Db, asked: Asked) {
  const { school, year } = asked
  const scope = { kind: 'school', schoolId: school.id } as const
  const schools = await complianceBySchool(db, scope, { ...year, schoolId: school.id })
  const classDays = sumOf(schools.map(one => one.classDays))
  const due = classDays.expected - classDays.exempt
  const why = whyNoLogs(classDays)
  return {
    daily_hour: why ?? { value: perMille(classDays.floorMet, due), of: due, ...daysOf(year) },
    pe_lessons: why ?? (await peLessons(db, asked)),
    participation: why ?? (await participation(db, asked)),
    team_days: why ?? (await teamDays(db, asked)),
  }
}

function whyNoLogs({ expected, exempt, reported }: ClassDayFigures): WhyMissing | null {
  if (expected <= exempt) return 'nothing-expected'
  return reported === 0 ? 'no-logs' : null
}

async function peLessons(db: Db, { school, classes, year }: Asked): Promise<Found> {
  const calendar = await loadCalendar(db, year)
  const place = { schoolId: school.id, unitCode: school.unitCode }
  const logged = await peLessonsLogged(db, { schoolId: school.id, ...year })
  const lessons = new Map(logged.map(one => [one.day + one.classId, one.lessons]))
  const { held, due } = peLessonsOf({
    ...{ classes, life: school },
    exemptions: await approvedExemptionsOf(db, school.id, year),
    schoolDays: ({ stage }) => schoolDaysOf(calendar, place, stage, year.from, year.to),
    heldOn: (classId, day) => lessons.get(day + classId) ?? 0,
  })
  if (due === 0) return 'nothing-expected'
  return { value: perMille(held, due), of: Math.ceil(due / 5), ...daysOf(year) }
}

async function participation(db: Db, { school, sports, pupils, enrolled, year }: Asked): Promise<Found> {
  if (sports.length === 0) return 'no-sports'
  if (enrolled === 0) return 'no-classes'
  const logged = (await classSports(db, { schoolId: school.id, sports, ...year })).filter(one =>
    pupils.has(one.classId),
  )
  if (logged.length === 0) return 'sport-not-logged'
  if (logged.every(one => !one.whole && one.most === null)) return 'participants-not-logged'
  const players = logged.reduce((sum, one) => sum + pupilsIn(one, pupils.get(one.classId) ?? 0), 0)
  return { value: perMille(players, enrolled), of: enrolled, ...daysOf(year) }
}

/** Of the sport that trains least, each by the stage whose team trains most, as for a title that is to live. */
async function teamDays(db: Db, { school, sports, asOf }: Asked): Promise<Found> {
  if (sports.length === 0) return 'no-sports'
  const { terms } = await loadCalendar(db, { from: asOf, to: asOf })
  const range = trainingRange(terms, asOf)
  if (range === null) return 'no-term'
  const calendar = await loadCalendar(db, range)
  const place = { schoolId: school.id, unitCode: school.unitCode }
  const weeks = weeksOf(stages.flatMap(stage => schoolDaysOf(calendar, place, stage, range.from, range.to)))
  if (weeks === 0) return 'no-term'
  const logged = await sportDaysLogged(db, { schoolId: school.id, sports, ...range })
  if (logged.length === 0) return 'sport-not-logged'
  const trained = logged.filter(
    one => one.hasTeam && mayTrainOn(dayKindOf(calendar, place, one.stage, one.day)),
  )
  const ofSport = sports.map(sport => mostOfAStage(trained.filter(one => one.sport === sport)))
  return { value: Math.min(...ofSport), of: weeks, ...daysOf(range) }
}

function mostOfAStage(days: readonly { stage: Stage }[]): number {
  return Math.max(...stages.map(stage => days.filter(one => one.stage === stage).length))
}

async function figuresOfDay(db: Db, asked: Asked) {
  return { coaches: await coaches(db, asked), placements: await placements(db, asked) }
}

/** PE teachers named for one of the sports and coaches placed for it, as far as they may work on the day. */
async function coaches(db: Db, { school, sports, enrolled, asOf }: Asked): Promise<Found> {
  if (sports.length === 0) return 'no-sports'
  if (enrolled === 0) return 'no-classes'
  const scope = { kind: 'school', schoolId: school.id } as const
  const registered = await countInstructors(db, scope, { asOf, inForceOnly: true, schoolId: school.id })
  if (registered === 0) return 'nobody-registered'
  const standing = await standingInstructors(db, { asOf, units: [school.countsUnitCode] })
  const here = standing.filter(one => one.schoolId === school.id && sports.includes(one.sport))
  const fit = new Set(here.filter(one => mayWork(one.kind, one.check)).map(one => one.instructorId))
  return { value: fit.size, of: enrolled, from: asOf, asOf }
}

async function placements(db: Db, { school, sports, asOf }: Asked): Promise<Found> {
  if (sports.length === 0) return 'no-sports'
  const unitCode = school.countsUnitCode
  if (ruleFor(await listRules(db), unitCode, asOf) === null) return 'no-rule'
  const sum = { living: 0, due: 0 }
  for (const sport of sports) {
    const asked = { asOf, unitCode, sport, seesChecks: false }
    const explained = await explainCoverage(db, { kind: 'city' }, asked)
    const lives = (explained?.placements ?? []).flatMap(one =>
      one.schoolId === school.id && one.life !== null ? [one.life.lives] : [],
    )
    sum.living += lives.filter(Boolean).length
    sum.due += Math.max(1, lives.length)
  }
  return { value: sum.living, of: sum.due, from: asOf, asOf }
}

function daysOf({ from, to }: DayRange): { from: Day; asOf: Day } {
  return { from, asOf: to }
}
