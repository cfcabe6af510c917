import { type Day, openEnd } from '#app/calendar-day.ts'
import { loadCalendar } from '#app/features/calendar/calendar.queries.server.ts'
import { listSportNames, usesOfSports } from '#app/features/sports/sports.queries.server.ts'
import { wordsAt } from '#app/features/words/words.queries.server.ts'
import type { Db, Stage } from '#db/tables.ts'
import {
  codesOf,
  namesOf,
  registersOf,
  settingsUnder,
  stagesOf,
  usesOfKinds,
} from './activity-context.queries.server.ts'
import type { ActivityContext } from './activity-entry.ts'
import { type ActivityTelling, contextOf } from './activity-telling.ts'
import { listKindSettings } from './policies.queries.server.ts'

interface School {
  id: string
  code: string | null
  unitCode: string
}

/** Minutes of a lesson unless the setting `lesson-minutes.<stage>` says otherwise. */
const usualLesson: Record<Stage, number> = { primary: 40, junior: 45, senior: 45 }

/** All that the readers of workbooks of the schools are told. `today` is the day against which dates without a year are read. */
export async function activityTellingOf(
  db: Db,
  schools: readonly School[],
  given: { today: Day; fileName?: string },
): Promise<ActivityTelling> {
  const ids = schools.map(({ id }) => id)
  const [names, codes] = [await namesOf(db, ids), await codesOf(db, ids)]
  const [stages, registers] = [await stagesOf(db, ids, given.today), await registersOf(db, ids)]
  const lessons = await settingsUnder(db, 'lesson-minutes.')
  const places = schools.map(({ id, unitCode }) => ({ schoolId: id, unitCode }))
  const [only, ...others] = schools
  const lessonOf = (stage: Stage) => Number(lessons.get(stage) ?? usualLesson[stage])
  return {
    ...given,
    calendar: await loadCalendar(db, { from: '0000-01-01', to: openEnd }),
    sports: await listSportNames(db),
    words: await wordsAt(db, ['sport', 'activity-kind'], places),
    // What one school plays puts its own sports first; a file of many schools is ranked without.
    uses: only === undefined || others.length > 0 ? new Map() : await usesOfSports(db, only.id),
    kindUses:
      only === undefined || others.length > 0 ? new Map() : await usesOfKinds(db, only.id, given.today),
    lessonMinutes: {
      primary: lessonOf('primary'),
      junior: lessonOf('junior'),
      senior: lessonOf('senior'),
    },
    kinds: await listKindSettings(db),
    schools: schools.map(({ id, code, unitCode }) => ({
      id,
      code: code ?? '',
      codes: codes.get(id) ?? [],
      unitCode,
      names: names.get(id) ?? [],
      stages: stages.get(id) ?? [],
      classes: registers.get(id) ?? [],
    })),
  }
}

/** The same for one school. */
export async function activityContextOf(
  db: Db,
  school: School,
  given: { today: Day; fileName?: string },
): Promise<ActivityContext> {
  const telling = await activityTellingOf(db, [school], given)
  const [told] = telling.schools
  if (told === undefined) throw new Error(`Nothing is told of school ${school.id}`)
  return contextOf(telling, told)
}
