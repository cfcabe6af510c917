import { sampleApplication, sampleBatch, sampleInstructor, sampleRound } from '#db/samples.ts'
import type { Db } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'
import { insertApplicant } from '#test/features/applications/applicant.ts'
import { insertPost } from '#test/support/post.ts'
import { insertSchool } from '#test/support/school.ts'
import { juniorSchool, primarySchool } from './expected.ts'
import { held } from './offices.ts'

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

/** What the sheets of offices speak of: a round with candidates in the test, an open batch, a coach of football. */
export async function enterHeld(db: Db): Promise<void> {
  const school = await db
    .selectFrom('school_code')
    .where('code', '=', primarySchool.code)
    .select('school_id as id')
    .executeTakeFirstOrThrow()
  const round = sampleRound({ name: held.round })
  const { post } = await insertPost(db, {
    round,
    post: { school_id: school.id, number: held.post, title: '门球教练员', sport_code: 'athletics' },
  })
  for (const { number, name } of held.candidates) {
    const { applicantId } = await insertApplicant(db, { login: number, profile: { name } })
    const ids = { post_id: post.id, round_id: round.id, applicant_id: applicantId }
    await insertAll(db, 'application', [sampleApplication({ ...ids, number, state: 'SKILL_TEST' })])
  }
  await insertAll(db, 'designation_batch', [
    sampleBatch({
      ...{ name: held.batch, announced_at: '2025-09-01 02:00:00.000' },
      opens_at: '2025-09-10 01:00:00.000',
    }),
  ])
  const coach = sampleInstructor({ name: held.coach, school_id: school.id })
  await insertAll(db, 'instructor', [coach])
  await insertAll(db, 'instructor_sport', [{ instructor_id: coach.id, sport_code: 'football', grade: '' }])
}
