import { type Day, schoolYearOf } from '#app/calendar-day.ts'
import { type Calendar, dayKindOf, type Term, termOf } from '#app/features/calendar/calendar.rule.ts'
import type { Stage } from '#db/tables.ts'
import type { ActivityContext, RegisteredClass } from './activity-entry.ts'
import type { KindSetting } from './daily-hour.rule.ts'
import { knownAt, type ToldWords } from './told-words.ts'

/** What the reader of workbooks is told of one school. */
export interface ToldSchool {
  id: string
  /** The code it has now; '' for none yet. */
  code: string
  /** Every code it ever had. */
  codes: string[]
  unitCode: string
  names: string[]
  stages: Stage[]
  classes: RegisteredClass[]
}

/** All that the readers of activity workbooks are told; nothing but data, so that a thread can be told as well. */
export interface ActivityTelling extends ToldWords {
  today: Day
  fileName?: string
  calendar: Calendar
  lessonMinutes: Record<Stage, number>
  kinds: KindSetting[]
  schools: ToldSchool[]
}

/** The context in which a workbook of one school is read. Between two terms the one that ended last is meant. */
export function contextOf(telling: ActivityTelling, school: ToldSchool): ActivityContext {
  const { today, calendar, fileName, lessonMinutes } = telling
  const place = { schoolId: school.id, unitCode: school.unitCode }
  return {
    today,
    schoolYear: schoolYearOf(today),
    term: termReported(calendar.terms, today),
    terms: calendar.terms,
    ...(fileName !== undefined && { fileName }),
    school: { code: school.code, names: school.names },
    stages: school.stages,
    classes: school.classes,
    dayKindOf: (stage, day) => dayKindOf(calendar, place, stage, day),
    ...knownAt(telling, school),
    lessonMinutes: stage => lessonMinutes[stage],
  }
}

/** Schools with the same group read dates alike: the same stages on the same days. */
export function calendarGroupOf({ calendar }: ActivityTelling, school: ToldSchool): string {
  return `${calendar.layers.has(school.id) ? school.id : school.unitCode} ${school.stages.join()}`
}

function termReported(terms: readonly Term[], today: Day): ActivityContext['term'] {
  const begun = terms.filter(term => term.firstDay <= today)
  return termOf({ terms }, today) ?? begun[begun.length - 1] ?? null
}
