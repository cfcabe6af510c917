import type { Day } from '#app/calendar-day.ts'
import { practiceKey, readPractice } from '#app/features/designation/read-practice.server.ts'
import { ruleFor } from '#app/features/program/program.rule.ts'
import { listRules } from '#app/features/program/rules.queries.server.ts'
import type { Db } from '#db/tables.ts'
import type { Figures } from './reports.queries.server.ts'

/** What the logs say on a day of a title's sport and its team at its school. */
export async function practiceNow(
  db: Db,
  title: { schoolId: string; unitCode: string; sport: string },
  day: Day,
): Promise<Figures> {
  const window = ruleFor(await listRules(db), '', day)?.livingWindow ?? 0
  const practice = (await readPractice(db, [title], { asOf: day, window })).get(practiceKey(title))
  return { loggedDays: practice?.loggedDays ?? 0, teamDays: practice?.teamDays ?? 0, window, on: day }
}
