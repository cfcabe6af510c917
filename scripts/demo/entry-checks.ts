import { addDays, type Day } from '#app/calendar-day.ts'
import { dueOn } from '#app/features/instructors/entry-check.rule.ts'
import { sampleEntryCheck } from '#db/samples.ts'
import { demoIds } from './demo-id.ts'
import type { DemoInstructor } from './instructors.ts'
import { seededRandom } from './random.ts'

/**
 * The answers about coaches and social sports instructors: most are valid, some due within weeks, and of each of the
 * four reasons for which somebody may not work there is one in ten or fewer.
 */
export function demoEntryChecks(people: readonly DemoInstructor[], today: Day) {
  const random = seededRandom(620)
  const nextId = demoIds('K')
  return people.flatMap(({ row }) => {
    if (row.kind === 'PE_TEACHER') return []
    const draw = random.next()
    if (draw < 0.05) return []
    const age =
      draw < 0.12 ? random.between(366, 420) : draw < 0.2 ? random.between(310, 360) : random.between(5, 300)
    const result = draw > 0.98 ? 'NOT_CLEAR' : draw > 0.95 ? 'PENDING' : 'CLEAR'
    const queriedOn = addDays(today, -(result === 'CLEAR' ? age : random.between(1, 10)))
    return [
      sampleEntryCheck({
        id: nextId(),
        person_id: row.person_id,
        queried_on: queriedOn,
        due_on: dueOn(queriedOn),
        unit_code: row.unit_code,
        result,
        reference: result === 'PENDING' ? '' : `演示查询${queriedOn.replaceAll('-', '')}`,
        recorded_by: '演示教育局',
        recorded_at: `${queriedOn} 03:00:00.000`,
      }),
    ]
  })
}
