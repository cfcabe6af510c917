import type { Scope } from '#app/auth/scope.ts'
import { concludeReview } from '#app/features/reevaluation/conclude-review.server.ts'
import { readTitleLife } from '#app/features/reevaluation/read-title-life.server.ts'
import { noteReview, openReview } from '#app/features/reevaluation/review-title.server.ts'
import { sampleDesignation } from '#db/samples.ts'
import type { Database, Db } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'
import { insertPerson } from '#test/features/accounts/people.ts'
import { insertSchool } from '#test/support/school.ts'

export const city: Scope = { kind: 'city' }
export const donghai: Scope = { kind: 'unit', unitCode: '320722' }
export const guanyun: Scope = { kind: 'unit', unitCode: '320723' }
export const by = { id: null, name: '市体卫艺处' }
/** A title of the sample, valid until 31 August 2028, is due from 4 March 2028 on. */
export const today = '2028-06-01'
let seconds = 0

/** Another instant each time. */
export function later(): string {
  seconds += 1
  return `2028-06-01 02:${String(Math.floor(seconds / 60) % 60).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}.000`
}

/** A school with a title, somebody of the school, of its unit and of the city. */
export async function titleScene(db: Db, given: Partial<Database['designation']> = {}) {
  const school = await insertSchool(db, { classes: [['primary', 2023, 1]] })
  const title = sampleDesignation({ school_id: school.id, ...given })
  await insertAll(db, 'designation', [title])
  const schoolPerson = await insertPerson(db, { role: 'school', login: 'school', schoolId: school.id })
  const unitPerson = await insertPerson(db, { role: 'unit', login: 'unit', unitCode: '320722' })
  const cityPerson = await insertPerson(db, { role: 'city', login: 'city' })
  return {
    schoolId: school.id,
    classId: school.classes[0] ?? '',
    titleId: title.id,
    people: { school: schoolPerson.id, unit: unitPerson.id, city: cityPerson.id },
    scope: { kind: 'school', schoolId: school.id } satisfies Scope,
  }
}

export async function lifeOf(db: Db, id: string, scope: Scope = city, day = today) {
  const life = await readTitleLife(db, scope, { id, today: day })
  if (life === null) throw new Error('The scope does not see the title')
  return life
}

/** Begins the re-evaluation of a title and writes down what it found. */
export async function reviewed(
  db: Db,
  id: string,
  found: { score?: number | null; isSpotChecked?: boolean } = {},
): Promise<void> {
  const opened = await openReview(db, city, by, { id, today, now: later() })
  if (!opened.ok) throw new Error(opened.refusal)
  const updatedAt = (await lifeOf(db, id)).review?.updatedAt ?? ''
  const findings = { score: 8500, findings: '训练扎实', isSpotChecked: true, ...found }
  const noted = await noteReview(db, city, by, { id, ...findings, updatedAt, today, now: later() })
  if (!noted.ok) throw new Error(noted.refusal)
}

type Concluding = Parameters<typeof concludeReview>[3]

/** Concludes the re-evaluation under way with all that the conclusion needs, unless it is given otherwise. */
export async function conclude(
  db: Db,
  id: string,
  given: Partial<Concluding> & Pick<Concluding, 'action'>,
  scope: Scope = city,
) {
  const life = await lifeOf(db, id)
  const now = later()
  return concludeReview(db, scope, by, {
    ...{ id, today, now, from: '2028-07-01', until: '2032-08-31', batch: '2028年第一批' },
    ...{ certificate: 'C2028-001', reason: '复核合格', document: '连教体〔2028〕9号' },
    updatedAt: life.review?.updatedAt ?? '',
    ...given,
  })
}

export const told = (db: Db) =>
  db
    .selectFrom('notice as n')
    .innerJoin('account as a', 'a.id', 'n.account_id')
    .select(['a.role as role', 'n.title_zh as title', 'n.text_zh as text', 'n.link as link'])
    .orderBy('n.created_at')
    .orderBy('a.role')
    .execute()
