import { type Day, openEnd, schoolYearOf } from '#app/calendar-day.ts'
import type { Stage } from '#db/tables.ts'
import { demoIds } from './demo-id.ts'
import { seededRandom } from './random.ts'
import type { DemoSchool } from './schools.ts'

export interface DemoClass {
  id: string
  schoolId: string
  stage: Stage
  entryYear: number
  classNo: number
  pupils: number
  validFrom: Day
  validTo: Day
}

const years: Record<Stage, number> = { primary: 6, junior: 3, senior: 3 }
const sizes: Record<Stage, [number, number]> = { primary: [34, 48], junior: [40, 52], senior: [42, 54] }

/**
 * Every grade of every school in the school year of `today`; with `graduates` also the classes that left last
 * summer, for logs that reach back into the school year before.
 */
export function demoClasses(
  schools: readonly DemoSchool[],
  today: Day,
  options: { graduates: boolean },
): DemoClass[] {
  const nextId = demoIds('C')
  const random = seededRandom(18)
  const thisYear = schoolYearOf(today)
  const classes: DemoClass[] = []
  for (const school of schools) {
    for (const stage of school.stages) {
      const grades = school.kind === 'point' ? 3 : years[stage]
      const [least, most] = school.kind === 'special' || school.kind === 'point' ? [8, 16] : sizes[stage]
      for (let grade = 1; grade <= grades + (options.graduates ? 1 : 0); grade += 1) {
        const entryYear = thisYear - grade + 1
        for (let classNo = 1; classNo <= school.classesAGrade[stage]; classNo += 1) {
          classes.push({
            id: nextId(),
            schoolId: school.id,
            stage,
            entryYear,
            classNo,
            pupils: random.between(least, most),
            validFrom: `${entryYear}-09-01`,
            validTo: grade > grades ? `${thisYear}-08-31` : openEnd,
          })
        }
      }
    }
  }
  return classes
}
