import { type Day, schoolYearOf } from '#app/calendar-day.ts'
import { sampleTimetableEntry } from '#db/samples.ts'
import type { Tx } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'
import type { DemoClass } from './classes.ts'
import { demoIds } from './demo-id.ts'
import type { DemoSchool } from './schools.ts'

const everyNth = 10
const week = [1, 2, 3, 4, 5]
/** When lessons begin, around the long breaks. */
const lessonStarts = ['08:10', '08:55', '10:20', '11:05', '13:50', '14:35']
/** The weekdays on which a senior class has its two PE lessons. */
const seniorLessons = [2, 4]

/** Every tenth school, and the school manager's, has entered the timetable of this school year. */
export async function insertTimetables(
  tx: Tx,
  given: { schools: readonly DemoSchool[]; classes: readonly DemoClass[]; own: DemoSchool; today: Day },
): Promise<void> {
  const { schools, classes, own, today } = given
  const planning = new Set(schools.filter((_, at) => at % everyNth === 0).map(({ id }) => id)).add(own.id)
  const nextId = demoIds('T')
  const year = schoolYearOf(today)
  const days = { valid_from: `${year}-09-01`, valid_to: `${year + 1}-08-31` }
  const there = classes.filter(({ schoolId, validTo }) => planning.has(schoolId) && validTo >= days.valid_to)
  const rows = there.flatMap((one, at) =>
    weekOf(one, at).map(planned =>
      sampleTimetableEntry({
        ...{ id: nextId(), school_id: one.schoolId, class_id: one.id },
        ...{ ...planned, ...days },
      }),
    ),
  )
  await insertAll(tx, 'timetable_entry', rows)
}

/** A PE lesson a day, two a week for seniors, both long breaks, and sport after school twice. */
function weekOf({ stage }: DemoClass, at: number) {
  const minutes = stage === 'primary' ? 40 : 45
  return week.flatMap(weekday => {
    const starts_at = lessonStarts[(at + weekday) % lessonStarts.length] ?? ''
    const hasLesson = stage !== 'senior' || seniorLessons.includes(weekday)
    return [
      ...(hasLesson ? [{ weekday, kind: 'PE_LESSON', starts_at, minutes }] : []),
      { weekday, kind: 'BIG_BREAK_AM', starts_at: '09:45', minutes: 30 },
      ...(stage === 'senior' ? [] : [{ weekday, kind: 'BIG_BREAK_PM', starts_at: '15:20', minutes: 30 }]),
      ...(weekday === 2 || weekday === 4
        ? [{ weekday, kind: 'AFTER_SCHOOL_SPORT', starts_at: '16:30', minutes: 60, sport_code: 'football' }]
        : []),
    ]
  })
}
