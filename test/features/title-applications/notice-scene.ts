import { putUpNotice } from '#app/features/title-applications/put-up-notice.server.ts'
import { sampleBatch, sampleTitleApplication } from '#db/samples.ts'
import type { Db, TitleApplicationState } from '#db/tables.ts'
import { insertAll } from '#db/write.server.ts'
import { insertSchool } from '#test/support/school.ts'

export const city = { kind: 'city' } as const
export const officer = { id: null, name: '市体卫艺处' }
export const at = (day: string) => `${day} 02:00:00.000`

/** A batch that has closed, whose titles hold from 2027 on. */
export async function insertClosedBatch(db: Db, given: Parameters<typeof sampleBatch>[0] = {}) {
  const batch = sampleBatch({
    ...{ name: '2027年第一批', closes_at: '2026-11-20 09:30:00.000' },
    ...{ valid_from: '2027-01-01', valid_to: '2029-12-31', announced_at: '2026-11-01 02:00:00.000' },
    ...given,
  })
  await insertAll(db, 'designation_batch', [batch])
  return batch
}

let made = 0

/** A school that applied in the batch for wushu and shuttlecock, or for the sports named. */
export async function insertApplied(
  db: Db,
  batchId: string,
  given: {
    name?: string
    unitCode?: string
    sports?: string[]
    state?: TitleApplicationState
    closedOn?: string
  } = {},
) {
  made += 1
  const school = await insertSchool(db, {
    code: `21320${String(made).padStart(5, '0')}`,
    name: given.name ?? '东海县试验小学',
    ...(given.unitCode !== undefined && { unitCode: given.unitCode }),
    ...(given.closedOn !== undefined && { closedOn: given.closedOn }),
  })
  const state = given.state ?? 'SHORTLISTED'
  const application = sampleTitleApplication({ batch_id: batchId, school_id: school.id, state })
  await insertAll(db, 'title_application', [application])
  await insertAll(
    db,
    'title_application_sport',
    (given.sports ?? ['wushu', 'football']).map((sport_code, position) => ({
      application_id: application.id,
      sport_code,
      position,
    })),
  )
  return { id: application.id, schoolId: school.id }
}

export const words = { channel: '市教育局网站', contact: '市教育局体卫艺处 0518-85812345' }

/** Puts the applications before the public on 30 November 2026: until 7 December. */
export async function putUp(db: Db, batchId: string, applicationIds: string[], today = '2026-11-30') {
  const input = { batchId, applicationIds, ...words, today, now: at(today) }
  const result = await putUpNotice(db, city, officer, input)
  if (!result.ok) throw new Error(result.refusal)
  return result.id
}
