import { addDays, type Day, schoolYearOf } from '#app/calendar-day.ts'
import { newPassword } from '#app/features/accounts/password-hash.server.ts'
import { listKindSettings, listPolicies } from '#app/features/activity/policies.queries.server.ts'
import { listTerms, loadCalendar } from '#app/features/calendar/calendar.queries.server.ts'
import { type Calendar, schoolDaysOf } from '#app/features/calendar/calendar.rule.ts'
import { listSports } from '#app/features/sports/sports.queries.server.ts'
import { sampleExemption, samplePlacement } from '#db/samples.ts'
import type { Db } from '#db/tables.ts'
import { gatherStatistics, insertAll, inTransaction } from '#db/write.server.ts'
import { type DemoAccount, demoAccountRows, demoAccounts } from './accounts.ts'
import { insertAthlete } from './athlete.ts'
import { insertCandidates } from './candidates.ts'
import { demoClasses } from './classes.ts'
import { insertDesignations } from './designations.ts'
import { demoEntryChecks } from './entry-checks.ts'
import { insertEvents } from './events.ts'
import { type DemoExemption, demoExemptions } from './exemptions.ts'
import { demoHabits, demoSchoolOf, type Habit } from './habits.ts'
import { demoInstructors, insertInstructors } from './instructors.ts'
import { insertLogs, type LogsInput } from './logs.ts'
import { type DemoPlacement, demoPlacements } from './placements.ts'
import { insertPosts } from './posts.ts'
import { insertRegistry } from './registry.ts'
import { type DemoSchool, demoSchools } from './schools.ts'
import { missingTerms } from './terms.ts'
import { insertTimetables } from './timetables.ts'
import { insertTitleApplications } from './title-applications.ts'
import { insertVenues, publishVenues } from './venues.ts'
import { insertWords } from './words.ts'

const schoolsATransaction = 20
const filledTables = [
  'school',
  'school_profile',
  'school_stage',
  'school_class',
  'program_placement',
  'activity',
  'class_day',
  'school_day',
  'coach_post',
  'coach_post_school',
  'sport_day',
  'timetable_entry',
] as const

export interface DemoCity {
  accounts: readonly DemoAccount[]
  /** The one password of all accounts. */
  password: string
  counts: { schools: number; classes: number; placements: number; instructors: number; activities: number }
}

/**
 * Fills a migrated database without schools with the demo city: the same schools, classes and placements every time,
 * with logs of the last `schoolDays` before `today`. `log` gets a line for each step.
 */
export async function loadDemoCity(
  db: Db,
  options: { today: Day; log: (line: string) => void; password?: string; schoolDays?: number },
): Promise<DemoCity> {
  const { today, log, password = newPassword(), schoolDays = 30 } = options
  const calendar = await calendarUntil(db, today)
  const days = schoolDaysOf(calendar, { schoolId: '', unitCode: '' }, 'primary', calendar.from, today)
    .filter(day => day < today)
    .slice(-schoolDays)

  const schools = demoSchools(today)
  const classes = demoClasses(schools, today, {
    graduates: (days[0] ?? today) < `${schoolYearOf(today)}-09-01`,
  })
  const placements = demoPlacements(schools, today)
  const habits = demoHabits(schools)
  const instructors = demoInstructors(schools, placements, today)
  const exemptions = demoExemptions(schools, habits, days)
  const accounts = await demoAccountRows({
    schoolId: demoSchoolOf(schools).id,
    password,
    createdAt: `${addDays(today, -30)} 01:00:00.000`,
  })
  const sports = new Map((await listSports(db)).map(sport => [sport.code, sport.name]))
  await inTransaction(db, async tx => {
    await insertRegistry(tx, schools, classes, today)
    await insertAll(tx, 'program_placement', placements.map(placementRow))
    await insertDesignations(tx, schools, placements, today)
    await insertVenues(tx, schools, today)
    await insertWords(tx, schools, today)
    await insertEvents(tx, schools, today)
    await insertInstructors(tx, instructors, today)
    await insertAll(tx, 'entry_check', demoEntryChecks(instructors, today))
    await insertAll(tx, 'exemption', exemptions.map(exemptionRow))
    await insertAll(tx, 'account', accounts)
    const experts = accounts.filter(one => one.role === 'expert').map(one => one.id)
    const own = demoSchoolOf(schools)
    await insertTimetables(tx, { schools, classes, own, today })
    await insertTitleApplications(tx, { schools, placements, own, experts, today })
    await insertPosts(tx, { schools, placements, sports, own, today })
    await insertAthlete(tx, athleteOf(accounts), today)
  })
  await publishVenues(db, today)
  const applied = await insertCandidates(db, today, athleteOf(accounts).password_hash)
  log(
    `${schools.length} schools, ${classes.length} classes, ${placements.length} placements, ${instructors.length} instructors, ${applied} applications`,
  )

  const input: LogsInput = {
    today,
    calendar,
    schoolDays,
    classes: bySchool(classes),
    placements: bySchool(placements),
    exemptions,
    kinds: await listKindSettings(db),
    policies: await listPolicies(db),
  }
  const activities = await insertAllLogs(db, schools, habits, input, log)
  await gatherStatistics(db, filledTables)
  return {
    accounts: demoAccounts,
    password,
    counts: {
      schools: schools.length,
      classes: classes.length,
      placements: placements.length,
      instructors: instructors.length,
      activities,
    },
  }
}

function athleteOf<T extends { role: string }>(accounts: readonly T[]): T {
  const athlete = accounts.find(account => account.role === 'applicant')
  if (athlete === undefined) throw new Error('The demo city has no applicant')
  return athlete
}

/** The calendar of the months before today, with the terms that nobody has entered yet. */
async function calendarUntil(db: Db, today: Day): Promise<Calendar> {
  const terms = missingTerms(await listTerms(db), today)
  await insertAll(db, 'term', terms)
  return loadCalendar(db, { from: addDays(today, -250), to: today })
}

async function insertAllLogs(
  db: Db,
  schools: readonly DemoSchool[],
  habits: ReadonlyMap<string, Habit>,
  input: LogsInput,
  log: (line: string) => void,
): Promise<number> {
  const logging = schools.filter(school => habits.has(school.id))
  let activities = 0
  for (let start = 0; start < logging.length; start += schoolsATransaction) {
    const some = logging.slice(start, start + schoolsATransaction)
    activities += await inTransaction(db, async tx => {
      let count = 0
      for (const school of some) count += await insertLogs(tx, school, habits.get(school.id)!, input)
      return count
    })
    log(`${start + some.length} of ${logging.length} schools have logged ${activities} activities`)
  }
  return activities
}

function placementRow(one: DemoPlacement) {
  return samplePlacement({
    id: one.id,
    school_id: one.schoolId,
    sport_code: one.sport,
    stage: one.stage,
    role: one.role,
    valid_from: one.validFrom,
    valid_to: one.validTo,
    document: one.document,
  })
}

function exemptionRow(one: DemoExemption) {
  const isDecided = one.status !== 'requested'
  return sampleExemption({
    id: one.id,
    school_id: one.schoolId,
    grade: one.grade,
    first_day: one.firstDay,
    last_day: one.lastDay,
    reason: one.reason,
    note: one.note,
    status: one.status,
    decided_by: isDecided ? demoAccounts[1]!.name : null,
    decided_at: isDecided ? `${one.firstDay} 01:00:00.000` : null,
  })
}

function bySchool<T extends { schoolId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(row.schoolId)
    if (group === undefined) groups.set(row.schoolId, [row])
    else group.push(row)
  }
  return groups
}
