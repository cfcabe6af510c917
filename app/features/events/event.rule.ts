import { addYears, type Day } from '#app/calendar-day.ts'
import { groupBy } from '#app/group-by.ts'
import { holdsPersonalNumber } from '../coaching/personal-number.rule.ts'

/** An event as it is told. */
export interface EventFacts {
  day: Day
  title: string
  classes: number | null
  participants: number | null
  note: string
}

export type EventProblem =
  | 'title-missing'
  | 'not-traditional'
  | 'too-far-ahead'
  | 'participants-missing'
  | 'nobody-yet'
  | 'personal-number'
  | 'school-not-open'

/** Why an event cannot be told; null when it can. One that is held says how many took part, one to come cannot. */
export function eventProblem(
  event: EventFacts & { isTraditional: boolean },
  school: { openedOn: Day; closedOn: Day },
  today: Day,
): EventProblem | null {
  const { day, title, classes, participants, note } = event
  if (title.trim() === '') return 'title-missing'
  if (!event.isTraditional) return 'not-traditional'
  if (day > addYears(today, 1)) return 'too-far-ahead'
  if (day <= today && participants === null) return 'participants-missing'
  if (day > today && (participants !== null || classes !== null)) return 'nobody-yet'
  if (holdsPersonalNumber(`${title}\n${note}`)) return 'personal-number'
  return school.openedOn <= day && day < school.closedOn ? null : 'school-not-open'
}

/** Events by some trait, with how many schools held them and how many took part in those that are held. */
export interface EventShare {
  key: string
  events: number
  schools: number
  participants: number
}

export function sharesBy<T extends EventFacts & { schoolId: string }>(
  events: readonly T[],
  keyOf: (event: T) => string,
): EventShare[] {
  return [...groupBy(events, keyOf)]
    .map(([key, some]) => ({
      key,
      events: some.length,
      schools: new Set(some.map(event => event.schoolId)).size,
      participants: some.reduce((sum, event) => sum + (event.participants ?? 0), 0),
    }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
}
