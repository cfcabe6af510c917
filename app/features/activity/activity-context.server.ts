import { type Day, openEnd, schoolYearOf } from '#app/calendar-day.ts'
import { loadCalendar } from '#app/features/calendar/calendar.queries.server.ts'
import { dayKindOf, type Term, termOf } from '#app/features/calendar/calendar.rule.ts'
import { sportReaderAt } from '#app/features/sports/sport-reader.server.ts'
import type { Db, Stage } from '#db/tables.ts'
import { namesOfSchool, registerOf, settingsUnder, stagesOf } from './activity-context.queries.server.ts'
import type { ActivityContext } from './activity-entry.ts'
import { kindWordsAt } from './kind-words.server.ts'

/** Minutes of a lesson unless the setting `lesson-minutes.<stage>` says otherwise. */
const usualLesson: Record<Stage, number> = { primary: 40, junior: 45, senior: 45 }

/**
 * All that the reader of a school's workbook is told. `today` is the day against which dates without a year are read.
 * Between two terms the one that ended last is meant, because that is the one still being reported.
 */
export async function activityContextOf(
  db: Db,
  school: { id: string; code: string | null; unitCode: string },
  given: { today: Day; fileName?: string },
): Promise<ActivityContext> {
  const { today } = given
  const calendar = await loadCalendar(db, { from: '0000-01-01', to: openEnd })
  const place = { schoolId: school.id, unitCode: school.unitCode }
  const lessons = await settingsUnder(db, 'lesson-minutes.')
  const { sports, closeTo } = await sportReaderAt(db, place)
  return {
    today,
    schoolYear: schoolYearOf(today),
    term: termReported(calendar.terms, today),
    terms: calendar.terms,
    ...(given.fileName !== undefined && { fileName: given.fileName }),
    school: { code: school.code ?? '', names: await namesOfSchool(db, school.id) },
    stages: await stagesOf(db, school.id, today),
    classes: await registerOf(db, school.id),
    dayKindOf: (stage, day) => dayKindOf(calendar, place, stage, day),
    sports: sports.map(({ code, keys }) => ({ code, names: keys })),
    sportsCloseTo: word => closeTo(word).map(({ name }) => name),
    kindWords: await kindWordsAt(db, place),
    lessonMinutes: stage => Number(lessons.get(stage) ?? usualLesson[stage]),
  }
}

function termReported(terms: readonly Term[], today: Day): ActivityContext['term'] {
  const begun = terms.filter(term => term.firstDay <= today)
  return termOf({ terms }, today) ?? begun[begun.length - 1] ?? null
}
