import type { Scope } from '#app/auth/scope.ts'
import { addDays, addYears, type Day } from '#app/calendar-day.ts'
import { remember } from '#app/features/audit/remember.server.ts'
import { ruleFor } from '#app/features/program/program.rule.ts'
import { listRules } from '#app/features/program/rules.queries.server.ts'
import { stagesOfSchools } from '#app/features/schools/schools.queries.server.ts'
import type { Db, Stage } from '#db/tables.ts'
import {
  type CountRule,
  countedOn,
  countRuleOn,
  holdsOn,
  leavingUntil,
  schoolsBy,
  schoolsOf,
  type TrajectoryPoint,
  trajectoryOf,
  type WhyHollow,
  whyHollow,
} from './count.rule.ts'
import { listCountRules, listTitles, type SchoolTitle } from './designations.queries.server.ts'
import { practiceKey, readPractice } from './read-practice.server.ts'

/** A title as it stands on the day. */
export interface StandingTitle extends SchoolTitle {
  /** Whether it holds: named, not run out, ended or suspended, and its school is open. */
  holds: boolean
  /** Whether it counts towards the target. */
  counts: boolean
  /** Empty for a title that lives, and for one that does not hold. */
  why: WhyHollow[]
}

/** How many schools, and how many of them live. */
interface Share {
  key: string
  schools: number
  living: number
}

export interface Progress {
  asOf: Day
  rule: CountRule
  /** The least days on which a sport must have been logged, and the days looked back upon. */
  living: { days: number; window: number }
  schools: number
  livingSchools: number
  byUnit: Share[]
  bySport: Share[]
  byStage: Share[]
  trajectory: TrajectoryPoint[]
  /** Titles whose schools leave the count within a year when nothing is renewed, the first to go first. */
  leaving: StandingTitle[]
  titles: StandingTitle[]
}

const monthsBack = 12
const monthsAhead = 24

/** The count to the target on a day, on paper and living, in the scope; null where no rule says what counts. */
export async function readProgress(db: Db, scope: Scope, asOf: Day): Promise<Progress | null> {
  return remember(db, `designations ${JSON.stringify([scope, asOf])}`, () => workOut(db, scope, asOf))
}

async function workOut(db: Db, scope: Scope, asOf: Day): Promise<Progress | null> {
  const rules = await listCountRules(db)
  const rule = countRuleOn(rules, asOf)
  if (rule === undefined) return null
  const program = ruleFor(await listRules(db), '', asOf)
  const living = { days: program?.livingDays ?? 0, window: program?.livingWindow ?? 0 }
  const all = await listTitles(db, scope, { asOf })
  const counting = new Set(countedOn(all, rule, asOf).map(title => title.id))
  const holding = all.filter(title => holdsOn(title, asOf))
  const practice = await readPractice(db, holding, { asOf, window: living.window })
  const least = { loggedDays: living.days, teamDays: rule.teamDays }
  const titles = all.map(title => {
    const done = practice.get(practiceKey(title))
    const why = done === undefined ? [] : whyHollow(done, least)
    return { ...title, holds: holdsOn(title, asOf), counts: counting.has(title.id), why }
  })
  const counted = titles.filter(title => title.counts)
  const alive = counted.filter(title => title.why.length === 0)
  const stages = await stagesOfSchools(db, scope, asOf)
  const sharesBy = (groupsOf: (title: StandingTitle) => readonly string[]): Share[] => {
    const lives = schoolsBy(alive, groupsOf)
    return [...schoolsBy(counted, groupsOf)]
      .map(([key, schools]) => ({ key, schools, living: lives.get(key) ?? 0 }))
      .sort((one, other) => (one.key < other.key ? -1 : 1))
  }
  return {
    asOf,
    rule,
    living,
    schools: schoolsOf(counted),
    livingSchools: schoolsOf(alive),
    byUnit: sharesBy(title => [title.countsUnitCode]),
    bySport: sharesBy(title => [title.sport]),
    byStage: inStageOrder(sharesBy(title => stages.get(title.schoolId) ?? [])),
    trajectory: trajectoryOf(all, rules, monthsAround(asOf)),
    leaving: leavingUntil(titles, rule, { from: asOf, until: addDays(addYears(asOf, 1), 1) }),
    titles,
  }
}

const stageOrder: readonly Stage[] = ['primary', 'junior', 'senior']

function inStageOrder(shares: readonly Share[]): Share[] {
  return stageOrder.flatMap(stage => shares.filter(share => share.key === stage))
}

/** The first days of the months around the day, and the day itself. */
function monthsAround(asOf: Day): Day[] {
  const month = Number(asOf.slice(0, 4)) * 12 + Number(asOf.slice(5, 7)) - 1
  const firstOf = (number: number) =>
    `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}-01`
  const months = Array.from({ length: monthsBack + monthsAhead + 1 }, (_, n) =>
    firstOf(month - monthsBack + n),
  )
  return [...new Set([...months, asOf])].sort()
}
