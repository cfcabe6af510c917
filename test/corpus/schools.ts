import type { Db } from '#db/tables.ts'
import { insertSchool } from '#test/support/school.ts'
import { juniorSchool, primarySchool } from './expected.ts'

type Classes = NonNullable<NonNullable<Parameters<typeof insertSchool>[1]>['classes']>

const classesOf = (stage: Classes[number][0], entryYear: number, count: number): Classes =>
  Array.from({ length: count }, (_, index) => [stage, entryYear, index + 1])

/** The two schools of the corpus: classes of 45 pupils in grades 3, 4 and 5, and in 7 and 8. */
export async function enterSchools(db: Db): Promise<void> {
  await insertSchool(db, {
    ...primarySchool,
    classes: [
      ...classesOf('primary', 2023, 3),
      ...classesOf('primary', 2022, 4),
      ...classesOf('primary', 2021, 2),
    ],
  })
  await insertSchool(db, {
    ...juniorSchool,
    type: '311',
    stages: ['junior'],
    classes: [...classesOf('junior', 2025, 4), ...classesOf('junior', 2024, 3)],
  })
}
