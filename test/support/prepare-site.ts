import { migrateDatabase, openDatabase } from '#db/connection.server.ts'
import { sampleBatch, sampleDesignation, samplePlacement, sampleTitleApplication } from '#db/samples.ts'
import type { Db } from '#db/tables.ts'
import { insertAll, newId } from '#db/write.server.ts'
import { loadDemoCity } from '#scripts/demo/load-demo-city.ts'
import { insertPerson } from '#test/features/accounts/people.ts'
import { insertApplicant } from '#test/features/applications/applicant.ts'
import { insertPost } from './post.ts'
import { insertSchool } from './school.ts'
import { siteDay, sitePassword } from './site-day.ts'

// Run as a process of its own (see server.ts): an embedded database stays locked until the one who filled it has ended.
const [url = '', prepared = 'empty'] = process.argv.slice(2)
const db = openDatabase(url, { connections: 5 })
await migrateDatabase(db)
if (prepared === 'few-schools' || prepared === 'school-to-visit') await insertFewSchools(db)
if (prepared === 'school-to-visit') await insertSchoolToVisit(db)
if (prepared === 'demo-city')
  await loadDemoCity(db, { today: siteDay, log: () => {}, password: sitePassword })
await db.destroy()
process.exit(0)

/** A school with two classes, another of the same unit and one elsewhere, with the people who look at them. */
async function insertFewSchools(db: Db): Promise<void> {
  const own = await insertSchool(db, {
    code: '2132000011',
    name: '东海县试验小学',
    classes: [
      ['primary', 2023, 1],
      ['primary', 2023, 2],
    ],
  })
  const other = await insertSchool(db, { code: '2132000022', name: '东海县青湖小学' })
  await insertSchool(db, { code: '2132000033', name: '灌云县伊山小学', unitCode: '320723' })
  await insertAll(db, 'program_placement', [
    samplePlacement({ school_id: own.id, document: '连教体〔2024〕12号' }),
    samplePlacement({ school_id: other.id, sport_code: 'basketball' }),
  ])
  await insertAll(db, 'designation', [
    sampleDesignation({ school_id: own.id, valid_from: '2022-01-01', valid_to: '2025-12-31' }),
    sampleDesignation({ school_id: other.id, sport_code: 'basketball' }),
  ])
  const round = { opens_at: '2025-09-01 01:00:00.000', closes_at: '2025-10-10 09:30:00.000' }
  await insertPost(db, { round, post: { school_id: own.id } })
  await insertApplicant(db, { login: 'athlete' })
  await insertPerson(db, { role: 'city', name: '市体卫艺处' })
  await insertPerson(db, { role: 'unit', name: '东海县体卫艺科', unitCode: '320722' })
  await insertPerson(db, { role: 'school', name: '试验小学体育组长', schoolId: own.id })
  for (const login of ['expert', 'expert2', 'expert3'])
    await insertPerson(db, { role: 'expert', login, name: `专家${login.slice(6) || 1}` })
  await insertPerson(db, { role: 'admin', name: '管理员' })
}

/** The first of them, to be visited for a title by two of the experts. */
async function insertSchoolToVisit(db: Db): Promise<void> {
  const at = `${siteDay} 00:00:00.000`
  const school = await db
    .selectFrom('school_profile')
    .where('code', '=', '2132000011')
    .select('school_id as id')
    .executeTakeFirstOrThrow()
  const experts = await db
    .selectFrom('account')
    .where('login', 'in', ['expert', 'expert2'])
    .select('id')
    .execute()
  const batch = sampleBatch({
    opens_at: '2025-08-01 01:00:00.000',
    closes_at: '2025-09-01 09:30:00.000',
    announced_at: at,
  })
  await insertAll(db, 'designation_batch', [batch])
  const application = sampleTitleApplication({
    batch_id: batch.id,
    school_id: school.id,
    state: 'ONSITE_REVIEW',
  })
  await insertAll(db, 'title_application', [application])
  await insertAll(
    db,
    'title_review',
    experts.map(({ id }) => ({
      ...{ id: newId(), application_id: application.id, account_id: id, state: 'done' as const },
      ...{ free_of_conflict_at: at, conflict: '', comment: '', assigned_at: at, updated_at: at, done_at: at },
    })),
  )
}
