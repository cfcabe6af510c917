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
if (prepared === 'short-listed') await insertShortListed(db)
if (prepared === 'demo-city')
  await loadDemoCity(db, { today: siteDay, log: () => {}, password: sitePassword })
await db.destroy()
process.exit(0)

/** A batch that has closed, with so many schools that its notice does not fit on one sheet of paper. */
async function insertShortListed(db: Db): Promise<void> {
  await insertFewSchools(db)
  const batch = sampleBatch({
    ...{ name: '2025年第一批', document: '连教体〔2025〕8号', announced_at: '2025-05-01 02:00:00.000' },
    ...{ opens_at: '2025-05-06 01:00:00.000', closes_at: '2025-06-30 09:30:00.000' },
    ...{ valid_from: '2025-11-01', valid_to: '2028-10-31' },
    organisers: '连云港市教育局、连云港市体育局',
  })
  await insertAll(db, 'designation_batch', [batch])
  const schools = await db
    .selectFrom('school_profile')
    .select(['school_id as id', 'code'])
    .orderBy('code')
    .execute()
  const units = ['320703', '320706', '320707', '320722', '320723', '320724'] as const
  for (const [at, place] of '朝阳 海宁 新海 宋庆龄 柘汪 石桥 白塔埠 桃林 杨集 同兴 北陈集 新安 百禄 汤沟'
    .split(' ')
    .entries()) {
    const unitCode = units[Math.floor(at / 2.4)] ?? '320724'
    const school = await insertSchool(db, { code: `21320001${at + 10}`, name: `${place}中心小学`, unitCode })
    schools.push({ id: school.id, code: null })
  }
  const applications = schools.map(school =>
    sampleTitleApplication({ batch_id: batch.id, school_id: school.id, state: 'SHORTLISTED' }),
  )
  await insertAll(db, 'title_application', applications)
  await insertAll(
    db,
    'title_application_sport',
    applications.flatMap(({ id }, at) =>
      (at % 3 === 0 ? ['wushu', 'table_tennis'] : ['volleyball']).map((sport_code, position) => ({
        ...{ application_id: id, sport_code, position },
      })),
    ),
  )
}

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
