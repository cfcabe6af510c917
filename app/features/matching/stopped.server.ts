import type { Day } from '#app/calendar-day.ts'
import { checkStatesOf } from '#app/features/instructors/standing-instructors.server.ts'
import type { Db } from '#db/tables.ts'

/** The people but for those whose entry check was answered NOT_CLEAR: nobody is proposed who may not work with children. */
export async function withoutStopped<T extends { id: string }>(
  db: Db,
  people: readonly T[],
  day: Day,
): Promise<T[]> {
  const states = await checkStatesOf(
    db,
    people.map(person => person.id),
    day,
  )
  return people.filter(person => states.get(person.id)?.state !== 'not-clear')
}
